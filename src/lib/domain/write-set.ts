import { isGitName } from './git-names';

/** Which files an agent may write: glob patterns, those with a leading `!` taking files out again. */

/**
 * Whether a pattern (`*` within a folder, `**` across) covers a path. Nothing else is special: routes are called `[id]` and `(app)`.
 * Own code, in time linear in both: plans of models name the patterns, and matching by regular expression, as libraries do, does not end in useful time for some.
 */
export function matchesGlob(pattern: string, path: string): boolean {
	let reached = new Set([0]);
	for (const token of pattern.match(/\*\*\/?|\*|[^*]+/g) ?? []) {
		reached = reachedBehind(token, path, reached);
		if (reached.size === 0) return false;
	}
	return reached.has(path.length);
}

/** How far into the path a pattern may have come behind one more token, given how far it was before. */
function reachedBehind(token: string, path: string, before: ReadonlySet<number>): Set<number> {
	if (!token.startsWith('*'))
		return new Set([...before].filter((index) => path.startsWith(token, index)).map((index) => index + token.length));
	const reached = new Set<number>();
	let isOpen = false;
	for (let index = 0; index <= path.length; index++) {
		const isBehindFolder = path[index - 1] === '/';
		isOpen = before.has(index) || (isOpen && !(token === '*' && isBehindFolder));
		if (isOpen && (token !== '**/' || before.has(index) || isBehindFolder)) reached.add(index);
	}
	return reached;
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
