import type { Fact } from '../data';

export interface AdvisorParameters {
	title: string;
	intro?: string;
	/** Asked one after the other. */
	steps: AdvisorStep[];
	results: AdvisorResult[];
	/** How many results are advised at most. */
	most: number;
	/** What all results are called in the list below: 'All shelf supports'; no list where it is left out. */
	all?: string;
}

export interface AdvisorStep {
	/** camelCase; results name it. */
	name: string;
	question: string;
	/** A word or two for the summary: 'Wall'. */
	label: string;
	kind: 'choice' | 'number';
	/** Of a choice. */
	options?: { label: string; icon?: string }[];
	/** Of a number: 'cm'. */
	unit?: string;
	min?: number;
	max?: number;
	hint?: string;
}

export interface AdvisorResult {
	name: string;
	text: string;
	/** The name of an icon or drawing. */
	icon?: string;
	facts?: Fact[];
	/** What must be answered, by the name of a step: one of these options, or a number from and to. Steps left out do not matter. */
	suits: Record<string, string[] | { min?: number; max?: number }>;
	/** How many are needed: one for each `per` of a number that was answered, and `plus` more; `least` at least. */
	amount?: { of: string; per: number; plus?: number; least: number; word: string };
}
