import { filesImported, type ReadableFiles } from '../planning/suspect-files';

/** What each source file of a project offers and builds on, a line each: where to look, without reading it all. */

export interface MappedFile {
	path: string;
	lineCount: number;
	/** Names, 'default' included. */
	exports: string[];
	/** Files of the project, by path. */
	imports: string[];
}

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
const EXPORT =
	/^\s*export\s+(?:default\b|(?:declare\s+)?(?:async\s+)?(?:abstract\s+)?(?:function\*?|const|let|var|class|interface|type|enum)\s+([\w$]+)|(?:type\s+)?\{([^}]*)\})/gm;
const COMMONJS = /^\s*(?:module\.)?exports(?:\.([\w$]+))?\s*=/gm;
/** A file with more exports is known by its first. */
const MAX_EXPORTS = 14;

/** All files in order of their paths; what is no source has neither exports nor imports. */
export function repoMap(files: ReadableFiles, paths: readonly string[] = files.list()): MappedFile[] {
	return paths.map((path) => {
		const text = files.read(path) ?? '';
		const isSource = SOURCE.test(path);
		return {
			path,
			lineCount: text ? text.split('\n').length : 0,
			exports: isSource ? exportsOf(text) : [],
			imports: isSource ? filesImported(path, files) : []
		};
	});
}

/** One line: path, length, what it exports. */
export function mapLine({ path, lineCount, exports }: MappedFile): string {
	const shown = exports.slice(0, MAX_EXPORTS).join(', ');
	const more = exports.length > MAX_EXPORTS ? `, ${exports.length - MAX_EXPORTS} more` : '';
	return `${path} (${lineCount})${shown ? `: ${shown}${more}` : ''}`;
}

function exportsOf(text: string): string[] {
	const names = [...text.matchAll(EXPORT)].flatMap(([, name, list]) =>
		list === undefined
			? [name ?? 'default']
			: list.split(',').flatMap(
					(part) =>
						part
							.trim()
							.split(/\s+as\s+/)
							.at(-1) ?? []
				)
	);
	const common = [...text.matchAll(COMMONJS)].map(([, name]) => name ?? 'default');
	return [...new Set([...names, ...common].filter(Boolean))];
}
