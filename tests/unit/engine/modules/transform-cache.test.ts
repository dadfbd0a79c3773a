import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { sha256Hex } from '../../../../workers/engine/modules/sha256';
import { rewriteAwaitsCached, transformCached, type TransformHost } from '../../../../workers/engine/modules/transform-cache';
import { newFileSystem, write } from '../fs/file-system-fixture';

const FILLER = '// long enough to be kept\n'.repeat(100);
const MODULE = `${FILLER}export const answer = 42;`;
const AWAITING = `${FILLER}const { AsyncLocalStorage } = require('node:async_hooks'); async function f() { await 1; }`;
const PATH = '/p/node_modules/m/in dex.js';
const URL_OF_PATH = 'file:///p/node_modules/m/in%20dex.js?v=1';

/** A process whose kernel makes nothing, unless `onAsk` does. */
function host(fs: SharedFileSystem, onAsk: (call: { path?: string }) => boolean = () => false) {
	return { fs, syscall: vi.fn((call: object) => ({ isMade: onAsk(call) })) } as unknown as TransformHost & {
		syscall: ReturnType<typeof vi.fn>;
	};
}

/** Calls `look` for a second process at every moment at which the first one has changed the file system while it does `work`. */
function observed(work: (process: TransformHost) => unknown, look: (process: TransformHost) => void): void {
	const writer = newFileSystem();
	const reader = new SharedFileSystem(writer.heap, 2, 1);
	for (const step of ['open', 'replaceContent', 'rename'] as const) {
		const original = writer[step].bind(writer) as (...args: unknown[]) => number;
		vi.spyOn(writer as unknown as Record<string, (...args: unknown[]) => number>, step).mockImplementation((...args) => {
			const result = original(...args);
			look(host(reader));
			return result;
		});
	}
	work(host(writer));
	look(host(reader));
}

it('never gives another process half of a module', () => {
	const whole = transformCached(host(newFileSystem()), MODULE, '');
	let looks = 0;
	observed(
		(process) => transformCached(process, MODULE, ''),
		(process) => {
			looks++;
			expect(transformCached(process, MODULE, '')).toEqual(whole);
		}
	);
	expect(looks).toBeGreaterThan(2);
});

it('never lets another process take half of a script for one that stays as it is', () => {
	const whole = rewriteAwaitsCached(host(newFileSystem()), AWAITING, null);
	expect(whole).not.toBe(AWAITING);
	observed(
		(process) => rewriteAwaitsCached(process, AWAITING, null),
		(process) => expect(rewriteAwaitsCached(process, AWAITING, null)).toBe(whole)
	);
});

it('asks for what is the content of a package file, once, and makes it itself after a no', () => {
	const fs = newFileSystem();
	fs.mkdirp('/p/node_modules/m');
	write(fs, PATH, MODULE);
	const process = host(fs);
	const expected = transformCached(host(newFileSystem()), MODULE, '');
	expect(transformCached(process, MODULE, URL_OF_PATH)).toEqual(expected);
	expect(transformCached(process, MODULE, URL_OF_PATH)).toEqual(expected);
	const key = createHash('sha256').update(MODULE).digest('hex');
	expect(process.syscall.mock.calls).toEqual([[{ op: 'transform', kind: 'm', path: PATH, key }]]);
});

it('asks for nothing outside packages, nothing that a hook changed, and nothing short', () => {
	const fs = newFileSystem();
	fs.mkdirp('/p/node_modules/m');
	fs.mkdirp('/p/src');
	write(fs, PATH, MODULE);
	write(fs, '/p/src/a.js', MODULE);
	const process = host(fs);
	transformCached(process, MODULE, 'file:///p/src/a.js');
	transformCached(process, `${MODULE}/* changed */`, URL_OF_PATH);
	transformCached(process, 'export const short = 1', URL_OF_PATH);
	transformCached(process, `${MODULE}//2`, 'data:text/javascript,');
	transformCached(process, `${MODULE}//3`, 'file:///p/node_modules/%zz.js');
	expect(process.syscall).not.toHaveBeenCalled();
});

it('keeps apart what is the same in UTF-8 only', () => {
	const process = host(newFileSystem());
	expect(transformCached(process, `${MODULE}'\ufffd'`, '').body).toContain('\ufffd');
	expect(transformCached(process, `${MODULE}'\ud800'`, '').body).toContain('\ud800');
});

it('hashes as the standard says', () => {
	for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 100_000]) {
		const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
		expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
	}
});
