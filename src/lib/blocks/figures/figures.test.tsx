import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { figures } from './figures';

afterEach(cleanup);

it('says of each share what part of the whole it is', () => {
	const { container } = render(<figures.Component parameters={example} />);
	expect(container.textContent).toContain('46 k (46%)');
});

it('draws lower values as shorter bars', () => {
	const { container } = render(<figures.Component parameters={example} />);
	const heights = [...container.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('height')));
	expect(heights.indexOf(Math.max(...heights))).toBe(3);
	expect(heights.indexOf(Math.min(...heights))).toBe(2);
});
