import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { hero } from './hero';

afterEach(cleanup);

it('shows a picture in place of the icon, with what it says', () => {
	const { container } = render(
		<hero.Component parameters={{ ...example, picture: { src: '/oven.jpg', alt: 'The oven at work' } }} />
	);
	expect(screen.getByRole('img', { name: 'The oven at work' })).toBeTruthy();
	expect(container.querySelector('.icon')).toBeNull();
});

it('leaves out what was not given', () => {
	const { container } = render(<hero.Component parameters={{ title: 'Bread', text: 'Fresh.' }} />);
	expect(container.textContent).toBe('BreadFresh.');
	expect(screen.queryByRole('link')).toBeNull();
});
