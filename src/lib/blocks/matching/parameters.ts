import type { Picture } from '../data';

export interface MatchingParameters {
	heading: string;
	intro: string;
	/** What somebody is asked; `weight` 1 unless said otherwise. */
	asks: { name: string; question: string; options: string[]; weight?: number }[];
	/** What fits, by the names of the asks: one or several of their options. */
	candidates: MatchingCandidate[];
	/** How many are shown at most. */
	most: number;
	/** Below this share (0 to 1) a candidate is not shown. */
	least?: number;
	/** Said when nothing fits. */
	none: string;
}

export interface MatchingCandidate {
	title: string;
	text: string;
	picture?: Picture;
	fits: Record<string, string[]>;
}
