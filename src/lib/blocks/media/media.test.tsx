import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { portionsOf, scaled, stepAt } from './logic';
import { media } from './media';

afterEach(cleanup);

it('is in the last step that has begun', () => {
	const steps = [{ at: 10 }, { at: 200 }];
	expect([0, 10, 199, 200, 900].map((at) => stepAt(steps, at))).toEqual([-1, 0, 0, 1, 1]);
});

it('takes portions above 0, with a comma or a point', () => {
	expect(['4', '1,5', '0.5', '0', '-1', '', 'two', '1e9'].map(portionsOf)).toEqual([4, 1.5, 0.5, ...Array<undefined>(5)]);
});

it('rounds amounts as a cook would', () => {
	expect([scaled(250, 1.5), scaled(2.5, 1 / 3), scaled(6, 0.5), scaled(33.3, 2)]).toEqual([375, 0.83, 3, 67]);
});

it('offers no hearts unless asked', () => {
	render(<media.Component parameters={{ ...example, favourites: false }} />);
	expect(screen.queryByRole('button', { name: /White beans/ })).toBeNull();
});
