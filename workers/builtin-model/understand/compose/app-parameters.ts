/** Games, tools, questions and what one keeps as the parameters of their blocks. */
import type { AppParts } from './app-parts';
import { pictureName } from '../content/pictures';
import { calculatorParameters, converterExample } from './calculations';
import { formField, picture, recordField, type Parameters } from './field-values';
import { capital, type Phrases } from './phrases';

const round = (value: number) => Math.round(value * 100) / 100;

const optionsOf = (items: AppParts['media']['items'], field: string) =>
	[...new Set(items.map(({ values }) => String(values[field] ?? '')))].filter(Boolean);

type Adapters = { [K in keyof AppParts]: (content: AppParts[K], words: Phrases) => Parameters };

export const appParameters: Adapters = {
	records: ({ title, fields, totals, filters, records, csv, ...more }) => ({
		heading: title,
		...more,
		fields: fields.map(formField),
		titleField: fields[0]?.name,
		columns: fields.slice(1, 4).map((field) => field.name),
		filters: filters.length ? filters.map((field) => ({ field, kind: 'choice' })) : undefined,
		search: true,
		totals: totals.length ? totals.map((total) => ({ ...total, kind: 'sum' })) : undefined,
		records,
		csv: csv || undefined
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
			steps.find((step) => step.kind === 'number' && step.name === 'length') ?? steps.find((step) => step.kind === 'number');
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
	calculator: (content) => calculatorParameters(content),
	converter: ({ title, groups }) => ({ title, groups, examples: groups.map(converterExample) }),
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
		items: items.map(({ symbol, values, amounts, portions, steps, ...item }) => ({
			...item,
			picture: picture(item.title, symbol),
			facts: values,
			steps: steps.length ? steps : undefined,
			amounts: amounts.length ? amounts.map(({ unit, ...amount }) => ({ ...amount, unit: unit || undefined })) : undefined,
			portions: portions || undefined
		}))
	})
};
