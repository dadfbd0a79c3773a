import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { fieldName, filter, fitsField, formFields, kebab, listed, sort, unknownFields, words } from '../schemas';
import { example } from './example';
import type { RecordsParameters } from './parameters';

const shape = z.strictObject({
	heading: words.max(90),
	intro: words.max(400).optional(),
	one: words.max(40),
	all: words.max(40),
	collection: kebab,
	fields: formFields,
	titleField: fieldName,
	columns: z.array(fieldName).max(7),
	records: z.array(z.record(fieldName, z.union([z.string(), z.number(), z.boolean()]))),
	filters: z.array(filter).optional(),
	search: z.boolean().optional(),
	sort: z.array(sort).optional(),
	order: z.strictObject({ field: fieldName, isFalling: z.boolean().optional() }).optional(),
	totals: z
		.array(z.strictObject({ label: words.max(40), kind: z.enum(['sum', 'mean', 'count']), field: fieldName.optional() }))
		.max(4)
		.optional(),
	shares: z.strictObject({ heading: words.max(60), by: fieldName, field: fieldName.optional() }).optional(),
	due: z.strictObject({ field: fieldName, unless: fieldName.optional() }).optional(),
	csv: z.boolean().optional(),
	print: z.boolean().optional(),
	isPrivate: z.boolean().optional()
});

export const entry: BlockEntry<RecordsParameters> = {
	name: 'records',
	line: 'A list that somebody keeps (expenses, plants, habits, stock, guests): add, change, remove, filter, totals, CSV in and out, print',
	frames: ['client', 'site'],
	parameters: shape.superRefine((given, context) => {
		for (const problem of problemsOf(given)) context.addIssue({ code: 'custom', message: problem });
	}),
	needs: [],
	criteria,
	example
};

function problemsOf(given: RecordsParameters): string[] {
	const { fields, titleField, columns, filters = [], sort: sorts = [], order, totals = [], shares, due, records } = given;
	const named = [titleField, ...columns, ...filters.map(({ field }) => field), ...sorts.map(({ field }) => field)];
	const maybe = [order?.field, shares?.by, shares?.field, due?.field, due?.unless, ...totals.map(({ field }) => field)];
	const problems = unknownFields([...named, ...maybe.filter((name) => name !== undefined)], fields).map(
		(name) => `there is no field '${name}'`
	);
	const kindOf = (name: string | undefined) => fields.find((field) => field.name === name)?.kind;
	for (const { label, kind, field } of totals)
		if (kind !== 'count' && kindOf(field) !== 'number' && kindOf(field) !== 'money')
			problems.push(`the total '${label}' names a field of the kind 'number' or 'money'`);
	if (due && kindOf(due.field) !== 'date') problems.push(`'due' names a field of the kind 'date'`);
	if (!fields.find(({ name }) => name === titleField)?.isRequired)
		problems.push(`the field '${titleField}' has isRequired: true`);
	records.forEach((record, index) => {
		for (const name of unknownFields(Object.keys(record), fields)) problems.push(`records.${index}: there is no field '${name}'`);
		for (const field of fields) {
			const has = record[field.name];
			const { kind } = field;
			if (has !== undefined && has !== '' && kind !== 'password' && !fitsField({ ...field, kind }, has))
				problems.push(`records.${index}.${field.name}: ${JSON.stringify(has)} is not of the kind '${kind}'`);
		}
	});
	return problems;
}

function criteria(parameters: RecordsParameters): { check: string; text: string }[] {
	const { one, all, fields, columns, records, filters = [], search, sort: sorts = [], totals = [], due, csv, print } = parameters;
	const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
	const required = listed(fields.filter(({ isRequired }) => isRequired).map((field) => field.label));
	const has = records.length > 0;
	const isTicked = has && fields.some(({ name, kind }) => kind === 'check' && columns.includes(name));
	const hasFilters = has && filters.some(({ kind }) => kind === 'choice' || kind === 'tick');
	const found: [boolean, string, string][] = [
		[has, 'lists', `When somebody opens the page, it shall list the ${all}.`],
		[true, 'adds', `When somebody adds a ${one}, it shall stand in the list.`],
		[true, 'refuses-empty', `If ${required} is left empty, the form shall mark it and add no ${one}.`],
		[true, 'changes', `When somebody changes a ${one}, the list shall show the change, after a reload too.`],
		[
			true,
			'removes-after-asking',
			`When somebody deletes a ${one}, the page shall ask first, and take it away only after a yes.`
		],
		[true, 'stays', `When the page is opened again, the ${all} that were added shall still be there.`],
		[totals.length > 0, 'totals', `The page shall show ${listed(totals.map((total) => total.label))}, right after each change.`],
		[
			hasFilters,
			'filters',
			`When somebody filters by ${listed(filters.map(({ field }) => label(field)))}, only those ${all} shall be listed.`
		],
		[
			has && Boolean(search),
			'searches',
			`When somebody searches, the list shall show the ${all} that fit, or say that there are none.`
		],
		[
			has && sorts.length > 0,
			'sorts',
			`When somebody sorts by ${listed(sorts.map((one) => one.label))}, the ${all} shall be in that order, numbers as numbers.`
		],
		[isTicked, 'ticks', `When somebody ticks a ${one} in the list, it shall stay ticked after a reload.`],
		[
			has && Boolean(due),
			'marks-overdue',
			`Where ${due ? label(due.field) : ''} is past, the ${one} shall be marked as overdue.`
		],
		[Boolean(csv), 'exports-csv', `When somebody exports the list, a CSV file shall have all ${all} that are shown.`],
		[Boolean(csv), 'imports-csv', `When somebody imports a CSV file, its ${all} shall be in the list, after a reload too.`],
		[
			Boolean(csv),
			'bad-line-named',
			'If a line of the file is wrong, the others shall be taken in and the page shall name that line and the reason.'
		],
		[Boolean(csv), 'refuses-other-files', 'If the file is no CSV file, the page shall say so and change nothing.'],
		[Boolean(print), 'prints', 'When somebody presses the print button, the browser shall print the list.']
	];
	return found.filter(([is]) => is).map(([, check, text]) => ({ check, text }));
}
