import type { ReactionParameters } from './parameters';

/** Whole milliseconds. @param times at least one, in milliseconds */
export const averageOf = (times: readonly number[]): number =>
	Math.round(times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length));

export const bestOf = (times: readonly number[]): number | undefined => (times.length ? Math.min(...times) : undefined);

/** In milliseconds. @param chance from 0 up to 1 */
export const waitOf = ({ waitFrom, waitTo }: Pick<ReactionParameters, 'waitFrom' | 'waitTo'>, chance: number): number =>
	Math.round((waitFrom + (waitTo - waitFrom) * chance) * 1000);
