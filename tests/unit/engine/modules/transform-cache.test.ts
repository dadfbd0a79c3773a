import { expect, it, vi } from 'vitest';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { rewriteAwaitsCached, transformCached } from '../../../../workers/engine/modules/transform-cache';
import { newFileSystem } from '../fs/file-system-fixture';

const FILLER = '// long enough to be kept\n'.repeat(100);
const MODULE = `${FILLER}export const answer = 42;`;
const AWAITING = `${FILLER}const { AsyncLocalStorage } = require('node:async_hooks'); async function f() { await 1; }`;

/** Calls `look` for a second process at every moment at which the first one has changed the file system while it does `work`. */
function observed(work: (fs: SharedFileSystem) => unknown, look: (fs: SharedFileSystem) => void): void {
	const writer = newFileSystem();
	const reader = new SharedFileSystem(writer.heap, 2, 1);
	for (const step of ['open', 'replaceContent', 'rename'] as const) {
		const original = writer[step].bind(writer) as (...args: unknown[]) => number;
		vi.spyOn(writer as unknown as Record<string, (...args: unknown[]) => number>, step).mockImplementation((...args) => {
			const result = original(...args);
			look(reader);
			return result;
		});
	}
	work(writer);
	look(reader);
}

it('never gives another process half of a module', () => {
	const whole = transformCached(newFileSystem(), MODULE);
	let looks = 0;
	observed(
		(fs) => transformCached(fs, MODULE),
		(fs) => {
			looks++;
			expect(transformCached(fs, MODULE)).toEqual(whole);
		}
	);
	expect(looks).toBeGreaterThan(2);
});

it('never lets another process take half of a script for one that stays as it is', () => {
	const whole = rewriteAwaitsCached(newFileSystem(), AWAITING);
	expect(whole).not.toBe(AWAITING);
	observed(
		(fs) => rewriteAwaitsCached(fs, AWAITING),
		(fs) => expect(rewriteAwaitsCached(fs, AWAITING)).toBe(whole)
	);
});
