/** What the reader has to say as the parameters that blocks take: the one place that knows both. */
import { lineIcon, pictureName } from '../content/pictures';
import type { FormField } from '../reading/form-fields';
import type { Item, Part, PartName, Parts } from './parts';
import { capital } from './phrases';

type Parameters = Record<string, unknown>;

/** The parameters of a part's block. */
export const parametersOf = (one: Part): Parameters =>
	clean((ADAPTERS[one.block] as (content: unknown) => Parameters)(one.content));

const picture = (label: string, symbol: string | undefined) => ({
	label,
	icon: symbol === undefined ? undefined : pictureName(symbol)
});

/** A field as forms take it. */
function formField(one: FormField): Parameters {
	const kinds: Record<FormField['type'], string> = {
		text: 'text',
		longText: 'longText',
		email: 'email',
		phone: 'phone',
		number: 'number',
		date: 'date',
		time: 'time',
		choice: 'choice',
		choices: 'choice',
		tick: 'check',
		photo: 'text',
		rating: 'number'
	};
	const { name, label, options, hint, min, max, unit } = one;
	const isChoice = kinds[one.type] === 'choice' && (options?.length ?? 0) > 1;
	return {
		name,
		label,
		kind: kinds[one.type] === 'choice' && !isChoice ? 'text' : kinds[one.type],
		isRequired: one.required,
		options: isChoice ? options : undefined,
		hint,
		min,
		max,
		unit
	};
}
/** A field as records have it. */
function recordField(one: FormField): Parameters {
	const { name, label, kind, options, unit } = formField(one) as {
		name: string;
		label: string;
		kind: string;
		options?: string[];
		unit?: string;
	};
	return { name, label, kind: /languages|interests|ingredients/i.test(name) ? 'list' : kind, options, unit };
}

const item = ({ title, text, symbol, facts }: Item): Parameters => ({
	title,
	text: text || undefined,
	picture: symbol ? picture(title, symbol) : undefined,
	facts: facts?.length ? facts : undefined
});

/** Without what is left out, as strict schemas want it. */
function clean(value: Parameters): Parameters {
	return JSON.parse(JSON.stringify(value)) as Parameters;
}

const round = (value: number) => Math.round(value * 100) / 100;

const UNITS: Record<'length' | 'area', { metres: { unit: string; factor: number }; feet: { unit: string; factor: number } }> = {
	length: { metres: { unit: 'm', factor: 1 }, feet: { unit: 'feet', factor: 0.3048 } },
	area: { metres: { unit: 'm²', factor: 1 }, feet: { unit: 'square feet', factor: 0.09290304 } }
};

/** Inputs in one system of units or in two; what must not fall below its least is a limit with an example that breaks it. */
function calculator({ systems, inputs, outputs, examples, steps, title, intro }: Parts['calculator']): Parameters {
	const given = examples[0]?.inputs ?? Object.fromEntries(inputs.map((one) => [one.name, one.fallback]));
	const worked = examples.length ? examples : [{ inputs: given, outputs: resultsOf(steps, given) }];
	return {
		title,
		intro,
		systems: systems
			? [
					{ name: 'metres', label: 'Metres' },
					{ name: 'feet', label: 'Feet' }
				]
			: undefined,
		inputs: inputs.map(({ name, label, kind, unit, min, above, fallback, whole }) => ({
			...{ name, label, kind: 'number', isWhole: whole, default: whole ? fallback : undefined },
			...(above ? { above: min } : { min }),
			...(systems && kind !== 'plain' ? { units: UNITS[kind] } : { unit: unit || undefined })
		})),
		steps,
		limits: outputs.flatMap(({ from, least, below }) =>
			least === undefined ? [] : [{ of: from, least, message: below, example: { ...given, openings: 1000 } }]
		),
		outputs: outputs.map(({ label, from, unit, decimals }) => ({ label, from, unit: unit || undefined, decimals })),
		examples: worked.map((one) => ({
			inputs: one.inputs,
			outputs: Object.fromEntries(
				outputs.flatMap(({ label, from }) => (one.outputs[from] === undefined ? [] : [[label, one.outputs[from]]]))
			)
		}))
	};
}

/** What comes out of the steps, worked out here so that an example can state it. */
function resultsOf(steps: Parts['calculator']['steps'], inputs: Record<string, number>): Record<string, number> {
	const values: Record<string, number> = { ...inputs };
	const apply: Record<Parts['calculator']['steps'][number]['op'], (of: number[]) => number> = {
		add: (of) => of.reduce((sum, one) => sum + one, 0),
		subtract: ([a = 0, b = 0]) => a - b,
		multiply: (of) => of.reduce((product, one) => product * one, 1),
		divide: ([a = 0, b = 1]) => a / b,
		ceil: ([a = 0]) => Math.ceil(a),
		round: ([a = 0]) => Math.round(a),
		power: ([a = 0, b = 1]) => a ** b,
		// Of the sum, the interest of one period in percent, and the number of payments.
		payment: ([sum = 0, percent = 0, count = 1]) =>
			percent === 0 ? sum / count : (sum * percent) / 100 / (1 - (1 + percent / 100) ** -count)
	};
	for (const { name, op, of } of steps)
		values[name] = apply[op](of.map((one) => (typeof one === 'number' ? one : (values[one] ?? 0))));
	return values;
}

const ADAPTERS: { [K in PartName]: (content: Parts[K]) => Parameters } = {
	hero: ({ symbol, ...more }) => ({
		...more,
		text: more.text.slice(0, 400),
		title: more.title.slice(0, 90),
		actions: more.actions?.length ? more.actions : undefined,
		icon: symbol === undefined ? undefined : lineIcon(symbol)
	}),
	prose: ({ title, paragraphs }) => ({ heading: title, paragraphs }),
	items: ({ title, intro, items, layout }) => ({ heading: title, intro, layout, items: items.map(item) }),
	team: ({ title, people }) => ({ heading: title, people }),
	pricing: ({ title, plans }) => ({ heading: title, plans }),
	carousel: ({ title, slides, everySeconds }) => ({
		heading: title,
		slides: slides.map(({ symbol = '🖼️', facts = [], title: name, text, by }) => ({
			title: name,
			text: [text, ...facts.map(({ label, value }) => `${label}: ${value}`)].filter(Boolean).join(' · ') || undefined,
			picture: by ? undefined : picture(name, symbol),
			by
		})),
		everySeconds
	}),
	faq: ({ title, groups, search, urgent }) => ({ heading: title, groups, search: search || undefined, urgent }),
	timeline: ({ title, entries }) => ({ heading: title, entries }),
	resume: ({ role, education, ...more }) => ({
		...more,
		title: role,
		education: education.map((one) => ({ ...one, text: one.text || undefined }))
	}),
	gallery: ({ title, intro, items, categories }) => ({
		heading: title,
		intro,
		categories: categories.length > 1 ? categories : undefined,
		items: items.map(({ title: name, year, category, symbol, caption }) => ({
			title: name,
			year,
			category: category || undefined,
			caption,
			picture: picture(name, symbol)
		}))
	}),
	countdown: ({ title, ...more }) => ({ heading: title, ...more }),
	progress: ({ title, ...more }) => ({ heading: title, ...more }),
	timetable: ({ title, exceptions, ...more }) => ({
		heading: title,
		...more,
		exceptions,
		showsToday: exceptions ? true : undefined
	}),
	'opening-hours': ({ title, rows }) => ({ heading: title, rows }),
	'site-plan': ({ title, ways, ...more }) => ({ heading: title, ...more, ways: ways.length ? ways : undefined }),
	'contact-details': ({ title, lines }) => ({ heading: title, address: lines }),
	form: ({ title, fields, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map(formField),
		places: more.places === undefined ? undefined : { total: more.places, word: 'places' }
	}),
	inbox: ({ title, collection, fields }) => ({ heading: title, collection, fields: fields.map(formField) }),
	directory: ({ title, fields, records, filters, sort, empty, all, ...more }) => ({
		heading: title,
		...more,
		all,
		titleField: 'title',
		summaryFields: fields
			.filter((one) => one.type !== 'longText')
			.slice(0, 3)
			.map((one) => one.name),
		fields: [{ name: 'title', label: capital(more.one), kind: 'text' }, ...fields.map(recordField)],
		filters: filters.map(({ field, kind, most }) => ({ field, kind, steps: most === undefined ? undefined : [most] })),
		sort: sort.map((field) => ({ field, label: field === 'title' ? 'Name' : capital(field) })),
		none: empty,
		records: records.map(({ slug, title: name, symbol, text, values }) => ({
			slug,
			title: name,
			picture: picture(name, symbol),
			text,
			...values
		}))
	}),
	suggestions: ({ title, fields, one: _, ...more }) => ({
		heading: title,
		...more,
		of: more.collection,
		collection: undefined,
		fields: fields.map(formField)
	}),
	approvals: ({ title, collection, fields }) => ({
		heading: title,
		of: collection,
		titleField: 'title',
		fields: fields.map(formField)
	}),
	records: ({ title, fields, totals, filters, records, csv, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map(formField),
		titleField: fields[0]?.name,
		columns: fields.slice(1, 4).map((one) => one.name),
		filters: filters.length ? filters.map((field) => ({ field, kind: 'choice' })) : undefined,
		search: true,
		totals: totals.length ? totals.map((one) => ({ ...one, kind: 'sum' })) : undefined,
		records,
		csv: csv || undefined
	}),
	articles: ({ title, facts, articles, sort, filters, archive, comments, category, ...more }) => ({
		heading: title,
		...more,
		category,
		archive,
		comments: comments ? 'named' : undefined,
		layout: category ? 'list' : 'front',
		facts: facts.map(recordField),
		filters: filters.map((field) => ({ field, kind: 'choice' })),
		sort: sort.map((field) => ({ field, label: facts.find((one) => one.name === field)?.label ?? field })),
		articles: articles.map(({ symbol, facts: values, ...one }) => ({
			...one,
			picture: picture(one.title, symbol),
			facts: Object.keys(values).length ? values : undefined
		}))
	}),
	writing: ({ title, comments, ...more }) => ({ heading: title, ...more, moderatesComments: comments }),
	catalogue: ({ title, facts, soldBy, products, sort, categories, one, all, currency: _, ...more }) => ({
		heading: title,
		...more,
		one,
		all,
		cart: '/basket',
		categories: categories.length ? categories : [capital(all)],
		fields: facts.map(recordField),
		sort,
		sold:
			soldBy.kind === 'each'
				? undefined
				: {
						kind: 'by-length',
						label: 'Length',
						unit: 'mm',
						min: soldBy.min,
						max: soldBy.max,
						per: 1000,
						perLabel: 'per metre',
						fee: soldBy.fee,
						feeLabel: 'cutting fee per piece'
					},
		products: products.map(({ symbol, facts: values, ...product }) => ({
			...product,
			category: product.category || capital(all),
			picture: picture(product.name, symbol),
			...values
		}))
	}),
	cart: ({ title, fields, payment, note, prefix, catalogue, thanks, states, lookup, orders }) => ({
		heading: title,
		collection: catalogue,
		orders,
		shop: '/',
		fields: fields.map(formField),
		payment: { kind: payment, note },
		numberPrefix: prefix,
		thanks,
		state: states[0],
		findBy: lookup,
		lookup: lookup === undefined ? undefined : '/order'
	}),
	'order-lookup': ({ title, orders, by, label, none }) => ({ heading: title, orders, label, kind: by, none }),
	orders: ({ title, ...more }) => ({ heading: title, ...more }),
	booking: ({ title, resources, fields, one, all: _, handOver, ...more }) => ({
		heading: title,
		...more,
		resourceWord: one,
		handOver: handOver || undefined,
		fields: fields.map(formField),
		resources: resources.map(({ symbol, ...resource }) => ({ ...resource, picture: picture(resource.name, symbol) }))
	}),
	'my-bookings': ({ title, ...more }) => ({ heading: title, ...more }),
	'bookings-desk': ({ title, ...more }) => ({ heading: title, ...more }),
	shifts: ({ title, most, ...more }) => ({ heading: title, ...more, suggest: { most } }),
	'shifts-desk': ({ title, ...more }) => ({ heading: title, ...more }),
	readings: ({ title, measures, limit, one, ...more }) => ({
		heading: title,
		...more,
		one,
		all: `${one}s`,
		collection: 'readings',
		chart: 'line',
		step: 'day',
		measures: measures.map(({ base, swing, ...measure }) => ({ ...measure, from: round(base - swing), to: round(base + swing) })),
		limit,
		print: more.table
	}),
	quiz: ({ questions, endings, atOnce, ...more }) => ({
		title: more.title,
		intro: more.intro,
		questions: questions.map(({ text, answers, right, because }) => ({ text, answers, right, because })),
		results: endings,
		tellsAtOnce: atOnce
	}),
	advisor: ({ title, ...more }) => ({ heading: title, ...more }),
	survey: ({ title, once, ...more }) => ({ heading: title, ...more, onePerScreen: true, oncePerBrowser: once }),
	'survey-desk': ({ title, ...more }) => ({ heading: title, ...more }),
	poll: ({ title: _, ...more }) => more,
	lessons: ({ title, ...more }) => ({ heading: title, ...more, locked: true }),
	flashcards: ({ title, decks }) => ({ heading: title, decks, mayAdd: false }),
	assistant: ({ fields, thanks, collection, corner, noAnswer, ...more }) => ({
		...more,
		noAnswer,
		person: { intro: noAnswer, fields: fields.map(formField), thanks, collection },
		place: corner ? 'corner' : 'page'
	}),
	feed: ({ title, posts, ...more }) => ({ heading: title, ...more, visitorsRead: true, seeds: posts }),
	profiles: ({ title, fields, ...more }) => ({ heading: title, ...more, fields: fields.map(recordField) }),
	messages: ({ title, afterHours, word }) => ({ heading: title, word, arrivesAfterHours: afterHours, blocks: true }),
	matching: ({ title, asks, ...more }) => ({ heading: title, ...more, asks: asks.map(formField) }),
	board: ({ title, ...more }) => ({ heading: title, ...more }),
	calendar: ({ title, ...more }) => ({ heading: title, ...more }),
	planner: ({ title, fields, cell, row, rowsFrom, column, columns, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map(formField),
		cell: cell.map(formField),
		rows: { word: row, countField: rowsFrom },
		columns: { word: column, count: columns }
	}),
	checklist: ({ title, groups, collection, daily }) => ({
		heading: title,
		groups,
		collection,
		mayAdd: true,
		resets: daily ? 'daily' : 'never',
		streak: daily
	}),
	memory: ({ title, pictures, sizes, twoPlayers, confetti }) => ({
		title,
		pictures: pictures.map(({ name, symbol }) => ({ name, icon: pictureName(symbol) })),
		sizes,
		players: twoPlayers ? 'both' : 'one',
		counts: ['moves', 'time'],
		hasConfetti: confetti
	}),
	reaction: ({ title, rounds, from, to }) => ({ title, rounds, waitFrom: from, waitTo: to }),
	'sliding-tiles': ({ title, size, target }) => ({ title, size, target, hasUndo: true }),
	snake: ({ title, size, speeds, wraps }) => ({ title, size, speeds, walls: wraps ? 'wrap' : 'die' }),
	'connect-four': ({ drops, ...more }) => ({ ...more, falls: drops }),
	'word-guess': ({ letters, ...more }) => ({ ...more, letters }),
	mines: (content) => ({ ...content }),
	wheel: ({ title, entries, removes }) => ({ heading: title, entries, mayEdit: true, removesDrawn: removes, history: true }),
	dice: (content) => ({ ...content }),
	typing: (content) => ({ ...content }),
	calculator: (content) => calculator(content),
	converter: ({ title, groups }) => ({ heading: title, groups }),
	timer: ({ title, ...more }) => ({ heading: title, ...more, sound: true }),
	'text-editor': ({ title, kind, sample }) => ({
		heading: title,
		kind,
		sample,
		counts: true,
		downloads: true,
		collection: 'text'
	}),
	generator: ({ title, kind }) => ({ heading: title, kind }),
	media: ({ title, fields, filters, items, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map(recordField),
		filters: filters.map(({ field, kind, most }) => ({ field, kind, steps: most === undefined ? undefined : [most] })),
		search: true,
		items: items.map(({ symbol, values, amounts, portions, ...one }) => ({
			...one,
			picture: picture(one.title, symbol),
			facts: values,
			amounts: amounts.length ? amounts : undefined,
			portions: portions || undefined
		}))
	}),
	'link-list': ({ title, text, links }) => ({ name: title, about: text, links })
};
