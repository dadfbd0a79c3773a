import { expect, it } from 'vitest';
import { example } from './example';
import { groupsOf, NOTHING, streakOf, toggled } from './logic';

it('has own entries in their group, and not those taken out', () => {
	const kept = { ...NOTHING, added: [{ group: 'At the fire', text: 'Salt' }], removed: ['At the fire/Pot'] };
	expect(groupsOf(example, kept)[1]?.entries.map(({ text }) => text)).toEqual(['Matches', 'Tea', 'Salt']);
});

it('knows a day that is full, and one that is not any more', () => {
	const at = { day: '2031-05-04', all: ['a', 'b'] };
	const full = toggled(toggled(NOTHING, 'a', at), 'b', at);
	expect(full.full).toEqual(['2031-05-04']);
	expect(toggled(full, 'a', at)).toEqual({ ...NOTHING, ticked: { '2031-05-04': ['b'] } });
});

it('counts days in a row, today once it is full', () => {
	const before = (day: string) => `2031-05-${String(Number(day.slice(8)) - 1).padStart(2, '0')}`;
	const streak = (...days: string[]) =>
		streakOf(
			days.map((day) => `2031-05-${day}`),
			'2031-05-08',
			before
		);
	expect([streak('06', '07'), streak('06', '07', '08'), streak('06'), streak('05', '07')]).toEqual([2, 3, 0, 1]);
});
