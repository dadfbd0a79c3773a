import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { prose } from './prose';

afterEach(cleanup);

it('is text alone where there is neither heading, picture nor quote', () => {
	const { container } = render(<prose.Component parameters={{ paragraphs: ['Closed in winter.'] }} />);
	expect(container.textContent).toBe('Closed in winter.');
	expect(screen.queryByRole('heading')).toBeNull();
	expect(screen.queryByRole('figure')).toBeNull();
});

it('says what its picture shows', () => {
	render(<prose.Component parameters={example} />);
	expect(screen.getByRole('img', { name: 'Sheep on the heath in August' })).toBeTruthy();
});
