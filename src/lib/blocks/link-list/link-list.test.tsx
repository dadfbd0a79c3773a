import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { linkList } from './link-list';

afterEach(cleanup);

it('shows whose links they are', () => {
	render(<linkList.Component parameters={example} />);
	expect(screen.getByRole('img', { name: 'Marta with her guitar' })).toBeTruthy();
	expect(screen.getByText('Out on 3 May')).toBeTruthy();
});
