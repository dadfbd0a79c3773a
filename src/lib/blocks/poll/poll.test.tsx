import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import '../../app';
import { example } from './example';
import { poll } from './poll';

afterEach(cleanup);

it('plans the votes of others, so many for each option', () => {
	const plan = poll.collections?.(example)[example.collection];
	expect(plan?.seed).toHaveLength(11);
	expect(plan?.seed?.filter((vote) => 'option' in vote && vote.option === 'A comedy')).toHaveLength(4);
});

it('shows no result before the vote', () => {
	localStorage.clear();
	render(<poll.Component parameters={example} />);
	expect(screen.getAllByRole('radio')).toHaveLength(3);
	expect(screen.queryByRole('list')).toBeNull();
});
