import type { MediaItem } from './parameters';

/** With its facts beside its other values, as lists are narrowed by. */
export type FlatItem = Omit<MediaItem, 'facts'> & Record<string, unknown>;

export const flat = ({ facts = {}, ...item }: MediaItem): FlatItem => ({ ...facts, ...item });

/** Index of the step that a moment is in; -1 before the first. */
export function stepAt(steps: readonly { at: number }[], seconds: number): number {
	let found = -1;
	for (const [index, { at }] of steps.entries()) if (at <= seconds) found = index;
	return found;
}

/** How many portions a text says; undefined when it says none. */
export function portionsOf(text: string): number | undefined {
	const portions = Number(text.replace(',', '.'));
	return text.trim() && Number.isFinite(portions) && portions > 0 && portions <= 1000 ? portions : undefined;
}

/** An amount for more or fewer portions: whole where it is large, else to two places. */
export function scaled(amount: number, factor: number): number {
	const exact = amount * factor;
	return exact >= 50 ? Math.round(exact) : Math.round(exact * 100) / 100;
}
