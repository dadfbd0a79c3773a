/** A whole number from 0 up to, but not including, `below`. */
export const randomBelow = (below: number): number => Math.floor(Math.random() * below);

/** The same things in a new order, each order as likely as any other. */
export function shuffled<T>(items: readonly T[]): T[] {
	const mixed = [...items];
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = randomBelow(last + 1);
		[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
	}
	return mixed;
}
