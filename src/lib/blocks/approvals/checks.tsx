import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { useCollection, type Collection } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import { showValue } from '../../core/finding';
import type { CheckContext, Checks } from '../../testing/check-page';
import { plant, using } from '../../testing/plant';
import type { Field } from '../data';
import type { ApprovalsParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ApprovalsParameters>;

export const checks = {
	'says-none': ({ view, parameters }) => {
		expect(view.getByText(parameters.none)).toBeTruthy();
	},
	'waiting-there': async (context) => {
		const { view, parameters } = context;
		await suggest(context);
		const shown = view.getByRole('list', { name: parameters.heading }).textContent ?? '';
		for (const field of parameters.fields.filter(({ kind }) => kind !== 'list'))
			expect(shown).toContain(field.name === parameters.titleField ? NAME : showValue(field, sampleOf(field)));
		expect(await listedNames(context)).not.toContain(NAME);
	},
	'approve-lists': async (context) => {
		const { view, parameters, user, reload } = context;
		await suggest(context);
		await user.click(view.getByRole('button', { name: words('approve', { name: NAME }) }));
		expect(await listedNames(context)).toContain(NAME);
		expect((await reload()).getByText(parameters.none)).toBeTruthy();
	},
	'reject-removes': async (context) => {
		const { view, parameters, user, reload } = context;
		await suggest(context);
		await user.click(view.getByRole('button', { name: words('reject', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: words('reject-it') }));
		expect((await reload()).getByText(parameters.none)).toBeTruthy();
		expect(await listedNames(context)).not.toContain(NAME);
	}
} satisfies Checks<ApprovalsParameters>;

const NAME = 'Sample suggestion';

const sampleOf = ({ kind, options }: Field) =>
	kind === 'number' || kind === 'money'
		? 700
		: kind === 'check'
			? true
			: kind === 'date'
				? '2031-05-04'
				: (options?.[0] ?? 'Some words');

const suggest = ({ parameters }: Context) =>
	plant(parameters.suggestions, [
		Object.fromEntries(
			parameters.fields.map((field) => [field.name, field.name === parameters.titleField ? NAME : sampleOf(field)])
		)
	]);

/** What the directory lists. */
async function listedNames({ parameters }: Context): Promise<string[]> {
	let names: string[] = [];
	await using<Collection<FormValues>>(
		() => useCollection<FormValues>(parameters.collection),
		({ records }) => void (names = records.map((one) => String(one[parameters.titleField])))
	);
	return names;
}
