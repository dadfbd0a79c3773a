import { expect } from 'vitest';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { FormField } from '../data';
import type { SuggestionsParameters } from './parameters';
import { words } from './words';

export const checks = {
	'thanks-first': async (context) => {
		const { view, parameters, user } = context;
		await send(context);
		expect(view.getByText(parameters.thanks)).toBeTruthy();
		expect(view.queryByRole('button', { name: parameters.action })).toBeNull();
		await user.click(view.getByRole('button', { name: words('another') }));
		expect(view.getByRole('button', { name: parameters.action })).toBeTruthy();
	},
	'refuses-empty': async ({ view, parameters, user }) => {
		await user.submit(view.getByRole('button', { name: parameters.action }));
		const form = view.getByRole('button', { name: parameters.action }).closest('form');
		const marked = [...(form?.querySelectorAll('[aria-invalid="true"]') ?? [])].map((one) => one.getAttribute('name'));
		expect(marked).toEqual(parameters.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name));
		expect(view.queryByText(parameters.thanks)).toBeNull();
	},
	'not-shown-yet': async (context) => {
		const { page, reload } = context;
		await send(context);
		await reload();
		expect(page.queryByText('Sample suggestion', { exact: false })).toBeNull();
	}
} satisfies Checks<SuggestionsParameters>;

async function send({ view, parameters, user }: CheckContext<SuggestionsParameters>): Promise<void> {
	const form = view.getByRole('button', { name: parameters.action }).closest('form');
	for (const field of parameters.fields) {
		const control = form?.querySelector(`[name="${field.name}"]`);
		if (!control) throw new Error(`The form has no field '${field.name}'.`);
		if (field.kind === 'check') await user.click(control);
		else await user.fill(control, sampleOf(field));
	}
	await user.submit(view.getByRole('button', { name: parameters.action }));
}

export function sampleOf({ kind, min = 1, options = [] }: FormField): string {
	return {
		...{
			text: 'Sample suggestion',
			longText: 'Some lines',
			email: 'kim@example.com',
			phone: '030 1234567',
			url: 'https://example.com'
		},
		...{
			number: String(min),
			money: String(min),
			date: '2031-05-04',
			time: '10:30',
			choice: options[0] ?? '',
			check: '',
			password: 'a long secret'
		}
	}[kind];
}
