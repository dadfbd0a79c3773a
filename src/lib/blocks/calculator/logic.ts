import type { CalculatorInput, CalculatorLimit, CalculatorParameters, CalculatorStep } from './parameters';

/** What a calculator does: texts into numbers, steps one after the other, and what is wrong with either. */

export type Values = Record<string, number>;

const DAY_MS = 86_400_000;

/** A number as people write it: '2.5', '2,5', '1 250', '1.250,50'; NaN when it is none. */
export function numberOf(text: string): number {
	const plain = text.trim().replace(/[\s'’]/g, '');
	const isGrouped = plain.includes(',') && plain.includes('.');
	const decimal = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.';
	const digits = isGrouped ? plain.replaceAll(decimal === ',' ? '.' : ',', '') : plain;
	const normal = digits.replace(',', '.');
	return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : NaN;
}

/** Days since 1970 of 'YYYY-MM-DD'; NaN when there is no such day. */
export function daysOf(text: string): number {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	const days = at / DAY_MS;
	// The 31st of February is read as a day of March.
	return Number.isFinite(days) && dayOf(days) === text ? days : NaN;
}
export const dayOf = (days: number): string => new Date(Math.round(days) * DAY_MS).toISOString().slice(0, 10);

/** The value of what was entered, in the first system's unit; NaN when it is none. */
export function valueOf(input: CalculatorInput, text: string, system: string): number {
	if (input.kind === 'date') return daysOf(text);
	if (input.kind === 'choice') return text === '' ? NaN : (input.options?.[Number(text)]?.value ?? NaN);
	return numberOf(text) * (input.units?.[system]?.factor ?? 1);
}

export type InputProblem = 'missing' | 'no-number' | 'not-whole' | 'too-small' | 'too-big' | 'not-above';

/** What is wrong with what was entered; undefined when nothing is. @param value of the text: {@link valueOf} */
export function inputProblem(input: CalculatorInput, text: string, value: number): InputProblem | undefined {
	if (!text.trim()) return 'missing';
	const { min, max, above, isWhole } = input;
	if (!Number.isFinite(value)) return 'no-number';
	if (above !== undefined && value <= above) return 'not-above';
	if (min !== undefined && value < min) return 'too-small';
	if (max !== undefined && value > max) return 'too-big';
	return isWhole && !Number.isInteger(value) ? 'not-whole' : undefined;
}

/** All steps from the inputs' values. A step that has no answer, as a division by zero, is NaN, and so is what follows from it. */
export function computed(steps: readonly CalculatorStep[], inputs: Values): Values {
	const values: Values = { ...inputs };
	for (const { name, op, of } of steps)
		values[name] = apply(
			op,
			of.map((one) => (typeof one === 'number' ? one : (values[one] ?? NaN)))
		);
	return values;
}

function apply(op: CalculatorStep['op'], of: readonly number[]): number {
	const [a = NaN, b] = of;
	const value = exact(op, of, a, b);
	return Number.isFinite(value) ? tidy(value) : NaN;
}

function exact(op: CalculatorStep['op'], of: readonly number[], a: number, b: number | undefined): number {
	switch (op) {
		case 'add':
			return of.reduce((sum, one) => sum + one, 0);
		case 'multiply':
			return of.reduce((product, one) => product * one, 1);
		case 'min':
			return Math.min(...of);
		case 'max':
			return Math.max(...of);
		case 'subtract':
			return a - (b ?? NaN);
		case 'divide':
			return a / (b ?? NaN);
		case 'power':
			return a ** (b ?? NaN);
		case 'root':
			return a < 0 ? NaN : a ** (1 / (b ?? 2));
		case 'percent-of':
			return (a * (b ?? NaN)) / 100;
		case 'remainder':
			return a - Math.floor(a / (b ?? NaN)) * (b ?? NaN);
		case 'ceil':
			return Math.ceil(a);
		case 'floor':
			return Math.floor(a);
		case 'round':
			return Math.round(a * 10 ** (b ?? 0)) / 10 ** (b ?? 0);
		case 'payment':
			return payment(a, (b ?? NaN) / 100, of[2] ?? NaN);
	}
}

/** What is paid each time, so that a loan is paid back after so many payments. @source annuity formula */
function payment(sum: number, interest: number, count: number): number {
	return interest === 0 ? sum / count : (sum * interest) / (1 - (1 + interest) ** -count);
}

/** Without the last digits, which binary fractions get wrong: 0.1 + 0.2 is 0.3, and 8.000000000000002 tins are not nine. */
const tidy = (value: number) => Number(value.toPrecision(13));

/** The first limit that does not hold. */
export const brokenLimit = (limits: readonly CalculatorLimit[], values: Values): CalculatorLimit | undefined =>
	limits.find(({ of, least, most }) => {
		const value = values[of] ?? NaN;
		return (least !== undefined && value < least) || (most !== undefined && value > most);
	});

export type Result = { state: 'values'; values: Values } | { state: 'broken'; limit: CalculatorLimit } | { state: 'none' };

/** What comes out, of inputs that have no problem. */
export function resultOf({ steps, limits = [], outputs }: CalculatorParameters, inputs: Values): Result {
	const values = computed(steps, inputs);
	const limit = brokenLimit(limits, values);
	if (limit) return { state: 'broken', limit };
	return outputs.every(({ from }) => Number.isFinite(values[from])) ? { state: 'values', values } : { state: 'none' };
}

/** What an example's inputs are worth. @param given numbers in the first system's unit; the label of a choice; a day */
export function exampleValues({ inputs, systems = [] }: CalculatorParameters, given: Record<string, number | string>): Values {
	const first = systems[0]?.name ?? '';
	return Object.fromEntries(inputs.map((input) => [input.name, valueOf(input, exampleText(input, given[input.name]), first)]));
}

/** As it is entered. */
export function exampleText(input: CalculatorInput, given: number | string | undefined): string {
	if (given === undefined) return input.default === undefined ? '' : exampleText(input, input.default);
	if (input.kind === 'choice')
		return String(input.options?.findIndex(({ label, value }) => label === given || value === given) ?? '');
	return String(given);
}

/** The band that a value reaches. */
export const bandOf = (bands: readonly { from: number; text: string }[], value: number): string | undefined =>
	[...bands].sort((a, b) => b.from - a.from).find(({ from }) => value >= from)?.text;
