import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { t } from '../../core/words';
import { printButton } from './print-button';

afterEach(cleanup);

it('has a label of its own where none is given', () => {
	render(<printButton.Component parameters={{}} />);
	expect(screen.getByRole('button').textContent).toBe(t('print'));
});
