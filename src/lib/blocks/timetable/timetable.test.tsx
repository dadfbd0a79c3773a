import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { example } from './example';
import { nextRow, rowsOn } from './logic';
import { timetable } from './timetable';

afterEach(cleanup);

it('has another time on the weekday of an exception only', () => {
	const times = [4, 5].map((weekday) => rowsOn(example, weekday)[1]?.time);
	expect(times).toEqual(['13:10', '13:30']);
});

it('finds the next row of the day', () => {
	const at = (time: string) => nextRow(example.rows, new Date(`2031-01-07T${time}`));
	expect([at('05:39'), at('05:40'), at('21:54'), at('22:00')]).toEqual([0, 1, 4, -1]);
});

it('knows nothing of today unless asked', () => {
	const { container } = render(<timetable.Component parameters={{ ...example, showsToday: false }} />);
	expect(container.querySelector('[data-next]')).toBeNull();
	expect(screen.getAllByRole('listitem')[1]?.textContent).toBe('13:10Dhuhr');
});
