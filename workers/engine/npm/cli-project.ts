/** Where the project is and what its package.json files say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PackageJson } from './package-json';

/** The nearest folder upwards with a package.json; else the current one. */
export function projectFolder(from = resolve('.')): string {
	for (let folder = from; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'package.json'))) return folder;
		if (folder === dirname(folder)) return from;
	}
}

/** @throws SyntaxError with the file's name; null where there is no package.json */
export function readPackage(folder: string): PackageJson | null {
	const path = join(folder, 'package.json');
	if (!existsSync(path)) return null;
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as PackageJson;
	} catch (error) {
		throw new SyntaxError(`'${path}' is not valid JSON: ${(error as Error).message}. Correct the file.`, { cause: error });
	}
}

/** Absolute folders of a root's workspaces, in the order of its patterns. */
export function workspaceFolders(root: string): string[] {
	const declared = readPackage(root)?.['workspaces'] as string[] | { packages?: string[] } | undefined;
	const patterns = Array.isArray(declared) ? declared : (declared?.packages ?? []);
	const expand = (pattern: string): string[] =>
		foldersLike(
			root,
			pattern.split('/').filter((part) => part !== '' && part !== '.')
		);
	const excluded = new Set(patterns.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => expand(pattern.slice(1))));
	const folders = patterns.filter((pattern) => !pattern.startsWith('!')).flatMap(expand);
	return [...new Set(folders)].filter((folder) => !excluded.has(folder) && existsSync(join(folder, 'package.json')));
}

/** Folders below `folder` whose path matches: `*` within a name, `**` for any depth. */
function foldersLike(folder: string, [part, ...rest]: string[]): string[] {
	if (part === undefined) return [folder];
	if (!part.includes('*')) return foldersLike(join(folder, part), rest);
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
		.map(({ name }) => name);
	if (part === '**')
		return [...foldersLike(folder, rest), ...names.flatMap((name) => foldersLike(join(folder, name), [part, ...rest]))];
	const pattern = new RegExp(`^${part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
	return names.filter((name) => pattern.test(name)).flatMap((name) => foldersLike(join(folder, name), rest));
}
