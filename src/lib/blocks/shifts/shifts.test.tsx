import { expect, it } from 'vitest';
import { isWithoutRoom } from '../../core/rules';
import { example } from './example';
import { clashOf, coming, leftIn, neediest, type Joined } from './logic';

const shifts = example.shifts.map((shift, index) => ({ ...shift, id: `s${index}` }));
const joined = (shift: number, email: string): Joined => {
	const { id = '', title = '', date = '', from = '', to = '' } = shifts[shift] ?? {};
	return { shift: id, title, from: `${date}T${from}`, to: `${date}T${to}`, email, details: [] };
};
const [first, second, third] = shifts;

it('counts places that are left', () => {
	expect(first && leftIn(first, [joined(0, 'a'), joined(0, 'b'), joined(1, 'a')])).toBe(2);
});

it('leaves out what has begun', () => {
	expect(coming(shifts, '2041-03-04T19:30').map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
});

it('suggests what lacks most of its people, and nothing that is full', () => {
	const some = [joined(1, 'a'), joined(3, 'a'), joined(3, 'b'), joined(3, 'c'), joined(0, 'a')];
	expect(neediest(shifts, some, 2).map(({ id }) => id)).toEqual(['s2', 's0']);
});

it('sees that shifts of one person overlap', () => {
	const some = [joined(0, 'kim@example.com')];
	expect(second && clashOf(second, some, ' KIM@example.com ')?.title).toBe('Evening walk');
	expect(second && clashOf(second, some, 'lee@example.com')).toBeUndefined();
	expect(third && clashOf(third, some, 'kim@example.com')).toBeUndefined();
});

it('is refused by the rules where a shift has no room, or is none', () => {
	const rules = { roomIn: { of: 'toad-shifts', field: 'shift', room: 'people' } };
	const isFull = (shift: string, ...there: Joined[]) => isWithoutRoom(rules, { hosts: shifts, records: there }, { shift });
	expect([isFull('s1'), isFull('s1', joined(1, 'a')), isFull('s0', joined(1, 'a')), isFull('none')]).toEqual([
		false,
		true,
		false,
		true
	]);
});
