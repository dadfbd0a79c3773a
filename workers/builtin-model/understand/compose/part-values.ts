/** Values that parts of several kinds are made of. */

export interface Item {
	title: string;
	text?: string;
	symbol?: string;
	facts?: { label: string; value: string }[];
}
export type Value = string | number | boolean | string[];
export interface Entry {
	slug: string;
	title: string;
	symbol: string;
	text: string[];
	values: Record<string, Value>;
}
export interface Faq {
	question: string;
	answer: string;
}
export interface Step {
	name: string;
	question: string;
	kind: 'choice' | 'number';
	options?: string[];
	unit?: string;
	min?: number;
	max?: number;
}
export interface SurveyQuestion {
	kind: 'choice' | 'choices' | 'scale' | 'text' | 'number' | 'date';
	question: string;
	options?: string[];
	from?: number;
	to?: number;
	required?: boolean;
}
