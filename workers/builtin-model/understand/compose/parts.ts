/** What the reader has to say, before any block of a frame takes it as its parameters. */
import type { FormField } from '../reading/form-fields';

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

/** Everything that a part of a page can be, by the name of its block. */
export interface Parts {
	hero: {
		title: string;
		kicker?: string;
		text: string;
		symbol?: string;
		actions?: { label: string; href: string }[];
		facts?: { value: string; label: string }[];
	};
	prose: { title?: string; paragraphs: string[] };
	items: { title: string; intro?: string; items: Item[]; layout: 'cards' | 'rows' | 'numbered' };
	team: { title: string; people: { name: string; role: string; text?: string }[] };
	pricing: { title: string; plans: { name: string; price: string; per?: string; points: string[] }[] };
	carousel: { title: string; slides: (Item & { by?: string })[]; everySeconds?: number };
	faq: {
		title: string;
		groups: { name?: string; items: Faq[] }[];
		search: boolean;
		urgent?: { group: string; number: string; text: string };
	};
	timeline: { title: string; entries: { when: string; title: string; place?: string; text?: string }[] };
	resume: {
		name: string;
		role: string;
		summary: string;
		experience: { years: string; title: string; place: string; text: string }[];
		education: { years: string; title: string; place: string; text: string }[];
		languages: { name: string; level: string }[];
		print: boolean;
	};
	gallery: {
		title: string;
		intro?: string;
		categories: string[];
		items: { title: string; year: string; category: string; symbol: string; caption?: string }[];
	};
	countdown: {
		title?: string;
		name: string;
		until: { kind: 'once'; at: string } | { kind: 'yearly'; month: number; day: number; time: string };
		units: ('days' | 'hours' | 'minutes' | 'seconds')[];
		over: string;
	};
	progress: { title: string; goal: number; reached: number; unit: string; text?: string };
	timetable: {
		title: string;
		rows: { time: string; title: string; text?: string }[];
		exceptions?: { weekday: number; title: string; time: string }[];
		note?: string;
	};
	'opening-hours': { title: string; rows: { days: string; from: string; to: string; weekdays: number[] }[] };
	'site-plan': {
		title: string;
		text?: string;
		places: { label: string; x: number; y: number; kind: 'spot' | 'area' | 'parking' | 'entrance' }[];
		ways: { by: string; text: string }[];
	};
	'contact-details': { title: string; lines: string[] };
	form: {
		title: string;
		intro?: string;
		fields: FormField[];
		action: string;
		thanks: string;
		collection: string;
		onePer?: string;
		taken?: string;
		places?: number;
	};
	inbox: { title: string; collection: string; fields: FormField[] };
	directory: {
		title: string;
		intro?: string;
		one: string;
		all: string;
		collection: string;
		fields: FormField[];
		filters: { field: string; kind: 'choice' | 'contains' | 'most' | 'tick'; label?: string; most?: number }[];
		search: boolean;
		sort: string[];
		records: Entry[];
		favourites: boolean;
		empty: string;
	};
	suggestions: { title: string; collection: string; fields: FormField[]; thanks: string; one: string };
	approvals: { title: string; collection: string; fields: FormField[]; one: string; all: string };
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
	articles: {
		title: string;
		collection: string;
		categories: string[];
		category?: string;
		facts: FormField[];
		filters: string[];
		sort: string[];
		search: boolean;
		archive: boolean;
		comments: boolean;
		articles: {
			slug: string;
			title: string;
			date: string;
			category: string;
			place?: string;
			lead: string;
			text: string[];
			symbol: string;
			facts: Record<string, Value>;
		}[];
	};
	writing: {
		title: string;
		collection: string;
		categories: string[];
		drafts: boolean;
		hasPlace: boolean;
		hasPhoto: boolean;
		comments: boolean;
	};
	catalogue: {
		title: string;
		one: string;
		all: string;
		collection: string;
		categories: string[];
		currency: string;
		facts: FormField[];
		sort: string[];
		soldBy: { kind: 'each' } | { kind: 'length'; min: number; max: number; fee: number };
		products: {
			slug: string;
			name: string;
			text: string;
			price: number;
			category: string;
			symbol: string;
			facts: Record<string, Value>;
		}[];
	};
	cart: {
		title: string;
		catalogue: string;
		orders: string;
		fields: FormField[];
		payment: 'test' | 'on-delivery' | 'none';
		note: string;
		prefix: string;
		thanks: string;
		states: string[];
		/** The field by which an order is found again. */
		lookup?: string;
	};
	'order-lookup': { title: string; orders: string; by: 'phone' | 'email'; label: string; none: string };
	orders: { title: string; orders: string; states: string[]; none: string };
	booking: {
		title: string;
		intro?: string;
		one: string;
		all: string;
		collection: string;
		resources: { slug: string; name: string; text?: string; symbol: string }[];
		unit:
			| { kind: 'hours'; from: string; to: string }
			| { kind: 'slots'; minutes: number; from: string; to: string }
			| { kind: 'days' }
			| { kind: 'nights' };
		most?: number;
		cancelUntilHours?: number;
		who: 'members' | 'anybody';
		thanks: string;
		people?: { label: string; most: number };
		fields: FormField[];
		handOver: boolean;
	};
	'my-bookings': { title: string; collection: string; cancelUntilHours?: number };
	'bookings-desk': { title: string; collection: string; handOver: boolean };
	shifts: {
		title: string;
		collection: string;
		note?: string;
		tasks: string[];
		places: string[];
		most: number;
		shifts: {
			title: string;
			weekday: number;
			week: number;
			from: string;
			to: string;
			place: string;
			tasks: string[];
			places: number;
		}[];
	};
	'shifts-desk': { title: string; collection: string; tasks: string[]; places: string[] };
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
	feed: {
		title: string;
		collection: string;
		categories: string[];
		photo: boolean;
		likes: boolean;
		comments: boolean;
		follows: boolean;
		mark?: { word: string; category: string };
		hides: boolean;
		posts: { by: string; text: string; category: string; symbol: string }[];
	};
	profiles: {
		title: string;
		one: string;
		all: string;
		collection: string;
		fields: FormField[];
		search: string[];
		follows: boolean;
		blocks: boolean;
		/** Path of the page with messages. */
		messagesAt?: string;
		people: Record<string, Value>[];
	};
	messages: { title: string; word: string; afterHours: number };
	matching: { title: string; intro: string; asks: FormField[]; candidates: Entry[]; weights: Record<string, number> };
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
	'link-list': { title: string; text: string; links: { label: string; href: string }[] };
}
export type PartName = keyof Parts;

/** A part at its place, with the words of the person that asked for it. */
export interface Part<K extends PartName = PartName> {
	block: K;
	content: Parts[K];
	/** What the menu of a one-page app calls it. */
	menu?: string;
	/** Sentences that it comes from, verbatim or in part; empty when nobody asked. */
	from: string[];
}

export const part = <K extends PartName>(block: K, content: Parts[K], from: (string | undefined)[] = [], menu?: string): Part =>
	({
		block,
		content,
		from: from.filter((one) => one !== undefined && one !== ''),
		...(menu ? { menu } : {})
	}) as Part;

/** What a part of this block says. */
export const contentOf = <K extends PartName>(one: Part, block: K): Parts[K] => {
	if (one.block !== block) throw new Error(`This part is '${one.block}', not '${block}'.`);
	return one.content as Parts[K];
};

export interface PagePlan {
	route: string;
	title: string;
	description: string;
	parts: Part[];
	/** Words of the person that asked for the page. */
	from: string[];
	/** Who may open it. */
	access: 'everybody' | 'members' | 'owner';
	/** It is left out of the menu. */
	isHidden?: boolean;
}

export interface AppPlan {
	title: string;
	tagline: string;
	summary: string;
	icon: string;
	layout: 'site' | 'plain';
	/** Something of it is shared between people, or kept for who runs it. */
	isShared: boolean;
	pages: PagePlan[];
	assumptions: string[];
}
