import { expect, it } from 'vitest';
import { entryAt, restAt } from './logic';

it('comes to rest with the drawn entry under the pointer, turning forward by whole turns', () => {
	let angle = 0;
	for (const count of [2, 3, 5, 12, 40])
		for (let index = 0; index < count; index++) {
			const rest = restAt(angle, index, count);
			expect(entryAt(rest, count)).toBe(index);
			expect(rest - angle).toBeGreaterThanOrEqual(5 * 360);
			expect(rest - angle).toBeLessThan(6 * 360);
			angle = rest;
		}
});
