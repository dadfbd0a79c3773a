import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { ConverterParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ConverterParameters>;
type Example = ConverterParameters['examples'][number];

export const checks = {
	converts: async (context) => {
		for (const example of context.parameters.examples) {
			await choose(context, example);
			await context.user.fill(field(context, 0), String(example.value));
			expectNear(field(context, 1), example.result);
		}
	},
	'both-ways': async (context) => {
		for (const example of context.parameters.examples) {
			await choose(context, example);
			await context.user.fill(field(context, 1), String(example.result));
			expectNear(field(context, 0), example.value);
		}
	},
	swaps: async (context) => {
		const [example] = context.parameters.examples as [Example];
		await choose(context, { ...example, from: example.to, to: example.from });
		await context.user.fill(field(context, 0), String(example.value));
		await context.user.click(context.view.getByRole('button', { name: words('swap') }));
		expect(field(context, 0).value).toBe(String(example.value));
		expectNear(field(context, 1), example.result);
	},
	'refuses-word': async (context) => {
		for (const text of ['abc', '1.2.3', '--5']) {
			await context.user.fill(field(context, 0), text);
			expect(context.view.getByText(t('bad-number'))).toBeTruthy();
			expect(field(context, 0).getAttribute('aria-invalid')).toBe('true');
			expect(field(context, 1).value).toBe('');
			expect(context.view.queryByRole('status')).toBeNull();
		}
		await context.user.fill(field(context, 0), '');
		expect(field(context, 1).value).toBe('');
		await context.user.fill(field(context, 0), '2,5');
		expect(context.view.queryByText(t('bad-number'))).toBeNull();
		expect(field(context, 1).value).not.toBe('');
	}
} satisfies Checks<ConverterParameters>;

const field = ({ view }: Context, at: 0 | 1) => view.getAllByRole<HTMLInputElement>('textbox')[at]!;

async function choose({ parameters, view, user }: Context, { group, from, to }: Example): Promise<void> {
	if (parameters.groups.length > 1) await user.click(view.getByRole('radio', { name: group }));
	const units = parameters.groups.find(({ name }) => name === group)?.units ?? [];
	const at = (unit: string) => String(units.findIndex(({ name }) => name === unit));
	await user.fill(view.getByLabelText(words('from')), at(from));
	await user.fill(view.getByLabelText(words('to')), at(to));
}

function expectNear({ value }: HTMLInputElement, wanted: number): void {
	expect(value).toMatch(/^-?[\d.]+(e-?\d+)?$/);
	expect(Math.abs(Number(value) - wanted)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(wanted)));
}
