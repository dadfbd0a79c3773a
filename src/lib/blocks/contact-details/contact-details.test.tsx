import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { contactDetails } from './contact-details';

afterEach(cleanup);

it('dials a number without its brackets and spaces', () => {
	render(<contactDetails.Component parameters={{ phone: '+49 (0)341 / 55-50' }} />);
	expect(screen.getByRole('link').getAttribute('href')).toBe('tel:+4903415550');
});
