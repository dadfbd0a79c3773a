import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { sitePlan } from './site-plan';

afterEach(cleanup);

it('draws a line for each path, areas and car parks as shapes', () => {
	const { container } = render(<sitePlan.Component parameters={example} />);
	expect(container.querySelectorAll('.site-plan-path')).toHaveLength(3);
	expect(container.querySelectorAll('.site-plan-area')).toHaveLength(1);
	expect(container.querySelectorAll('.site-plan-lot')).toHaveLength(1);
});

it('keeps labels at the edge inside the plan', () => {
	const places = [2, 30, 80, 96].map((x) => ({ label: `At ${x}`, x, y: 50, kind: 'spot' as const }));
	const { container } = render(<sitePlan.Component parameters={{ ...example, places }} />);
	const sides = [...container.querySelectorAll<HTMLElement>('.site-plan-label')].map((label) => label.dataset['side']);
	expect(sides).toEqual(['start', 'centre', 'centre', 'end']);
});
