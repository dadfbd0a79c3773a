/** What games, tools, questions and things that one keeps are made of, by the name of the block. */
import type { FormField } from '../reading/form-fields';
import type { Faq, Step, SurveyQuestion, Value } from './part-values';

export interface AppParts {
	records: {
		title: string;
		one: string;
		all: string;
		collection: string;
		fields: FormField[];
		filters: string[];
		totals: { field: string; label: string }[];
		records: Record<string, Value>[];
		csv: boolean;
	};
	readings: {
		title: string;
		intro?: string;
		one: string;
		sources: string[];
		measures: { name: string; unit: string; decimals: number; base: number; swing: number }[];
		days: number;
		compare: 'none' | 'overlay' | 'side-by-side';
		statistics: ('lowest' | 'highest' | 'mean')[];
		limit?: { measure: string; above: number; word: string };
		table: boolean;
		csvIn: boolean;
		csvOut: boolean;
	};
	quiz: {
		title: string;
		intro: string;
		questions: { text: string; symbol?: string; answers: string[]; right: number; because: string }[];
		atOnce: boolean;
		shuffles: boolean;
		/** How long each question can be answered. */
		seconds?: number;
		endings: { from: number; title: string; text: string }[];
	};
	advisor: {
		title: string;
		intro: string;
		steps: Step[];
		/** What all results are called. */
		all: string;
		results: {
			name: string;
			word: string;
			symbol: string;
			text: string;
			facts: { label: string; value: string }[];
			suits: Record<string, string[] | { min?: number; max?: number }>;
			spacing?: number;
			load?: number;
		}[];
		most: number;
	};
	survey: {
		title: string;
		intro: string;
		questions: SurveyQuestion[];
		collection: string;
		results: 'everybody' | 'owner';
		once: boolean;
		thanks: string;
	};
	'survey-desk': { title: string; collection: string };
	poll: { title: string; question: string; options: string[]; collection: string };
	lessons: {
		title: string;
		intro: string;
		lessons: {
			slug: string;
			title: string;
			text: string;
			items: { sign: string; code: string }[];
			exercise: { question: string; answers: string[]; right: number }[];
		}[];
		passPercent: number;
		free: number;
		accounts: boolean;
	};
	flashcards: { title: string; decks: { name: string; cards: { front: string; back: string }[] }[] };
	assistant: {
		name: string;
		greeting: string;
		answers: (Faq & { group?: string })[];
		noAnswer: string;
		/** The button that leads to a person. */
		action: string;
		fields: FormField[];
		thanks: string;
		collection: string;
		urgent?: { words: string[]; number: string; text: string };
		corner: boolean;
	};
	board: { title: string; collection: string; columns: string[]; cards: { title: string; column: string }[] };
	calendar: { title: string; collection: string; mayAdd: boolean; events: { date: string; title: string; text?: string }[] };
	planner: {
		title: string;
		one: string;
		all: string;
		collection: string;
		fields: FormField[];
		row: string;
		rowsFrom: string;
		column: string;
		columns: number;
		cell: FormField[];
		ticks: boolean;
		copies: boolean;
		print: boolean;
	};
	checklist: { title: string; collection: string; groups: { name: string; items: string[] }[]; daily: boolean };
	memory: {
		title: string;
		pictures: { name: string; symbol: string }[];
		sizes: { label: string; pairs: number }[];
		twoPlayers: boolean;
		confetti: boolean;
		daily: boolean;
	};
	reaction: { title: string; rounds: number; from: number; to: number };
	'sliding-tiles': { title: string; size: number; target: number };
	snake: { title: string; size: number; wraps: boolean; speeds: { label: string; ms: number }[] };
	'connect-four': {
		title: string;
		columns: number;
		rows: number;
		win: number;
		drops: boolean;
		opponent: 'person' | 'computer' | 'both';
	};
	'word-guess': { title: string; letters: string[]; words: string[]; kind: 'rows' | 'gallows'; tries: number };
	mines: { title: string; sizes: { label: string; rows: number; columns: number; mines: number }[] };
	wheel: { title: string; entries: string[]; removes: boolean };
	dice: { title: string; dice: number[] };
	typing: { title: string; texts: string[]; seconds: number };
	calculator: {
		title: string;
		intro: string;
		inputs: {
			name: string;
			label: string;
			kind: 'length' | 'area' | 'plain';
			unit: string;
			min: number;
			above: boolean;
			fallback: number;
			whole?: boolean;
		}[];
		systems: boolean;
		steps: {
			name: string;
			op: 'add' | 'subtract' | 'multiply' | 'divide' | 'ceil' | 'round' | 'power' | 'payment';
			of: (string | number)[];
		}[];
		outputs: { label: string; from: string; unit: string; decimals: number; least?: number; below?: string }[];
		examples: { inputs: Record<string, number>; outputs: Record<string, number> }[];
	};
	converter: {
		title: string;
		groups: { name: string; units: { name: string; symbol: string; factor: number; offset?: number }[] }[];
	};
	timer: {
		title: string;
		kind: 'countdown' | 'stopwatch' | 'phases';
		phases: { name: string; seconds: number }[];
		rounds: number;
	};
	'text-editor': { title: string; kind: 'markdown' | 'html' | 'plain'; sample: string };
	generator: { title: string; kind: 'password' | 'palette' | 'names' };
	media: {
		title: string;
		collection: string;
		kind: 'video' | 'audio';
		fields: FormField[];
		filters: { field: string; kind: 'choice' | 'contains' | 'most' | 'tick'; label?: string; most?: number }[];
		favourites: boolean;
		items: {
			slug: string;
			title: string;
			seconds: number;
			symbol: string;
			values: Record<string, Value>;
			text: string[];
			steps: { at: number; text: string }[];
			amounts: { name: string; amount: number; unit: string }[];
			portions: number;
		}[];
	};
}
