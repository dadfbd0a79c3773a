import { endpointsOf } from './contract-source';

/** From what a failure says to the files that may be to blame, the likeliest first. */

/** A project's files, to look at. */
export interface ReadableFiles {
	read(path: string): string | undefined;
	list(under?: string): string[];
}

const SOURCE = /(?:src|migrations)\/[\w./@[\]()-]+\.(?:tsx?|css|sql)/g;
/** What an import may leave out, in the order in which it is looked for. */
const ENDINGS = ['.ts', '.tsx', '/index.ts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '/index.tsx', '/index.js'];
const TEST = /\.test\.tsx?$/;

/** Files that a stack or a message names, tests left out, each once and in order. */
export function filesNamed(text: string): string[] {
	return [...new Set([...text.matchAll(SOURCE)].map(([path]) => path))].filter((path) => !TEST.test(path));
}

/**
 * The contract and the server of each endpoint that a text names, by id ("listMeetings"), by path ("/api/meetings/7") or by "GET /api/meetings".
 * Ids count where they stand as a word of their own.
 */
export function filesOfEndpoints(text: string, files: ReadableFiles): string[] {
	const found: { path: string; at: number }[] = [];
	for (const contract of files.list('src/features').filter((path) => path.endsWith('/contract.ts'))) {
		for (const { id, path } of endpointsOf(files.read(contract) ?? '')) {
			const at = Math.min(indexOfWord(text, id), indexOfRoute(text, path));
			if (at < Infinity) found.push({ path: contract, at });
		}
	}
	found.sort((a, b) => a.at - b.at);
	return [...new Set(found.flatMap(({ path }) => [path.replace('contract.ts', 'routes.ts'), path]))].filter(
		(path) => files.read(path) !== undefined
	);
}

function indexOfWord(text: string, word: string): number {
	const at = text.search(new RegExp(`(?<![\\w/-])${word}(?![\\w-])`));
	return at < 0 ? Infinity : at;
}

/** `/api/books/{id}` is found in '/api/books/7', and `/api/books` only where nothing of a longer path follows. */
function indexOfRoute(text: string, path: string): number {
	const pattern = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/\\s?"\'`]+');
	const at = text.search(new RegExp(`${pattern}(?![\\w/{-])`));
	return at < 0 ? Infinity : at;
}

/** Files that a person, or a fixer, means: by their path, or by a folder and the name of a file in it. */
export function filesMeant(words: string, files: ReadableFiles): string[] {
	const named = filesNamed(words).filter((path) => files.read(path) !== undefined);
	const folders = [...words.matchAll(/\bsrc\/features\/[\w-]+/g)].map(([folder]) => folder);
	const inFolders = [...new Set(folders)].flatMap((folder) => {
		const own = files.list(folder).filter((path) => !TEST.test(path));
		return own.filter((path) => indexOfWord(words, (path.split('/').at(-1) ?? '').replaceAll('.', '\\.')) < Infinity);
	});
	return [...new Set([...named, ...inFolders])];
}

/** The migrations that make or change the tables which an error of the database names. */
export function filesOfTables(text: string, files: ReadableFiles): string[] {
	const named = [...text.matchAll(/\b(?:relation|table|PostgreSQL \w{5} in) "?(\w+)"?/g)].map(([, table = '']) => table);
	const migrations = files.list('migrations').filter((path) => path.endsWith('.sql'));
	return [...new Set(named)].flatMap((table) => {
		const mentions = new RegExp(`\\btable\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?"?${table}"?\\b`, 'i');
		return migrations.filter((path) => mentions.test(files.read(path) ?? ''));
	});
}

const IMPORT = /(?:\bfrom\s+|\bimport\s+|\b(?:import|require)\(\s*)(['"])(\.[^'"]+)\1/g;

/** Files of the project that a file imports, its own folder's first. */
export function filesImported(path: string, files: ReadableFiles): string[] {
	const source = files.read(path) ?? '';
	const folder = path.split('/').slice(0, -1).join('/');
	const found = [...source.matchAll(IMPORT)].flatMap(([, , name = '']) => resolved(folder, name, files));
	return [...new Set(found)].sort((a, b) => Number(b.startsWith(`${folder}/`)) - Number(a.startsWith(`${folder}/`)));
}

/** What an import in a file leads to: the file that is there, else the one that is missing, as TypeScript would look for it. */
export function resolveImport(fromPath: string, name: string, files: ReadableFiles): string {
	const folder = fromPath.split('/').slice(0, -1).join('/');
	return resolved(folder, name, files)[0] ?? `${joined(folder, name)}.ts`;
}

function resolved(folder: string, name: string, files: ReadableFiles): string[] {
	const base = joined(folder, name);
	// TypeScript is imported by the names that it is compiled to.
	const bare = base.replace(/\.[cm]?jsx?$/, '');
	const found = [base, ...ENDINGS.map((ending) => `${base}${ending}`), `${bare}.ts`, `${bare}.tsx`].find(
		(path) => files.read(path) !== undefined
	);
	return found ? [found] : [];
}

function joined(folder: string, name: string): string {
	const parts = folder.split('/').filter(Boolean);
	for (const part of name.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}
