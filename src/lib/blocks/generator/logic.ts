/** Passwords and combinations by chance. */

/** Signs that are easily taken for each other (l, I, 1, O, 0) are left out of all. */
export const SETS = {
	small: 'abcdefghijkmnopqrstuvwxyz',
	large: 'ABCDEFGHJKLMNPQRSTUVWXYZ',
	digits: '23456789',
	signs: '!#$%&*+-=?@_'
} as const;
export type SetName = keyof typeof SETS;

/** A whole number from 0 up to, but not including, `below`, by the device's secure source. */
export function secureBelow(below: number): number {
	// Numbers beyond the last whole multiple would make the first ones more likely.
	const most = Math.floor(2 ** 32 / below) * below;
	const buffer = new Uint32Array(1);
	do crypto.getRandomValues(buffer);
	while ((buffer[0] ?? 0) >= most);
	return (buffer[0] ?? 0) % below;
}

type Below = (below: number) => number;

/** A password with at least one sign of each set. @param length at least as many as there are sets */
export function password(length: number, sets: readonly SetName[], below: Below = secureBelow): string {
	const all = sets.map((name) => SETS[name]).join('');
	if (!all) return '';
	const signs = sets.map((name) => SETS[name][below(SETS[name].length)] ?? '');
	while (signs.length < length) signs.push(all[below(all.length)] ?? '');
	// The sets' own signs would else always come first.
	for (let last = signs.length - 1; last > 0; last--) {
		const other = below(last + 1);
		[signs[last], signs[other]] = [signs[other] ?? '', signs[last] ?? ''];
	}
	return signs.join('');
}

export const combination = (
	lists: readonly { entries: readonly string[] }[],
	joint: string,
	below: Below = secureBelow
): string => lists.map(({ entries }) => entries[below(entries.length)] ?? '').join(joint);

/** How hard it is to guess, in bits. */
export const bitsOf = (length: number, sets: readonly SetName[]): number => {
	const count = sets.reduce((sum, name) => sum + SETS[name].length, 0);
	return count ? Math.floor(length * Math.log2(count)) : 0;
};

/** Bits from which a password is called fair and strong. */
export const strengthOf = (bits: number): 'weak' | 'fair' | 'strong' => (bits < 50 ? 'weak' : bits < 75 ? 'fair' : 'strong');
