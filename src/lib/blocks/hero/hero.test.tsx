import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { hero } from './hero';

afterEach(cleanup);

it('shows a picture in place of the symbol, with what it says', () => {
	render(<hero.Component parameters={{ ...example, picture: { src: '/oven.jpg', alt: 'The oven at work' } }} />);
	expect(screen.getByRole('img', { name: 'The oven at work' })).toBeTruthy();
	expect(screen.queryByText('🥖')).toBeNull();
});

it('leaves out what was not given', () => {
	const { container } = render(<hero.Component parameters={{ title: 'Bread', text: 'Fresh.' }} />);
	expect(container.textContent).toBe('BreadFresh.');
	expect(screen.queryByRole('link')).toBeNull();
});
