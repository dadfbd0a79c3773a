import { isGitName } from './git-names';

/** Which files an agent may write: glob patterns, those with a leading `!` taking files out again. */

const compiled = new Map<string, RegExp>();

/** Whether a pattern (`*` within a folder, `**` across) covers a path. */
export function matchesGlob(pattern: string, path: string): boolean {
	let regexp = compiled.get(pattern);
	if (!regexp) {
		const source = pattern
			.replace(/[.+^${}()|[\]\\?]/g, '\\$&')
			.replace(/\*\*\/?|\*/g, (star) => (star === '*' ? '[^/]*' : star === '**' ? '.*' : '(?:.*/)?'));
		regexp = new RegExp(`^${source}$`);
		compiled.set(pattern, regexp);
	}
	return regexp.test(path);
}

export function isWritable(writes: readonly string[], path: string): boolean {
	const isTaken = writes.some((pattern) => pattern.startsWith('!') && matchesGlob(pattern.slice(1), path));
	return !isTaken && writes.some((pattern) => !pattern.startsWith('!') && matchesGlob(pattern, path));
}

/** A path in its one canonical form, or undefined when it is absolute, leaves the project, leads into git's folder, or is no file's name. */
export function cleanPath(path: string): string | undefined {
	if (path.includes('\0') || path.includes('\\')) return undefined;
	const parts: string[] = [];
	for (const part of path.replace(/^\.?\//, '').split('/')) {
		if (part === '' || part === '.') continue;
		if (part === '..') return undefined;
		parts.push(part);
	}
	if (parts.length === 0 || parts.some(isGitName) || parts.includes('node_modules')) return undefined;
	return parts.join('/');
}

/** A file that both write sets admit, found by trying names made from their patterns; undefined when there seems to be none. */
export function sharedFile(a: readonly string[], b: readonly string[]): string | undefined {
	const samples = [...a, ...b].filter((pattern) => !pattern.startsWith('!')).flatMap(samplesOf);
	return samples.find((path) => isWritable(a, path) && isWritable(b, path));
}

function samplesOf(pattern: string): string[] {
	return ['x', 'x.test', 'contract', 'index'].map((word) => pattern.replace(/\*\*/g, `d/${word}`).replace(/\*/g, word));
}
