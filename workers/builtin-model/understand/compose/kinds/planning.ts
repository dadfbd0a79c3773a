/** What somebody keeps for themselves on their device: planners with a grid, lists with fields, checklists. */
import { sampleValue } from '../../content/samples';
import { symbolFor } from '../../content/symbols';
import { fieldFrom, type FormField } from '../../reading/form-fields';
import { itemsOf, listsOf } from '../../reading/lists';
import { singular } from '../../reading/subject';
import { oneScreen } from '../app';
import type { Context } from '../context';
import { part, type AppPlan } from '../parts';
import { capital } from '../phrases';

/** 'A unit = title, class, number of weeks, aims. Inside it a grid of weeks by lessons'. */
export function composePlanner(context: Context): AppPlan | undefined {
	const { text, lines, language } = context;
	if (language !== 'en') return undefined;
	const noun = /\b(\w+) planner\b/i.exec(text)?.[1]?.toLowerCase() ?? 'week';
	const one = /^(?:a|an|the|weekly)$/.test(noun) ? 'week' : noun;
	const equation = new RegExp(`\\b(?:an? )?${one}\\s*(?:=|has|is|:)\\s*([^.;]+)`, 'i').exec(text)?.[1];
	const named = equation ? itemsOf(equation) : [];
	const grid = /\bgrid of (\w+) by (\w+)/i.exec(text);
	const row = singular(grid?.[1] ?? (one === 'meal' || one === 'week' ? 'days' : 'weeks'));
	const column = singular(grid?.[2] ?? (one === 'meal' ? 'meals' : 'lessons'));
	const fields = (named.length ? named : ['title', `number of ${row}s`]).map((item) => fieldFrom(item));
	const rows =
		fields.find((field) => field.type === 'number' && new RegExp(`\\b${row}`, 'i').test(field.label)) ??
		fieldFrom(`number of ${row}s`);
	if (!fields.includes(rows)) fields.push(rows);
	rows.min = 1;
	rows.max = 52;
	const cellWords = /\bwhere I write ([^.;]+?)(?:,\s*and I can|,\s*and can|\.|;|$)/i.exec(text)?.[1];
	const cell = (cellWords ? itemsOf(cellWords) : ['what', 'notes']).map((item) => ({ ...fieldFrom(item), required: false }));
	const title = context.name ?? capital(`${one} planner`);
	const planner = part(
		'planner',
		{
			title,
			one,
			all: `${one}s`,
			collection: 'plans',
			fields,
			row,
			rowsFrom: rows.name,
			column,
			columns: /\bmeal\b/i.test(one) ? 3 : 4,
			cell,
			ticks: /\btick\b|\bdone\b|\bcheck off\b/i.test(text),
			copies: /\bcop(?:y|ies)\b|\bduplicate\b/i.test(text),
			print: /\bprint/i.test(text)
		},
		lines
	);
	return oneScreen({ ...context, title }, planner, `${title}, kept in this browser.`, {
		icon: symbolFor(text, '🗓️'),
		layout: 'plain'
	});
}

const KNOWN: [RegExp, { one: string; all: string; fields: string[]; totals?: string; title: string }][] = [
	[/\bto-?dos?\b|\btasks?\b/i, { title: 'To do', one: 'task', all: 'tasks', fields: ['Task', 'Category', 'Due date', 'Notes'] }],
	[
		/\bexpenses?\b|\bspending\b|\bbudget\b|haushaltsbuch|gastos|记账/i,
		{ title: 'Expenses', one: 'expense', all: 'expenses', fields: ['Date', 'What for', 'Category', 'Amount'], totals: 'amount' }
	],
	[
		/\bplants?\b|\bwatering\b/i,
		{ title: 'My plants', one: 'plant', all: 'plants', fields: ['Name', 'Place', 'Watered on', 'Notes'] }
	],
	[
		/\bbooks?\b|\breading list\b/i,
		{ title: 'My books', one: 'book', all: 'books', fields: ['Title', 'Author', 'State', 'Notes'] }
	],
	[
		/\bworkouts?\b|\btraining log\b|\bruns?\b/i,
		{ title: 'Workouts', one: 'workout', all: 'workouts', fields: ['Date', 'What', 'Minutes', 'Notes'], totals: 'minutes' }
	],
	[
		/\bwish ?list\b|\bgifts?\b/i,
		{ title: 'Wish list', one: 'wish', all: 'wishes', fields: ['What', 'For whom', 'Amount', 'Notes'], totals: 'amount' }
	],
	[
		/\bmood\b|\bdiary\b|\bjournal\b|tagebuch|diario|日记/i,
		{ title: 'Diary', one: 'entry', all: 'entries', fields: ['Date', 'Title', 'Notes'] }
	],
	[/\bnotes\b/i, { title: 'Notes', one: 'note', all: 'notes', fields: ['Title', 'Notes'] }]
];

export function composeRecords(context: Context): AppPlan | undefined {
	const { text, lines } = context;
	if (
		/\bto-?do\b|\bpacking list\b|\bshopping list\b|\bcheck ?list\b|\bhabits?\b|einkaufsliste|lista de (?:la compra|tareas)|待办|清单/i.test(
			text
		) &&
		!/\bfields?\b|\bdue\b|\bpriorit|\bcategor|\btags\b|\blabels\b/i.test(text)
	)
		return checklist(context);
	const known = KNOWN.find(([words]) => words.test(text))?.[1];
	const lists = lines
		.flatMap(listsOf)
		.find((list) => /\bwith\b|\bfields?\b|\beach\b|=/i.test(list.head) || list.items.length > 2);
	const withList = /\bwith ((?:an? )?[\p{L} -]+(?:, [\p{L} -]+)*,? and [\p{L} -]+)/iu.exec(text)?.[1];
	const named = (withList ? itemsOf(withList) : (lists?.items ?? [])).filter(
		(item) => item.split(' ').length <= 3 && !/total|export|chart|csv/i.test(item)
	);
	if (known && named.length > 0 && named.length < 3 && !/\bdate\b|\bname\b|\btitle\b/i.test(named[0] ?? ''))
		named.unshift(known.fields[0] ?? '');
	if (!known && named.length === 0) return undefined;
	const fields = (named.length > 1 ? named : (known?.fields ?? []))
		.map((item) => fieldFrom(item))
		.map((field, at): FormField => ({ ...field, required: at === 0 }));
	const all = known?.all ?? context.subject?.all ?? 'entries';
	const one = known?.one ?? singular(all);
	const title = context.name ?? known?.title ?? capital(all);
	const money = fields.find((field) => /amount|price|cost|betrag|金额/i.test(field.label));
	const total = money ?? fields.find((field) => field.type === 'number' && field.name === known?.totals);
	const records = Array.from({ length: 4 }, (_, at) =>
		Object.fromEntries(fields.map((field) => [field.name, sampleValue(field, at, context.language)]))
	);
	context.assumptions.push(`The first ${all} are examples: delete them when you start.`);
	const keep = part(
		'records',
		{
			title,
			one,
			all,
			collection: 'records',
			fields,
			filters: fields.filter((field) => field.type === 'choice').map((field) => field.name),
			totals: total ? [{ field: total.name, label: 'Total' }] : [],
			records,
			csv: /\bcsv\b|\bexport\b/i.test(text)
		},
		lines
	);
	return oneScreen({ ...context, title }, keep, `${title}, kept in this browser.`, { icon: symbolFor(text, '📒') });
}

function checklist(context: Context): AppPlan {
	const { text, lines } = context;
	const isHabit = /\bhabits?\b/i.test(text);
	const items = lines
		.flatMap(listsOf)[0]
		?.items.filter((item) => item.split(' ').length <= 5)
		.map(capital);
	const plain = isHabit
		? ['Drink water', 'Move for half an hour', 'Read ten pages']
		: /packing/i.test(text)
			? ['Passport', 'Toothbrush', 'Charger', 'Rain jacket']
			: ['First thing', 'Second thing', 'Third thing'];
	const title =
		context.name ??
		(isHabit
			? 'Habits'
			: /packing/i.test(text)
				? 'Packing list'
				: /shopping|einkauf|compra/i.test(text)
					? 'Shopping list'
					: 'To do');
	return oneScreen(
		{ ...context, title },
		part(
			'checklist',
			{
				title,
				collection: 'checks',
				groups: [{ name: title, items: items && items.length > 1 ? items : plain }],
				daily: isHabit || /\bdaily\b|\bevery day\b/i.test(text)
			},
			lines
		),
		`${title}, kept in this browser.`,
		{ icon: '✅' }
	);
}
