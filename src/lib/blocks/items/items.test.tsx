import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { checks } from './checks';
import { example } from './example';
import { items } from './items';
import { screen } from '@testing-library/react';

afterEach(cleanup);

it('counts its steps where their order matters', () => {
	const parameters = { ...example, layout: 'numbered' as const };
	render(<items.Component parameters={parameters} />);
	checks['numbers-them']({ view: screen, parameters } as never);
});

it('shows a picture in place of the icon', () => {
	const one = { title: 'Bows', icon: 'clock', picture: { label: 'A bow' } };
	const { container } = render(<items.Component parameters={{ ...example, layout: 'rows', items: [one] }} />);
	expect(container.querySelector('.items-icon')).toBeNull();
	expect(screen.getByRole('img', { name: 'A bow' })).toBeTruthy();
});
