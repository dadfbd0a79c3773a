/** Where transformed modules are kept in a container, and what makes them: shared by the processes and the transforms worker. */
import type { FileSystem } from '../fs/file-system';
import type { TransformKind } from '../protocol';
import { needsAwaitRewrite, rewriteAwaits } from './await-rewriter';
import { transformModule } from './transform';

/** Kept instead of a script that stays as it is. */
export const UNCHANGED = '=';

/** Shorter sources are transformed faster than they are looked up. */
export const MIN_KEPT_LENGTH = 2048;

/** Shared by all processes of the container; content-addressed, so it never goes stale. */
const FOLDER = '/var/cache/node-modules-transform';

/** Set by the build: a hash of the code that transforms. What other code has made is never taken for its work. */
declare const TRANSFORM_FORMAT: string | undefined;
export const FORMAT = typeof TRANSFORM_FORMAT === 'string' ? TRANSFORM_FORMAT : 'unbuilt';

const encoder = new TextEncoder();

/**
 * What is kept of a source, and what that imports.
 * @throws SyntaxError of acorn, with `pos` and `loc`
 */
export function transformSource(kind: TransformKind, source: string): { text: string; imports: string[] } {
	if (kind === 's') {
		const text = needsAwaitRewrite(source) ? rewriteAwaits(source) : source;
		return { text: text === source ? UNCHANGED : text, imports: [] };
	}
	const module = transformModule(source);
	return { text: JSON.stringify(module), imports: module.requests.map(({ specifier }) => specifier) };
}

/** @param key SHA-256 of the source as UTF-8, in hex */
export function transformFile(kind: TransformKind, key: string): string {
	return `${FOLDER}/${kind}-${FORMAT}-${key}`;
}

/** Other processes look for the same module at the same time: they find all of it, or nothing. */
export function saveTransform(fs: FileSystem, file: string, text: string | Uint8Array): void {
	fs.mkdirp(FOLDER);
	const unfinished = `${file}.${fs.pid}`;
	const bytes = typeof text === 'string' ? encoder.encode(text) : text;
	if (fs.writeFile(unfinished, bytes) < 0 || fs.rename(unfinished, file) < 0) fs.unlink(unfinished);
}
