import type { ReadingsParameters } from './parameters';

export interface Reading {
	source: string;
	/** `YYYY-MM-DD`, by the hour `YYYY-MM-DDTHH:00`. */
	at: string;
	/** In the order of the measures; null where there is none. */
	values: (number | null)[];
}

/** Example readings up to a day, the same for the same day however often they are asked for. @param lastDay `YYYY-MM-DD` */
export function exampleReadings({ sources, measures, days, step, readings }: ReadingsParameters, lastDay: string): Reading[] {
	if (readings) return readings;
	const last = Math.round(Date.parse(`${lastDay}T00:00:00Z`) / DAY_MS);
	const hours = step === 'hour' ? Array.from({ length: 24 }, (_, hour) => hour) : [0];
	return sources.flatMap((source) =>
		Array.from({ length: days }, (_, index) => last - days + 1 + index).flatMap((day) =>
			hours.map((hour) => {
				const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
				const at = step === 'hour' ? `${iso}T${String(hour).padStart(2, '0')}:00` : iso;
				const values = measures.map(({ name, decimals, from, to }) => {
					const share = waveOf(hashOf(source + name), day + hour / 24);
					return Number((from + (to - from) * share).toFixed(decimals));
				});
				return { source, at, values };
			})
		)
	);
}

const DAY_MS = 86_400_000;

/** Slow and fast waves with a little noise, and a peak about once a month. From 0 to 1. */
function waveOf(seed: number, day: number): number {
	const turn = (length: number, shift: number) => Math.sin((2 * Math.PI * day) / length + (seed % 100) * shift);
	const noise = (hashOf(`${seed} ${day.toFixed(2)}`) % 1000) / 1000 - 0.5;
	const toPeak = Math.abs(((((day + (seed % 29)) % 29) + 29) % 29) - 14);
	const peak = 0.5 * Math.exp(-(toPeak ** 2) / 4);
	return Math.min(1, Math.max(0, 0.38 + 0.16 * turn(31, 0.13) + 0.1 * turn(7.3, 0.29) + 0.1 * noise + peak));
}

function hashOf(text: string): number {
	let hash = 2166136261;
	for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0;
	return (hash ^ (hash >>> 15)) >>> 0;
}

/** Readings with others in their place where source and time are the same, in the order of time. */
export function merged(readings: readonly Reading[], others: readonly Reading[]): Reading[] {
	const all = new Map([...readings, ...others].map((one) => [`${one.source} ${one.at}`, one]));
	return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** Those of a source, both days included. */
export const within = (readings: readonly Reading[], source: string, from: string, to: string): Reading[] =>
	readings.filter((one) => one.source === source && one.at.slice(0, 10) >= from && one.at.slice(0, 10) <= to);

export type Statistic = ReadingsParameters['statistics'][number];

/** A figure of values; undefined of none. */
export function statisticOf(kind: Statistic, values: readonly (number | null)[]): number | undefined {
	const numbers = values.filter((value) => value !== null);
	if (!numbers.length) return undefined;
	const total = numbers.reduce((sum, value) => sum + value, 0);
	const of = {
		lowest: () => Math.min(...numbers),
		highest: () => Math.max(...numbers),
		mean: () => total / numbers.length,
		total: () => total
	};
	return of[kind]();
}
