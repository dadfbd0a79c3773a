import { expect } from 'vitest';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { downloaded } from '../../testing/files';
import { plant } from '../../testing/plant';
import { csvWords } from '../../web/ui/csv-words';
import type { FormField } from '../data';
import type { InboxParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<InboxParameters>;

/** A value as the form would have sent it, and how it is read. */
function sample({ kind, options = [] }: FormField, number: number): [value: string | number | boolean, text: string] {
	if (kind === 'number') return [number, String(number)];
	if (kind === 'money') return [number * 100, String(number)];
	if (kind === 'check') return [true, ''];
	if (kind === 'date') return [`2031-0${number}-12`, '2031'];
	if (kind === 'choice') return [options[number % options.length] ?? '', options[number % options.length] ?? ''];
	return [`Sample ${number}`, `Sample ${number}`];
}

const plantTwo = ({ parameters: { collection, fields } }: Context) =>
	plant(
		collection,
		[1, 2].map((number) => Object.fromEntries(fields.map((field) => [field.name, sample(field, number)[0]])))
	);

const entries = (view: View, { parameters }: Context) => [
	...(view.queryByRole('list', { name: parameters.heading })?.children ?? [])
];

export const checks = {
	'says-none': ({ view, parameters }) => {
		expect(view.getByText(parameters.none)).toBeTruthy();
	},
	'lists-entries': async (context) => {
		const { view, parameters } = context;
		await plantTwo(context);
		expect(entries(view, context)).toHaveLength(2);
		for (const [index, number] of [2, 1].entries()) {
			const text = entries(view, context)[index]?.textContent ?? '';
			for (const field of parameters.fields) expect(text).toContain(field.label);
			for (const field of parameters.fields) expect(text).toContain(sample(field, number)[1]);
		}
	},
	'sets-state': async (context) => {
		const { view, parameters, user, reload } = context;
		const [first = '', second = ''] = parameters.states ?? [];
		const choose = async (page: View, state: string) => {
			const chip = [...page.getByRole('group', { name: words('states') }).children].find((one) => one.textContent === state);
			if (!chip) throw new Error(`There is no filter '${state}'.`);
			await user.click(chip);
		};
		await plantTwo(context);
		const [select] = view.getAllByRole('combobox');
		if (!select) throw new Error('No entry offers a state.');
		await user.fill(select, second);
		for (const open of [() => view, reload]) {
			const page = await open();
			await choose(page, second);
			expect(entries(page, context)).toHaveLength(1);
			await choose(page, first);
			expect(entries(page, context)).toHaveLength(1);
		}
	},
	csv: async (context) => {
		const { view, parameters, user } = context;
		await plantTwo(context);
		const { name, text } = await downloaded(() => user.click(view.getByRole('button', { name: csvWords('out') })));
		expect(name).toBe(`${parameters.collection}.csv`);
		const lines = text.trim().split('\r\n');
		expect(lines).toHaveLength(3);
		for (const { label } of parameters.fields) expect(lines[0]).toContain(label.replaceAll('"', '""'));
	}
} satisfies Checks<InboxParameters>;
