/** Calculators and converters as their blocks take them, with examples that were worked out here. */
import type { AppParts } from './app-parts';
import type { Parameters } from './field-values';

const UNITS: Record<'length' | 'area', { metres: { unit: string; factor: number }; feet: { unit: string; factor: number } }> = {
	length: { metres: { unit: 'm', factor: 1 }, feet: { unit: 'feet', factor: 0.3048 } },
	area: { metres: { unit: 'm²', factor: 1 }, feet: { unit: 'square feet', factor: 0.09290304 } }
};

/** Inputs in one system of units or in two; what must not fall below its least is a limit with an example that breaks it. */
export function calculatorParameters({
	systems,
	inputs,
	outputs,
	examples,
	steps,
	title,
	intro
}: AppParts['calculator']): Parameters {
	const given = examples[0]?.inputs ?? Object.fromEntries(inputs.map((input) => [input.name, input.fallback]));
	const worked = examples.length ? examples : [{ inputs: given, outputs: resultsOf(steps, given) }];
	return {
		title,
		intro,
		systems: systems
			? [
					{ name: 'metres', label: 'Metres' },
					{ name: 'feet', label: 'Feet' }
				]
			: undefined,
		inputs: inputs.map(({ name, label, kind, unit, min, above, fallback, whole }) => ({
			...{ name, label, kind: 'number', isWhole: whole, default: whole ? fallback : undefined },
			...(above ? { above: min } : { min }),
			...(systems && kind !== 'plain' ? { units: UNITS[kind] } : { unit: unit || undefined })
		})),
		steps,
		limits: outputs.flatMap(({ from, least, below }) =>
			least === undefined ? [] : [{ of: from, least, message: below, example: { ...given, openings: 1000 } }]
		),
		outputs: outputs.map(({ label, from, unit, decimals }) => ({ label, from, unit: unit || undefined, decimals })),
		examples: worked.map((example) => ({
			inputs: example.inputs,
			outputs: Object.fromEntries(
				outputs.flatMap(({ label, from }) => (example.outputs[from] === undefined ? [] : [[label, example.outputs[from]]]))
			)
		}))
	};
}

/** What comes out of the steps, worked out here so that an example can state it. */
function resultsOf(steps: AppParts['calculator']['steps'], inputs: Record<string, number>): Record<string, number> {
	const values: Record<string, number> = { ...inputs };
	const apply: Record<AppParts['calculator']['steps'][number]['op'], (of: number[]) => number> = {
		add: (of) => of.reduce((sum, term) => sum + term, 0),
		subtract: ([a = 0, b = 0]) => a - b,
		multiply: (of) => of.reduce((product, factor) => product * factor, 1),
		divide: ([a = 0, b = 1]) => a / b,
		ceil: ([a = 0]) => Math.ceil(a),
		round: ([a = 0]) => Math.round(a),
		power: ([a = 0, b = 1]) => a ** b,
		// Of the sum, the interest of one period in percent, and the number of payments.
		payment: ([sum = 0, percent = 0, count = 1]) =>
			percent === 0 ? sum / count : (sum * percent) / 100 / (1 - (1 + percent / 100) ** -count)
	};
	for (const { name, op, of } of steps)
		values[name] = apply[op](of.map((operand) => (typeof operand === 'number' ? operand : (values[operand] ?? 0))));
	return values;
}

/** Ten of the second unit in the first one, worked out here so that an example can state it. */
export function converterExample({ name, units }: AppParts['converter']['groups'][number]): Parameters {
	const [first, second] = units;
	return {
		group: name,
		from: second?.name,
		to: first?.name,
		value: 10,
		result: 10 * (second?.factor ?? 1) + (second?.offset ?? 0)
	};
}
