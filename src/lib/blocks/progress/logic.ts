/** Of the goal that is reached, 0 or more; past 1 when there is more than was hoped for. */
export const shareOf = ({ goal, reached }: { goal: number; reached: number }): number => Math.max(0, reached / goal);

/** Whole percent; 100 only once the goal is reached. */
export function percentOf(share: number): number {
	const percent = Math.round(share * 100);
	return share < 1 ? Math.min(percent, 99) : percent;
}
