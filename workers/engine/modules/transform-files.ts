/** Where transformed modules are kept in a container, and what makes them: shared by the processes and the transforms worker. */
import type { SharedFileSystem } from '../fs/shared-file-system';
import { needsAwaitRewrite, rewriteAwaits } from './await-rewriter';
import { transformModule } from './transform';

/** `m`: an ES module, as JSON of `TransformedModule`. `s`: a script or CommonJS module, its text or `UNCHANGED`. */
export type TransformKind = 'm' | 's';

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

/** @throws SyntaxError of acorn, with `pos` and `loc` */
export function transformText(kind: TransformKind, source: string): string {
	if (kind === 'm') return JSON.stringify(transformModule(source));
	const text = needsAwaitRewrite(source) ? rewriteAwaits(source) : source;
	return text === source ? UNCHANGED : text;
}

/** @param key SHA-256 of the source as UTF-8, in hex */
export function transformFile(kind: TransformKind, key: string): string {
	return `${FOLDER}/${kind}-${FORMAT}-${key}`;
}

/** Other processes look for the same module at the same time: they find all of it, or nothing. */
export function keepTransform(fs: SharedFileSystem, file: string, text: string | Uint8Array): void {
	fs.mkdirp(FOLDER);
	const unfinished = `${file}.${fs.pid}`;
	const bytes = typeof text === 'string' ? encoder.encode(text) : text;
	if (fs.writeFile(unfinished, bytes) < 0 || fs.rename(unfinished, file) < 0) fs.unlink(unfinished);
}
