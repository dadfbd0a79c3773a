import type { ResumeEntry } from './parameters';

/** First and last year of an entry; what has begun and not ended lasts for ever. */
export function yearsOf(years: string): [from: number, to: number] {
	const found = (years.match(/\d{4}/g) ?? []).map(Number);
	const [from = 0, to = from] = found;
	const isOpen = found.length === 1 && /[^\d\s./]/.test(years);
	return [from, isOpen ? Infinity : to];
}

/** The newest first: by when it ended, then by when it began; as given where both are the same. */
export function newestFirst<E extends Pick<ResumeEntry, 'years'>>(entries: readonly E[]): E[] {
	const later = (a: number, b: number) => (a === b ? 0 : b - a);
	return [...entries].sort((a, b) => {
		const [fromA, toA] = yearsOf(a.years);
		const [fromB, toB] = yearsOf(b.years);
		return later(toA, toB) || later(fromA, fromB);
	});
}
