import type { AdvisorParameters, AdvisorResult } from './parameters';

/** Which results suit what was answered. */

/** By the name of a step: an option's label, or a number. */
export type Answers = Record<string, string | number>;

/** The steps whose condition an answer does not meet. */
export function unmet({ suits }: AdvisorResult, answers: Answers): string[] {
	return Object.entries(suits)
		.filter(([step, wanted]) => {
			const given = answers[step];
			if (Array.isArray(wanted)) return typeof given !== 'string' || !wanted.includes(given);
			const { min = -Infinity, max = Infinity } = wanted;
			return typeof given !== 'number' || given < min || given > max;
		})
		.map(([step]) => step);
}

export interface Advice {
	results: AdvisorResult[];
	/** False when nothing suits all answers: then it is what comes closest. */
	isExact: boolean;
}

/** What suits all answers, the most particular ones first; else the one that comes closest. */
export function adviceOf({ results, most }: Pick<AdvisorParameters, 'results' | 'most'>, answers: Answers): Advice {
	const particular = (result: AdvisorResult) => Object.keys(result.suits).length;
	const fitting = results.filter((result) => !unmet(result, answers).length).sort((a, b) => particular(b) - particular(a));
	if (fitting.length) return { results: fitting.slice(0, most), isExact: true };
	const [closest] = [...results].sort((a, b) => unmet(a, answers).length - unmet(b, answers).length);
	return { results: closest ? [closest] : [], isExact: false };
}

/** How many of a result are needed; undefined where that is not said. */
export function amountOf({ amount }: AdvisorResult, answers: Answers): number | undefined {
	const given = amount && answers[amount.of];
	if (!amount || typeof given !== 'number') return undefined;
	return Math.max(amount.least, Math.ceil(Number((given / amount.per).toFixed(9))) + (amount.plus ?? 0));
}
