import type { Fact } from '../data';

export interface AssessmentParameters {
	title: string;
	intro: string;
	questions: { question: string; icon?: string; answers: { text: string; points: Record<string, number> }[] }[];
	/** What can come out, by a key that answers give points to. */
	results: { key: string; title: string; text: string; icon?: string; facts?: Fact[] }[];
	/** Whether the shares of all results are shown as bars. */
	showsShares: boolean;
}
