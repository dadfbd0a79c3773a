/** What the reader has to say as the parameters that blocks take: the one place that knows both. */
import { lineIcon, pictureName } from '../content/pictures';
import { fieldFrom, type FormField } from '../reading/form-fields';
import type { Item, Part, PartName, Parts } from './parts';
import { capital, slugOf, type Phrases } from './phrases';

type Parameters = Record<string, unknown>;

/** The parameters of a part's block. */
export const parametersOf = (one: Part, words: Phrases): Parameters =>
	clean((ADAPTERS[one.block] as (content: unknown, words: Phrases) => Parameters)(one.content, words));

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

/** Ten of the second unit in the first one, worked out here so that an example can state it. */
function exampleOf({ name, units }: Parts['converter']['groups'][number]): Parameters {
	const [first, second] = units;
	return {
		group: name,
		from: second?.name,
		to: first?.name,
		value: 10,
		result: 10 * (second?.factor ?? 1) + (second?.offset ?? 0)
	};
}

/** A day of that week in May 2027, whose first one is a Saturday: example shifts lie ahead. */
const dayOf = (weekday: number, week: number) => `2027-05-${String(1 + ((weekday + 1) % 7) + 7 * week).padStart(2, '0')}`;

const optionsOf = (items: Parts['media']['items'], field: string) =>
	[...new Set(items.map(({ values }) => String(values[field] ?? '')))].filter(Boolean);

const ADAPTERS: { [K in PartName]: (content: Parts[K], words: Phrases) => Parameters } = {
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
	inbox: ({ title, collection, fields }, { empty }) => ({
		heading: title,
		collection,
		fields: fields.map(formField),
		none: empty
	}),
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
	suggestions: ({ title, collection, fields, thanks }) => ({
		heading: title,
		collection: `${collection}-suggestions`,
		fields: fields.map(formField),
		action: title,
		thanks
	}),
	approvals: ({ title, collection, fields }, { empty }) => ({
		heading: title,
		suggestions: `${collection}-suggestions`,
		collection,
		titleField: 'title',
		fields: fields.map(recordField),
		none: empty
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
	articles: ({ title, facts, articles, sort, filters, archive, category, ...more }) => ({
		heading: title,
		...more,
		category,
		archive: archive && !category ? true : undefined,
		layout: category ? 'list' : 'front',
		fields: facts.length ? facts.map(recordField) : undefined,
		filters: filters.length ? filters.map((field) => ({ field, kind: 'choice' })) : undefined,
		sort: sort.length
			? sort.map((field) => ({ field, label: facts.find((one) => one.name === field)?.label ?? field }))
			: undefined,
		articles: articles.map(({ symbol, facts: values, category: of, ...one }) => ({
			...one,
			category: of || undefined,
			picture: picture(one.title, symbol),
			facts: Object.keys(values).length ? values : undefined
		}))
	}),
	writing: ({ title, collection, categories, hasPlace, hasPhoto }) => ({
		heading: title,
		collection,
		categories,
		hasPlace: hasPlace || undefined,
		hasPhoto: hasPhoto || undefined
	}),
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
	booking: ({ title, resources, fields, handOver: _, cancelUntilHours: __, who, ...more }) => ({
		heading: title,
		...more,
		who: who === 'anybody' ? 'everybody' : who,
		fields: fields.map(formField),
		resources: resources.map(({ symbol, ...resource }) => ({ ...resource, picture: picture(resource.name, symbol) }))
	}),
	'my-bookings': ({ title, ...more }, { empty }) => ({ heading: title, ...more, none: empty }),
	'bookings-desk': ({ title, handOver, collection }, { empty }) => ({
		heading: title,
		collection,
		handOver: handOver || undefined,
		none: empty
	}),
	shifts: ({ title, note, collection, tasks, places, most, shifts }, { nothing, helping }) => ({
		heading: title,
		intro: note,
		collection,
		joined: `${collection}-joined`,
		tasks,
		places,
		shifts: shifts.map(({ place, tasks: [task], places: people, weekday, week, ...one }) => ({
			...one,
			date: dayOf(weekday, week),
			where: place,
			task,
			people
		})),
		fields: [formField(fieldFrom('Name')), formField(fieldFrom('E-mail'))],
		suggest: { heading: 'Where you are needed most', most },
		thanks: helping,
		none: nothing
	}),
	'shifts-desk': ({ title, collection, ...more }, { empty }) => ({
		heading: title,
		collection,
		joined: `${collection}-joined`,
		...more,
		nobody: empty
	}),
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
	quiz: ({ questions, endings, atOnce, seconds, ...more }) => ({
		...more,
		questions: questions.map(({ symbol, ...question }) => ({
			...question,
			icon: symbol === undefined ? undefined : pictureName(symbol)
		})),
		results: endings,
		tellsAtOnce: atOnce,
		secondsPerQuestion: seconds
	}),
	advisor: ({ steps, results, ...more }) => {
		const size =
			steps.find((one) => one.kind === 'number' && one.name === 'length') ?? steps.find((one) => one.kind === 'number');
		return {
			...more,
			steps: steps.map(({ options, ...step }) => ({
				...step,
				label: capital(step.name),
				options: options?.map((label) => ({ label: capital(label) }))
			})),
			results: results.map(({ symbol, spacing, load: _, suits, word, ...result }) => ({
				...result,
				icon: pictureName(symbol),
				suits: Object.fromEntries(
					Object.entries(suits).map(([name, fits]) => [name, Array.isArray(fits) ? fits.map(capital) : fits])
				),
				amount: size && spacing !== undefined ? { of: size.name, per: spacing, plus: 1, least: 2, word } : undefined
			}))
		};
	},
	survey: ({ once, questions, results, ...more }) => ({
		...more,
		questions: questions.map(({ required, ...question }, at) => ({
			...question,
			name: `question${at + 1}`,
			isRequired: required
		})),
		results: results === 'owner' ? 'none' : results,
		onePerScreen: true,
		oncePerBrowser: once
	}),
	'survey-desk': ({ title, ...more }) => ({ heading: title, ...more }),
	poll: ({ question, options, collection }) => ({ question, options, collection }),
	lessons: ({ lessons, passPercent, free, ...more }) => ({
		title: more.title,
		intro: more.intro,
		passPercent,
		isLocked: true,
		hasMorse: lessons.some(({ items }) => items.some(({ code }) => /^[.-]+$/.test(code))) || undefined,
		free: free < lessons.length ? free : undefined,
		collection: 'lessons',
		lessons: lessons.map(({ text, ...lesson }) => ({ ...lesson, text: [text] }))
	}),
	flashcards: ({ title, decks }) => ({ title, decks, mayAdd: true, collection: 'own-cards' }),
	assistant: ({ fields, thanks, collection, corner, action, answers, ...more }) => ({
		...more,
		answers,
		person: { action, fields: fields.map(formField), thanks, collection },
		place: corner ? 'corner' : 'page'
	}),
	feed: ({ title, posts, ...more }) => ({ heading: title, ...more, visitorsRead: true, seeds: posts }),
	profiles: ({ title, fields, search, people, messagesAt, ...more }, { nothing }) => ({
		heading: title,
		...more,
		follows: more.follows || undefined,
		blocks: more.blocks || undefined,
		fields: fields.filter(({ type }) => type !== 'photo').map(recordField),
		hasPhoto: fields.some(({ type }) => type === 'photo') || undefined,
		titleField: 'name',
		summaryFields: fields
			.filter(({ name, type }) => name !== 'name' && type !== 'photo' && type !== 'longText')
			.slice(0, 3)
			.map(({ name }) => name),
		filters: search.length
			? search.map((field) => ({
					field,
					kind:
						fields.some((one) => one.name === field && one.type === 'choice') || /languages|interests/i.test(field)
							? 'choice'
							: 'contains'
				}))
			: undefined,
		search: true,
		messages: messagesAt,
		people: people.map(({ photo: _, ...person }) => ({ slug: slugOf(String(person['name'] ?? 'member')), ...person })),
		none: nothing
	}),
	messages: ({ title, afterHours, word }) => ({ heading: title, word, arrivesAfterHours: afterHours, blocks: true }),
	matching: ({ title, asks, ...more }) => ({ heading: title, ...more, asks: asks.map(formField) }),
	board: ({ title, ...more }) => ({ heading: title, ...more }),
	calendar: ({ title, ...more }) => ({ heading: title, ...more }),
	planner: ({ title, fields, cell, row, rowsFrom, column, columns, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map(formField),
		cell: cell.map((field, at) => formField({ ...field, type: at === 0 ? 'text' : field.type, required: at === 0 })),
		cellWord: column,
		rows: { word: row, countField: rowsFrom },
		columns: { word: column, count: columns },
		plans: []
	}),
	checklist: ({ title, groups, collection, daily }, { allDone }) => ({
		heading: title,
		collection,
		groups: groups.map(({ items }) => ({ name: '', items })),
		mayAdd: true,
		daily: daily || undefined,
		streak: daily || undefined,
		done: allDone
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
	converter: ({ title, groups }) => ({ title, groups, examples: groups.map(exampleOf) }),
	timer: ({ title, kind, phases, rounds }) => ({
		title,
		kind,
		presets:
			kind === 'countdown'
				? phases.map(({ name, seconds }) => ({ label: `${Math.round(seconds / 60)} min`.replace(/^0 min$/, name), seconds }))
				: undefined,
		phases: kind === 'phases' ? phases : undefined,
		rounds: kind === 'phases' ? rounds : undefined,
		hasSound: true
	}),
	'text-editor': ({ title, kind, sample }) => ({
		title,
		kind,
		sample,
		hasCounts: true,
		download: { markdown: 'text.md', html: 'page.html', plain: 'text.txt' }[kind]
	}),
	generator: ({ title, kind }) => ({ heading: title, kind }),
	media: ({ title, fields, filters, items, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map((field) =>
			recordField(field.type === 'choice' && !field.options?.length ? { ...field, options: optionsOf(items, field.name) } : field)
		),
		filters: filters.map(({ field, kind, most }) => ({ field, kind, steps: most === undefined ? undefined : [most] })),
		search: true,
		items: items.map(({ symbol, values, amounts, portions, steps, ...one }) => ({
			...one,
			picture: picture(one.title, symbol),
			facts: values,
			steps: steps.length ? steps : undefined,
			amounts: amounts.length ? amounts.map(({ unit, ...amount }) => ({ ...amount, unit: unit || undefined })) : undefined,
			portions: portions || undefined
		}))
	}),
	'link-list': ({ title, text, links }) => ({ name: title, about: text, links })
};
