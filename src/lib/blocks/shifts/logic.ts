import type { Shift } from './parameters';

/** That somebody joins a shift. */
export interface Joined {
	/** Id of the shift. */
	shift: string;
	title: string;
	/** '2031-05-04T09:00' */
	from: string;
	to: string;
	/** Small letters: nobody is at two places at once. */
	email: string;
	details: { label: string; value: string }[];
}

type Known = Shift & { id: string };

export const leftIn = ({ id, people }: Known, joined: readonly Joined[]): number =>
	Math.max(0, people - joined.filter(({ shift }) => shift === id).length);

/** Those to come, in the order of time. @param now 'YYYY-MM-DDTHH:MM' */
export const coming = <S extends Shift>(shifts: readonly S[], now: string): S[] =>
	shifts
		.filter(({ date, from }) => `${date}T${from}` >= now)
		.sort((a, b) => `${a.date}${a.from}`.localeCompare(`${b.date}${b.from}`));

/** Those that need people most: by the share of people who are missing, the next ones first. */
export function neediest<S extends Known>(shifts: readonly S[], joined: readonly Joined[], most: number): S[] {
	const need = (shift: S) => leftIn(shift, joined) / shift.people;
	return shifts
		.filter((shift) => leftIn(shift, joined) > 0)
		.sort((a, b) => need(b) - need(a) || leftIn(b, joined) - leftIn(a, joined))
		.slice(0, most);
}

/** What somebody has joined already at that time. */
export const clashOf = (shift: Known, joined: readonly Joined[], email: string): Joined | undefined => {
	const [from, to] = [`${shift.date}T${shift.from}`, `${shift.date}T${shift.to}`];
	return joined.find((one) => one.email === email.trim().toLowerCase() && one.from < to && from < one.to);
};
