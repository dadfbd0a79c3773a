import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { shownValue } from './calculator';
import { daysOf, exampleText } from './logic';
import type { CalculatorInput, CalculatorParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<CalculatorParameters>;

export const checks = {
	computes: async (context) => {
		for (const { inputs, outputs } of context.parameters.examples) {
			await enter(context, inputs);
			expect(shown(context)).toMatchObject(wanted(context, outputs));
		}
	},
	'switches-units': async (context) => {
		const { parameters, view, user } = context;
		const [{ inputs, outputs }] = parameters.examples as [CalculatorParameters['examples'][number]];
		await enter(context, inputs);
		const before = shown(context);
		expect(before).toMatchObject(wanted(context, outputs));
		for (const { name, label } of [...(parameters.systems ?? [])].reverse()) {
			await user.click(view.getByRole('radio', { name: label }));
			for (const input of parameters.inputs.filter(({ units }) => units))
				expect(view.getByLabelText(`${input.label} (${input.units?.[name]?.unit})`)).toBeTruthy();
			// Outputs without units of their own say the same in every system.
			const same = parameters.outputs.filter(({ units }) => !units).map((one) => one.label);
			expect(pick(shown(context), same)).toEqual(pick(before, same));
		}
		expect(shown(context)).toEqual(before);
	},
	'marks-missing': async (context) => {
		const { parameters, view, user } = context;
		await enter(context, parameters.examples[0]?.inputs ?? {});
		for (const input of parameters.inputs) {
			const field = fieldOf(context, input);
			const kept = field.value;
			await user.fill(field, '');
			await user.click(view.getByRole('button', { name: words('calculate') }));
			expect(problemAt(context, input)).toBe(input.kind === 'choice' ? t('choose-one') : t('is-missing', { label: input.label }));
			expect(shown(context)).toEqual({});
			await user.fill(fieldOf(context, input), kept);
			expect(problemAt(context, input)).toBe('');
		}
		expect(Object.keys(shown(context))).toHaveLength(parameters.outputs.length);
	},
	'refuses-words': async (context) => {
		const { parameters, view, user } = context;
		await enter(context, parameters.examples[0]?.inputs ?? {});
		for (const input of parameters.inputs.filter(({ kind }) => kind === 'number')) {
			const field = fieldOf(context, input);
			const kept = field.value;
			await user.fill(field, 'abc');
			await user.click(view.getByRole('button', { name: words('calculate') }));
			expect(problemAt(context, input)).toBe(t('bad-number'));
			expect(resultText(context)).not.toMatch(/NaN|Infinity|∞/);
			expect(shown(context)).toEqual({});
			await user.fill(fieldOf(context, input), kept);
		}
	},
	'refuses-range': async (context) => {
		const { parameters, view, user } = context;
		await enter(context, parameters.examples[0]?.inputs ?? {});
		for (const input of parameters.inputs) {
			const { min, max, above } = input;
			const bad = [
				...(above === undefined ? [] : [above, above - 1]),
				...(min === undefined ? [] : [min - 1]),
				...(max === undefined ? [] : [max + 1])
			];
			const kept = fieldOf(context, input).value;
			for (const value of bad) {
				await user.fill(fieldOf(context, input), String(value));
				await user.click(view.getByRole('button', { name: words('calculate') }));
				expect(problemAt(context, input), `${input.name} ${value}`).not.toBe('');
				expect(shown(context)).toEqual({});
				expect(resultText(context)).not.toMatch(/NaN|Infinity|∞/);
			}
			await user.fill(fieldOf(context, input), kept);
		}
	},
	'keeps-limits': async (context) => {
		for (const { message, at, example } of context.parameters.limits ?? []) {
			await enter(context, example);
			expect(resultText(context)).toContain(message);
			expect(shown(context)).toEqual({});
			const input = context.parameters.inputs.find(({ name }) => name === at);
			if (input) expect(problemAt(context, input)).toBe(message);
		}
	},
	'starts-over': async (context) => {
		const { parameters, view, user } = context;
		const before = parameters.inputs.map((input) => fieldOf(context, input).value);
		await enter(context, parameters.examples[0]?.inputs ?? {});
		await user.click(view.getByRole('button', { name: words('clear') }));
		expect(parameters.inputs.map((input) => fieldOf(context, input).value)).toEqual(before);
		expect(parameters.inputs.map((input) => problemAt(context, input)).join('')).toBe('');
	}
} satisfies Checks<CalculatorParameters>;

const resultOf = ({ view }: Context) => view.getByRole('region', { name: words('result') });
const resultText = (context: Context) => resultOf(context).textContent ?? '';

const fieldOf = ({ view }: Context, { name }: CalculatorInput): HTMLInputElement => {
	const region = view.getByRole('button', { name: words('calculate') }).closest('form');
	const field = region?.querySelector<HTMLInputElement>(`[name="${name}"]`);
	if (!field) throw new Error(`There is no field '${name}'.`);
	return field;
};

/** What is said to be wrong at a field, '' when nothing is. */
function problemAt(context: Context, input: CalculatorInput): string {
	const field = fieldOf(context, input);
	if (!field.hasAttribute('aria-invalid')) return '';
	const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
	return note?.textContent ?? '';
}

async function enter(context: Context, given: Record<string, number | string>): Promise<void> {
	for (const input of context.parameters.inputs)
		await context.user.fill(fieldOf(context, input), exampleText(input, given[input.name]));
}

/** Each output as it is shown, by its label. */
function shown(context: Context): Record<string, string> {
	const terms = [...resultOf(context).querySelectorAll('dt')];
	return Object.fromEntries(terms.map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? '']));
}

/** What an example's outputs are to look like. */
function wanted({ parameters }: Context, outputs: Record<string, number | string>): Record<string, string> {
	const system = parameters.systems?.[0]?.name ?? '';
	return Object.fromEntries(
		parameters.outputs
			.filter(({ label }) => outputs[label] !== undefined)
			.map((output) => {
				const value = outputs[output.label] ?? 0;
				return [output.label, shownValue(output, typeof value === 'string' ? daysOf(value) : value, system)];
			})
	);
}

const pick = (all: Record<string, string>, labels: readonly string[]) => labels.map((label) => all[label]);
