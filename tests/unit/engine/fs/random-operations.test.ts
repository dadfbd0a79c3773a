import { expect, test } from 'vitest';
import { names, newFileSystem, read, write } from './file-system-fixture';

/** Deterministic numbers, so that a failure can be run again. */
function randomSource(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

test.each([1, 2, 3])('after random operations the tables are sound and the content is as a plain map says (seed %i)', (seed) => {
	const fs = newFileSystem(8);
	const random = randomSource(seed);
	const model = new Map<string, string>();
	for (let step = 0; step < 3000; step++) {
		const path = `/tmp/f${random(40)}`;
		const other = `/tmp/f${random(40)}`;
		const text = String(step).repeat(random(2000));
		switch (random(4)) {
			case 0:
			case 1:
				if (write(fs, path, text) >= 0) model.set(path, text);
				break;
			case 2:
				if (fs.unlink(path) === 0) model.delete(path);
				break;
			default:
				if (fs.rename(path, other) === 0 && path !== other) {
					model.set(other, model.get(path) ?? 'missing');
					model.delete(path);
				}
		}
	}
	expect(fs.fsck().problems).toEqual([]);
	expect(names(fs, '/tmp').map((name) => `/tmp/${name}`)).toEqual([...model.keys()].sort());
	for (const [path, text] of model) expect(read(fs, path)).toBe(text);
});
