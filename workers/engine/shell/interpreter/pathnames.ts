import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compiled, isPattern, sourceOf, unescaped } from './patterns';

/** Paths that a pattern names, in order; none where nothing matches. `**` is `*`, as bash has it without globstar. */
export function pathsMatching(pattern: string, cwd: string): string[] {
	const isAbsolute = pattern.startsWith('/');
	const parts = pattern.split(/\/+/).filter((part) => part !== '');
	const last = pattern.endsWith('/') ? '/' : '';
	let found = [isAbsolute ? '/' : ''];
	for (const [index, part] of parts.entries()) {
		const isFolder = index < parts.length - 1 || last !== '';
		found = found.flatMap((folder) => within(folder, part, cwd, isFolder));
	}
	return found.map((path) => path + last).sort(byLocale);
}

function within(folder: string, part: string, cwd: string, isFolder: boolean): string[] {
	const path = (name: string) => (folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`);
	if (!isPattern(part)) {
		const named = path(unescaped(part));
		return isThere(resolve(cwd, named), isFolder) ? [named] : [];
	}
	const expression = compiled(`^(?:${sourceOf(part, { isPath: true })})$`, 'su');
	const areHiddenWanted = part.startsWith('.') || part.startsWith('\\.');
	return namesIn(resolve(cwd, folder))
		.filter((name) => (areHiddenWanted || !name.startsWith('.')) && expression.test(name))
		.filter((name) => !isFolder || isThere(join(resolve(cwd, folder), name), true))
		.map(path);
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		// A folder that cannot be read has nothing that matches.
		return [];
	}
}

function isThere(path: string, isFolder: boolean): boolean {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat !== undefined && (!isFolder || stat.isDirectory());
}

/** As the C locale sorts. */
const byLocale = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
