/** Parts of sites as the parameters of their blocks. */
import type { SiteParts } from './site-parts';
import { fieldFrom } from '../reading/form-fields';
import { lineIcon } from '../content/pictures';
import { formField, item, picture, recordField, type Parameters } from './field-values';
import { capital, slugOf, type Phrases } from './phrases';

/** A day of that week in May 2027, whose first one is a Saturday: example shifts lie ahead. */
const dayOf = (weekday: number, week: number) => `2027-05-${String(1 + ((weekday + 1) % 7) + 7 * week).padStart(2, '0')}`;

type Adapters = { [K in keyof SiteParts]: (content: SiteParts[K], words: Phrases) => Parameters };

export const siteParameters: Adapters = {
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
		education: education.map((entry) => ({ ...entry, text: entry.text || undefined }))
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
			.filter((field) => field.type !== 'longText')
			.slice(0, 3)
			.map((field) => field.name),
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
	articles: ({ title, facts, articles, sort, filters, archive, category, ...more }) => ({
		heading: title,
		...more,
		category,
		archive: archive && !category ? true : undefined,
		layout: category ? 'list' : 'front',
		fields: facts.length ? facts.map(recordField) : undefined,
		filters: filters.length ? filters.map((field) => ({ field, kind: 'choice' })) : undefined,
		sort: sort.length
			? sort.map((field) => ({ field, label: facts.find((fact) => fact.name === field)?.label ?? field }))
			: undefined,
		articles: articles.map(({ symbol, facts: values, category: of, ...article }) => ({
			...article,
			category: of || undefined,
			picture: picture(article.title, symbol),
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
		shifts: shifts.map(({ place, tasks: [task], places: people, weekday, week, ...shift }) => ({
			...shift,
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
						fields.some(({ name, type }) => name === field && type === 'choice') || /languages|interests/i.test(field)
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
	'link-list': ({ title, text, links }) => ({ name: title, about: text, links })
};
