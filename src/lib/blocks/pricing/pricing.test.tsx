import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { pricing } from './pricing';

afterEach(cleanup);

it('leads on only from plans that lead somewhere', () => {
	render(<pricing.Component parameters={example} />);
	expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#contact']);
});
