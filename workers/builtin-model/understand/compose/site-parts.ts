/** What sites show, sell, lend and collect, by the name of the block. */
import type { FormField } from '../reading/form-fields';
import type { Entry, Faq, Item, Value } from './part-values';

export interface SiteParts {
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
	'link-list': { title: string; text: string; links: { label: string; href: string }[] };
}
