/** Where the project is and what its package.json files say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { PackageJson } from './package-json';

/** The nearest folder upwards with a package.json; else the current one. */
export function projectFolder(from = resolve('.')): string {
	for (let folder = from; ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'package.json'))) return folder;
		if (folder === dirname(folder)) return from;
	}
}

/** The project's folder, or the root of the workspaces that it belongs to. */
export function installFolder(): string {
	const own = projectFolder();
	for (let folder = dirname(own); folder !== dirname(folder); folder = dirname(folder)) {
		if (workspaceFolders(folder).includes(own)) return folder;
	}
	return own;
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

/** The workspaces that `-w name` and `--workspaces` ask for, and the arguments without them. @throws Error naming an unknown one */
export function takeWorkspaces(args: readonly string[]): { folders: string[] | null; rest: string[] } {
	const end = args.indexOf('--');
	const own = end < 0 ? [...args] : args.slice(0, end);
	const names: string[] = [];
	let isAll = false;
	const rest: string[] = [];
	while (own.length > 0) {
		const argument = own.shift() ?? '';
		if (argument === '-w' || argument === '--workspace') names.push(own.shift() ?? '');
		else if (argument.startsWith('--workspace=')) names.push(argument.slice('--workspace='.length));
		else if (argument === '--workspaces' || argument === '-ws' || argument === '--ws') isAll = true;
		else rest.push(argument);
	}
	rest.push(...(end < 0 ? [] : args.slice(end)));
	if (!isAll && names.length === 0) return { folders: null, rest };
	const root = installFolder();
	const all = workspaceFolders(root);
	const folders = names.flatMap((name) => {
		const found = all.filter(
			(folder) => readPackage(folder)?.name === name || relative(root, folder) === name.replace(/^\.\/|\/$/g, '')
		);
		if (found.length === 0) throw new Error(`No workspaces found:\n  --workspace=${name}`);
		return found;
	});
	return { folders: isAll ? all : folders, rest };
}
