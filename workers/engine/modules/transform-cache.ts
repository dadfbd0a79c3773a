/** Transformed modules for a process: kept ones are read, those of packages are asked for, the rest is made here. */
import type { Runtime } from '../process/runtime';
import type { TransformKind } from '../protocol';
import { needsAwaitRewrite } from './await-rewriter';
import { sha256Hex } from './sha256';
import { saveTransform, MIN_KEPT_LENGTH, transformFile, transformSource, UNCHANGED } from './transform-files';
import { transformModule } from './transform';
import type { TransformedModule } from './transformed-module';

/** What it takes of the runtime. */
export type TransformHost = Pick<Runtime, 'fs' | 'syscall'>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** As `transformModule`, with results kept by content hash. `url` is where the source is said to come from. */
export function transformCached(host: TransformHost, source: string, url: string): TransformedModule {
	if (source.length < MIN_KEPT_LENGTH) return transformModule(source);
	return JSON.parse(keptText(host, 'm', source, pathOf(url))) as TransformedModule;
}

/** As `rewriteAwaits`, with results kept by content hash. `path` is the file that the source is said to be the content of. */
export function rewriteAwaitsCached(host: TransformHost, source: string, path: string | null): string {
	if (!needsAwaitRewrite(source)) return source;
	const kept = source.length < MIN_KEPT_LENGTH ? transformSource('s', source).text : keptText(host, 's', source, path);
	return kept === UNCHANGED ? source : kept;
}

function keptText(host: TransformHost, kind: TransformKind, source: string, path: string | null): string {
	// The hash is over UTF-8, in which all lone surrogates are one.
	if (!source.isWellFormed()) return transformSource(kind, source).text;
	const bytes = encoder.encode(source);
	const key = sha256Hex(bytes);
	const file = transformFile(kind, key);
	let kept = host.fs.readFile(file);
	if (typeof kept === 'number' && path !== null && isPackageFile(host, path, bytes.length)) {
		const { isMade } = host.syscall({ op: 'transform', kind, path, key });
		if (isMade) kept = host.fs.readFile(file);
	}
	if (typeof kept !== 'number') return decoder.decode(kept);
	const text = transformSource(kind, source).text;
	saveTransform(host.fs, file, text);
	return text;
}

/** False where the source cannot be what the file holds: hooks and bundlers compile their own under the names of files. */
function isPackageFile({ fs }: TransformHost, path: string, sizeBytes: number): boolean {
	if (!path.includes('/node_modules/')) return false;
	const inode = fs.walk(path);
	return inode > 0 && fs.stat(inode).size === sizeBytes;
}

function pathOf(url: string): string | null {
	if (!url.startsWith('file:///')) return null;
	try {
		return decodeURIComponent(new URL(url).pathname);
	} catch {
		return null;
	}
}
