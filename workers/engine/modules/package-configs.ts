import type { FileSystem } from '../fs/file-system';

/** `[name, main, type, imports, exports, path]`, the order that internal/modules/package_json_reader expects; JSON as text. */
export type PackageConfig = [
	name: string | undefined,
	main: string | undefined,
	type: 'module' | 'commonjs' | 'none',
	imports: string | null,
	exports: string | null,
	path: string
];

/** package.json files by path, each read once per process, as Node does. */
export class PackageConfigs {
	readonly #fs: FileSystem;
	readonly #found = new Map<string, PackageConfig>();

	constructor(fs: FileSystem) {
		this.#fs = fs;
	}

	/** @throws ERR_INVALID_PACKAGE_CONFIG for a file that is not JSON */
	read(path: string): PackageConfig | undefined {
		const known = this.#found.get(path);
		if (known) return known;
		const bytes = this.#fs.readFile(path);
		if (typeof bytes === 'number') return undefined;
		const config = parseConfig(path, new TextDecoder().decode(bytes));
		this.#found.set(path, config);
		return config;
	}

	/** The closest package.json above a file; `node_modules` itself is never a package. */
	nearest(path: string): PackageConfig | undefined {
		let directory = path.endsWith('/') ? path.slice(0, -1) : path.slice(0, path.lastIndexOf('/'));
		for (;;) {
			const config = directory.endsWith('/node_modules') ? undefined : this.read(`${directory}/package.json`);
			if (config || directory === '') return config;
			directory = directory.slice(0, directory.lastIndexOf('/'));
		}
	}
}

function parseConfig(path: string, text: string): PackageConfig {
	let json: Record<string, unknown>;
	try {
		json = JSON.parse(text) as Record<string, unknown>;
	} catch (error) {
		throw Object.assign(new Error(`Invalid package config ${path}. ${(error as Error).message}`), {
			code: 'ERR_INVALID_PACKAGE_CONFIG'
		});
	}
	if (!json || typeof json !== 'object') json = {};
	const stringOrNone = (value: unknown) => (typeof value === 'string' ? value : undefined);
	const type = json.type === 'module' || json.type === 'commonjs' ? json.type : 'none';
	return [stringOrNone(json.name), stringOrNone(json.main), type, serialized(json.imports), serialized(json.exports), path];
}

/** A string stays as it is; the lib parses what starts like JSON. */
function serialized(value: unknown): string | null {
	if (value === undefined) return null;
	return typeof value === 'string' ? value : JSON.stringify(value);
}
