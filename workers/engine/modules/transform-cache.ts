import type { SharedFileSystem } from '../fs/shared-file-system';
import { needsAwaitRewrite, rewriteAwaits } from './await-rewriter';
import { transformModule, type TransformedModule } from './transform';

/** Shared by all processes of the container; content-addressed, so it never goes stale. */
const FOLDER = '/var/cache/node-modules-transform';
/** Shorter sources are transformed faster than they are looked up. */
const MIN_CACHED_LENGTH = 2048;
/** Raise when the shape of `TransformedModule` or the code it holds changes. */
const FORMAT = 4;

/** Kept instead of a source that stays as it is. */
const UNCHANGED = '=';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** As `transformModule`, with results kept by content hash. */
export function transformCached(fs: SharedFileSystem, source: string): TransformedModule {
	if (source.length < MIN_CACHED_LENGTH) return transformModule(source);
	return JSON.parse(keptText(fs, 'm', source, () => JSON.stringify(transformModule(source)))) as TransformedModule;
}

/** As `rewriteAwaits`, with results kept by content hash. */
export function rewriteAwaitsCached(fs: SharedFileSystem, source: string): string {
	if (!needsAwaitRewrite(source)) return source;
	if (source.length < MIN_CACHED_LENGTH) return rewriteAwaits(source);
	const kept = keptText(fs, 's', source, () => {
		const text = rewriteAwaits(source);
		return text === source ? UNCHANGED : text;
	});
	return kept === UNCHANGED ? source : kept;
}

function keptText(fs: SharedFileSystem, kind: string, source: string, make: () => string): string {
	const path = `${FOLDER}/${kind}${FORMAT}-${source.length.toString(36)}-${hash(source, 0)}${hash(source, 0x9e3779b9)}`;
	const cached = fs.readFile(path);
	if (typeof cached !== 'number') return decoder.decode(cached);
	const text = make();
	fs.mkdirp(FOLDER);
	// Other processes look for the same module at the same time: they find all of it, or nothing.
	const unfinished = `${path}.${fs.pid}`;
	if (fs.writeFile(unfinished, encoder.encode(text)) < 0 || fs.rename(unfinished, path) < 0) fs.unlink(unfinished);
	return text;
}

/** cyrb53: 53 bits of a text; two seeds together make collisions out of the question. */
function hash(text: string, seed: number): string {
	let high = 0xdeadbeef ^ seed;
	let low = 0x41c6ce57 ^ seed;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
