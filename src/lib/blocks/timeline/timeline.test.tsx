import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { timeline } from './timeline';

afterEach(cleanup);

it('keeps entries of the same year apart', () => {
	const entries = [
		{ when: '2024', title: 'Spring tour' },
		{ when: '2024', title: 'Spring tour', place: 'Gent' }
	];
	render(<timeline.Component parameters={{ heading: 'Tours', entries }} />);
	expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['2024Spring tour', '2024Spring tourGent']);
});
