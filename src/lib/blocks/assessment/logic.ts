import type { AssessmentParameters } from './parameters';

export interface Share {
	key: string;
	points: number;
	/** Of all points given, 0 to 1. */
	share: number;
}

/** Points by result, most first; equal ones in the order of the results. @param given index of the answer by question */
export function sharesOf({ questions, results }: AssessmentParameters, given: readonly number[]): Share[] {
	const points = new Map(results.map(({ key }) => [key, 0]));
	for (const [index, { answers }] of questions.entries())
		for (const [key, more] of Object.entries(answers[given[index] ?? -1]?.points ?? {}))
			points.set(key, (points.get(key) ?? 0) + more);
	const all = [...points.values()].reduce((sum, one) => sum + one, 0);
	return [...points].map(([key, own]) => ({ key, points: own, share: all ? own / all : 0 })).sort((a, b) => b.points - a.points);
}
