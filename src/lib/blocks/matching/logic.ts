import type { MatchingCandidate, MatchingParameters } from './parameters';

export interface Match {
	candidate: MatchingCandidate;
	/** Of the weight of all answers, 0 to 1. */
	share: number;
	/** Options that fit, in the order of the asks. */
	because: string[];
}

/** The candidates that fit given answers, the best first; those that fit equally well as they were given. */
export function matchesOf(
	{ asks, candidates, most, least = 0 }: MatchingParameters,
	answers: Readonly<Record<string, string>>
): Match[] {
	const asked = asks.filter(({ name }) => answers[name]);
	const all = asked.reduce((sum, { weight = 1 }) => sum + weight, 0);
	return candidates
		.map((candidate) => {
			const fitting = asked.filter(({ name }) => candidate.fits[name]?.includes(answers[name] ?? ''));
			const share = all ? fitting.reduce((sum, { weight = 1 }) => sum + weight, 0) / all : 0;
			return { candidate, share, because: fitting.map(({ name }) => answers[name] ?? '') };
		})
		.filter(({ share }) => share > 0 && share >= least)
		.sort((a, b) => b.share - a.share)
		.slice(0, most);
}
