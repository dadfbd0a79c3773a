import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { gallery } from './gallery';
import { words } from './words';

afterEach(cleanup);

it('steps through the pictures of the chosen category only', () => {
	render(<gallery.Component parameters={example} />);
	fireEvent.click(screen.getByRole('button', { name: 'Boxes' }));
	fireEvent.click(screen.getByRole('button', { name: words('open', { title: 'Tea box' }) }));
	fireEvent.click(screen.getByRole('button', { name: words('next') }));
	expect(screen.getByRole('dialog').querySelector('h2')?.textContent).toBe('Letter box');
});

it('offers no choice without categories', () => {
	const items = example.items.map(({ category, ...item }) => (category ? item : item));
	render(<gallery.Component parameters={{ heading: 'All', items }} />);
	expect(screen.queryByRole('group')).toBeNull();
});
