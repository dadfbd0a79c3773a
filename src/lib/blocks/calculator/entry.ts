import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, fieldName, words } from '../schemas';
import { example } from './example';
import { brokenLimit, computed, dayOf, exampleText, exampleValues, inputProblem, resultOf, valueOf } from './logic';
import type { CalculatorInput, CalculatorParameters } from './parameters';

const units = z.record(z.string(), z.strictObject({ unit: words.max(20), factor: z.number().positive() })).optional();
const given = z.record(z.string(), z.union([z.number(), z.string()]));

const input: z.ZodType<CalculatorInput> = z
	.strictObject({
		name: fieldName,
		label: words.max(60),
		kind: z.enum(['number', 'choice', 'date']),
		unit: words.max(20).optional(),
		units,
		options: z
			.array(z.strictObject({ label: words, value: z.number() }))
			.min(2)
			.optional(),
		min: z.number().optional(),
		max: z.number().optional(),
		above: z.number().optional(),
		isWhole: z.boolean().optional(),
		default: z.union([z.number(), z.string()]).optional(),
		hint: words.optional()
	})
	.refine(({ kind, options }) => (kind === 'choice') === (options !== undefined), 'a choice has options, and nothing else has');

const OPS = [
	...(['add', 'subtract', 'multiply', 'divide', 'power', 'root', 'percent-of'] as const),
	...(['remainder', 'min', 'max', 'ceil', 'floor', 'round', 'payment'] as const)
] as const;
/** How many values an operation takes at least and at most. */
const TAKES: Record<(typeof OPS)[number], readonly [number, number]> = {
	...{ add: [1, 99], multiply: [1, 99], min: [1, 99], max: [1, 99], subtract: [2, 2], divide: [2, 2], power: [2, 2] },
	...{ root: [1, 2], 'percent-of': [2, 2], remainder: [2, 2], ceil: [1, 1], floor: [1, 1], round: [1, 2], payment: [3, 3] }
};

const parameters: z.ZodType<CalculatorParameters> = z
	.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		systems: z
			.array(z.strictObject({ name: fieldName, label: words.max(30) }))
			.min(2)
			.optional(),
		inputs: z.array(input).min(1).max(30),
		steps: z.array(z.strictObject({ name: fieldName, op: z.enum(OPS), of: z.array(z.union([z.string(), z.number()])).min(1) })),
		limits: z
			.array(
				z.strictObject({
					...{ of: fieldName, least: z.number().optional(), most: z.number().optional() },
					...{ message: words, at: fieldName.optional(), example: given }
				})
			)
			.optional(),
		outputs: z
			.array(
				z.strictObject({
					label: words.max(60),
					from: fieldName,
					as: z.enum(['number', 'money', 'percent', 'date']).optional(),
					unit: words.max(20).optional(),
					units,
					decimals: z.int().min(0).max(8).optional(),
					bands: z
						.array(z.strictObject({ from: z.number(), text: words }))
						.min(1)
						.optional()
				})
			)
			.min(1),
		examples: z.array(z.strictObject({ inputs: given, outputs: given })).min(1)
	})
	.superRefine((all, context) => {
		const issues = [...namesWrong(all), ...unitsWrong(all)];
		// Examples are computed once all names are known: else each would only repeat what is wrong already.
		for (const [path, message] of issues.length ? issues : examplesWrong(all))
			context.addIssue({ code: 'custom', path, message });
	});

type Issue = [path: (string | number)[], message: string];

function namesWrong({ inputs, steps, outputs, limits = [] }: CalculatorParameters): Issue[] {
	const issues: Issue[] = [];
	const known = new Set(inputs.map(({ name }) => name));
	if (known.size < inputs.length) issues.push([['inputs'], 'two inputs have the same name']);
	for (const [index, { name, op, of }] of steps.entries()) {
		const path = ['steps', index];
		const unknown = of.filter((one) => typeof one === 'string' && !known.has(one));
		if (unknown.length) issues.push([path, `no input and no earlier step is called ${unknown.join(', ')}`]);
		const [least, most] = TAKES[op];
		if (of.length < least || of.length > most)
			issues.push([path, `${op} takes ${least === most ? least : `${least} to ${most}`} values`]);
		if (known.has(name)) issues.push([path, `'${name}' is taken: each input and step has a name of its own`]);
		known.add(name);
	}
	for (const [index, { from }] of outputs.entries())
		if (!known.has(from)) issues.push([['outputs', index], `no input and no step is called ${from}`]);
	for (const [index, { of, at }] of limits.entries())
		if (!known.has(of) || (at !== undefined && !inputs.some(({ name }) => name === at)))
			issues.push([['limits', index], `no input or step is called ${known.has(of) ? at : of}`]);
	if (!areDistinct(outputs.map(({ label }) => label))) issues.push([['outputs'], 'two outputs have the same label']);
	return issues;
}

function unitsWrong({ systems = [], inputs, outputs }: CalculatorParameters): Issue[] {
	const names = systems.map(({ name }) => name);
	return [...inputs, ...outputs].flatMap(({ label, units }): Issue[] => {
		if (!units) return [];
		const missing = names.filter((name) => !units[name]);
		if (!names.length) return [[['systems'], `'${label}' has units of systems, but there are none`]];
		if (missing.length) return [[['systems'], `'${label}' has no unit in ${missing.join(', ')}`]];
		return units[names[0] ?? '']?.factor === 1 ? [] : [[['systems'], `'${label}': in the first system the factor is 1`]];
	});
}

function examplesWrong(all: CalculatorParameters): Issue[] {
	const { inputs, outputs, examples, limits = [], systems = [] } = all;
	const system = systems[0]?.name ?? '';
	const issues: Issue[] = [];
	for (const [index, { inputs: given, outputs: wanted }] of examples.entries()) {
		const path = ['examples', index];
		const bad = inputs.filter((input) => {
			const text = exampleText(input, given[input.name]);
			return inputProblem(input, text, valueOf(input, text, system));
		});
		if (bad.length) {
			issues.push([path, `${bad.map(({ name }) => name).join(', ')}: the example's own input is refused`]);
			continue;
		}
		const result = resultOf(all, exampleValues(all, given));
		if (result.state !== 'values') issues.push([path, 'there is no result for it']);
		for (const [label, expected] of Object.entries(wanted)) {
			const output = outputs.find((one) => one.label === label);
			if (!output) issues.push([path, `no output is called '${label}'`]);
			else if (result.state === 'values') {
				const value = result.values[output.from] ?? NaN;
				const isRight = typeof expected === 'string' ? dayOf(value) === expected : isNear(value, expected, output.decimals ?? 2);
				if (!isRight) issues.push([path, `'${label}' would be ${value}, not ${expected}`]);
			}
		}
	}
	for (const [index, { example }] of limits.entries()) {
		const broken = brokenLimit(limits, computed(all.steps, exampleValues(all, example)));
		if (broken !== limits[index]) issues.push([['limits', index], 'its example does not break it']);
	}
	return issues;
}

const isNear = (a: number, b: number, decimals: number) => Math.abs(a - b) <= 0.5 * 10 ** -decimals + 1e-9;

export const entry: BlockEntry<CalculatorParameters> = {
	name: 'calculator',
	line: 'A calculator: fields, a formula in typed steps, results at once; units to switch, limits with messages (paint, loan, BMI, tip, age)',
	frames: ['client', 'site'],
	parameters,
	needs: [],
	criteria: ({ inputs, outputs, examples, systems = [], limits = [] }) => [
		...examples.slice(0, 1).map(({ inputs: given, outputs: wanted }) => ({
			check: 'computes',
			text: `When ${said(inputs, given)} are entered, it shall show ${Object.entries(wanted)
				.map(([label, value]) => `${label} ${value}${unitOf(outputs.find((one) => one.label === label)?.unit)}`)
				.join(' and ')}.`
		})),
		...(systems.length > 1
			? [
					{
						check: 'switches-units',
						text: `When the units are switched to ${systems.at(-1)?.label}, the labels shall say them and the result stay the same.`
					}
				]
			: []),
		{ check: 'marks-missing', text: 'When a field is empty, it shall be told at the field, and no result be shown.' },
		...(inputs.some(({ kind }) => kind === 'number')
			? [
					{
						check: 'refuses-words',
						text: 'When something is entered that is no number, it shall be told at the field, never as NaN.'
					}
				]
			: []),
		...(inputs.some(({ min, max, above }) => (min ?? max ?? above) !== undefined)
			? [
					{
						check: 'refuses-range',
						text: 'When a value is too small, zero or negative where it must not be, or too large, it shall be told at the field.'
					}
				]
			: []),
		...limits
			.map(({ message }) => ({ check: 'keeps-limits', text: `When it applies, it shall say "${message}" and show no result.` }))
			.slice(0, 1),
		{ check: 'starts-over', text: 'When all is cleared, the fields shall be as at the start.' }
	],
	example
};

const said = (inputs: readonly CalculatorInput[], given: Record<string, number | string>) =>
	inputs
		.filter(({ name }) => given[name] !== undefined)
		.map(({ name, label }) => `${label} ${given[name]}`)
		.join(', ');
const unitOf = (unit: string | undefined) => (unit ? ` ${unit}` : '');
