/** Sites of videos, recordings and recipes on film: a list to search and a page with a player for each. */
import { sampleValue } from '../../content/samples';
import { symbolFor } from '../../content/symbols';
import { fieldFrom, type FormField } from '../../reading/form-fields';
import { itemsOf } from '../../reading/lists';
import { numberOf } from '../../reading/numbers';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Parts } from '../parts';
import { capital, slugOf } from '../phrases';

type MediaItem = Parts['media']['items'][number];

export function composeMedia(context: Context): AppPlan | undefined {
	const { text, lines, language } = context;
	if (language !== 'en') return undefined;
	const isAudio = /\bpodcast|\baudio|\bradio\b|\bsongs?\b|\btracks?\b|\bmusic\b|\balbums?\b/i.test(text);
	const isCooking = /\bcook|\brecipe|\bbak(?:e|ing)\b/i.test(text);
	const filters = filtersOf(text);
	const fields = fieldsOf(filters, isCooking);
	const subject = context.subject?.phrase ?? (isAudio ? 'recordings' : 'videos');
	const title = context.name ?? capital(subject);
	const items = isCooking
		? RECIPES.map((recipe, at) => cooked(recipe, at))
		: Array.from({ length: 8 }, (_, at) => shown(at, subject, fields, context));
	context.assumptions.push(
		isAudio
			? 'The recordings are short tones until you put in your own files.'
			: 'The films are drawn examples until you put in your own files.'
	);
	const media = part(
		'media',
		{
			title,
			collection: 'favourites',
			kind: isAudio ? 'audio' : 'video',
			fields,
			filters,
			favourites: /\bfavou?rites?\b|\bheart\b/i.test(text),
			items
		},
		lines
	);
	return app({ ...context, title }, [page('/', title, [media], { from: lines.slice(0, 1) })], {
		summary: `${title}, each with a page and a player.`,
		icon: symbolFor(`${subject} ${text}`, '🎬'),
		layout: 'site',
		isShared: false
	});
}

/** 'Find by ingredient, by country, by time less than 30 min'. */
function filtersOf(text: string): Parts['media']['filters'] {
	const by = /\b(?:find|filter|search|browse)\w*\s+by\s+([^.;]+)/i.exec(text)?.[1];
	if (!by) return [];
	return itemsOf(by.replace(/\bby\b/gi, ' ')).map((item) => {
		const most = /(?:less than|under|up to|at most)\s+(\w+)/i.exec(item)?.[1];
		const label = capital(item.replace(/\s+(?:less than|under|up to|at most).*/i, '').trim());
		const limit = most ? numberOf(most) : undefined;
		if (limit !== undefined) return { field: 'minutes', kind: 'most', label, most: limit };
		return {
			field: fieldFrom(label).name === 'ingredient' ? 'ingredients' : fieldFrom(label).name,
			kind: /ingredient|word|title/i.test(label) ? 'contains' : 'choice',
			label
		};
	});
}

function fieldsOf(filters: Parts['media']['filters'], isCooking: boolean): FormField[] {
	const own = filters
		.filter((filter) => filter.kind === 'choice')
		.map((filter) => ({ ...fieldFrom(filter.label ?? filter.field), type: 'choice' as const, options: [] as string[] }));
	const ingredients: FormField[] = isCooking ? [{ name: 'ingredients', label: 'Ingredients', type: 'text' }] : [];
	return [...own, ...ingredients, { name: 'minutes', label: isCooking ? 'Time' : 'Length', type: 'number', unit: 'min', min: 0 }];
}

interface Recipe {
	title: string;
	country: string;
	minutes: number;
	portions: number;
	amounts: [string, number, string][];
	steps: string[];
}
const RECIPES: Recipe[] = [
	{
		title: 'Potato pancakes',
		country: 'Poland',
		minutes: 25,
		portions: 4,
		amounts: [
			['potatoes', 800, 'g'],
			['onion', 1, ''],
			['eggs', 2, ''],
			['flour', 60, 'g']
		],
		steps: [
			'Grate the potatoes and the onion and press out the water.',
			'Stir in eggs, flour and salt.',
			'Fry small cakes in hot oil until both sides are brown.'
		]
	},
	{
		title: 'Lentil soup',
		country: 'Turkey',
		minutes: 35,
		portions: 4,
		amounts: [
			['red lentils', 250, 'g'],
			['carrots', 2, ''],
			['onion', 1, ''],
			['water', 1200, 'ml']
		],
		steps: [
			'Soften the onion and the carrots in a little oil.',
			'Add lentils and water and simmer until all is soft.',
			'Blend it and season with lemon.'
		]
	},
	{
		title: 'Tomato bread',
		country: 'Spain',
		minutes: 10,
		portions: 2,
		amounts: [
			['bread', 4, 'slices'],
			['tomatoes', 2, ''],
			['garlic', 1, 'clove'],
			['olive oil', 30, 'ml']
		],
		steps: ['Toast the bread.', 'Rub it with the garlic and the tomatoes.', 'Pour the oil over it and add salt.']
	},
	{
		title: 'Rice with peas',
		country: 'Italy',
		minutes: 28,
		portions: 4,
		amounts: [
			['rice', 320, 'g'],
			['peas', 300, 'g'],
			['onion', 1, ''],
			['broth', 900, 'ml']
		],
		steps: [
			'Soften the onion in butter and stir in the rice.',
			'Add broth by the ladle and stir.',
			'Fold in the peas for the last five minutes.'
		]
	},
	{
		title: 'Chickpea curry',
		country: 'India',
		minutes: 40,
		portions: 4,
		amounts: [
			['chickpeas', 500, 'g'],
			['tomatoes', 400, 'g'],
			['onion', 2, ''],
			['ginger', 20, 'g']
		],
		steps: [
			'Fry the onions until they are golden.',
			'Add ginger and spices, then the tomatoes.',
			'Let the chickpeas simmer in it for twenty minutes.'
		]
	},
	{
		title: 'Plum cake',
		country: 'Germany',
		minutes: 70,
		portions: 12,
		amounts: [
			['flour', 300, 'g'],
			['plums', 1000, 'g'],
			['butter', 120, 'g'],
			['eggs', 2, '']
		],
		steps: [
			'Knead flour, butter, eggs and sugar to a dough.',
			'Press it into the tin and lay the plums on it in rows.',
			'Bake it until the plums are soft and the edge is brown.'
		]
	},
	{
		title: 'Corn tortillas with beans',
		country: 'Mexico',
		minutes: 22,
		portions: 4,
		amounts: [
			['corn tortillas', 8, ''],
			['beans', 400, 'g'],
			['avocado', 1, ''],
			['lime', 1, '']
		],
		steps: [
			'Warm the beans with a little water and mash half of them.',
			'Heat the tortillas in a dry pan.',
			'Fill them with beans and avocado and press the lime over them.'
		]
	},
	{
		title: 'Miso soup',
		country: 'Japan',
		minutes: 15,
		portions: 2,
		amounts: [
			['miso', 40, 'g'],
			['tofu', 150, 'g'],
			['spring onions', 2, ''],
			['water', 600, 'ml']
		],
		steps: [
			'Heat the water until it nearly boils.',
			'Stir the miso smooth in a little of it and pour it back.',
			'Add tofu and spring onions and let it stand for two minutes.'
		]
	}
];

function cooked({ title, country, minutes, portions, amounts, steps }: Recipe, at: number): MediaItem {
	const seconds = 60 * (3 + (at % 3));
	return {
		slug: slugOf(title),
		title,
		seconds,
		symbol: symbolFor(title, '🍲'),
		values: { country, minutes, ingredients: amounts.map(([name]) => name) },
		text: [`${title} as it is cooked in ${country}.`],
		steps: steps.map((text, step) => ({ at: Math.round((seconds * step) / steps.length), text })),
		amounts: amounts.map(([name, amount, unit]) => ({ name, amount, unit })),
		portions
	};
}

function shown(at: number, subject: string, fields: FormField[], { language }: Context): MediaItem {
	const title = `${capital(subject.replace(/s$/, ''))} ${at + 1}`;
	return {
		slug: slugOf(title),
		title,
		seconds: 90 + at * 30,
		symbol: symbolFor(subject, '🎬'),
		values: Object.fromEntries(fields.map((field) => [field.name, sampleValue(field, at, language)])),
		text: [`${title}.`],
		steps: [],
		amounts: [],
		portions: 0
	};
}
