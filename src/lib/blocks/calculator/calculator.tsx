import { useRef, useState, type FormEvent } from 'react';
import { defineBlock } from '../../core/block';
import { day, money, number, percent } from '../../core/format';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { SelectField, TextField } from '../../web/ui/field';
import { Heading } from '../../web/ui/heading';
import { bandOf, dayOf, exampleText, inputProblem, resultOf, valueOf, type Result, type Values } from './logic';
import './calculator.css';
import type { CalculatorInput, CalculatorOutput, CalculatorParameters } from './parameters';
import { words } from './words';

/** Fields, a formula in steps, and what comes out, at once. */
export const calculator = defineBlock<CalculatorParameters>({ name: 'calculator', Component: Calculator });

type Texts = Record<string, string>;

function Calculator({ parameters }: { parameters: CalculatorParameters }) {
	const { title, intro, systems = [], inputs } = parameters;
	const form = useRef<HTMLFormElement>(null);
	const [system, setSystem] = useState(systems[0]?.name ?? '');
	const [texts, setTexts] = useState<Texts>(() => startTexts(inputs));
	// Problems are told of fields that somebody has been in, and of all once it was asked for.
	const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
	// What was converted from other units is as exact as it was: its text is rounded.
	const [exact, setExact] = useState<Values>({});
	const values = { ...valuesOf(inputs, texts, system), ...exact };
	const problems = problemsOf(inputs, { texts, values, system });
	const result = problems.size ? undefined : resultOf(parameters, values);
	const broken = result?.state === 'broken' ? result.limit : undefined;
	const touch = (names: readonly string[]) => setTouched((now) => new Set([...now, ...names]));

	const submit = (event: FormEvent) => {
		event.preventDefault();
		touch(inputs.map(({ name }) => name));
		const first = inputs.find(({ name }) => problems.has(name))?.name ?? broken?.at;
		if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
	};
	const change = (next: string) => {
		const isConverted = ({ name, units }: CalculatorInput) => units && Number.isFinite(values[name]);
		setExact(Object.fromEntries(inputs.filter(isConverted).map(({ name }) => [name, values[name] ?? 0])));
		setTexts(convertedTexts(inputs, { texts, values, system: next }));
		setSystem(next);
	};
	const clear = () => {
		setTexts(startTexts(inputs));
		setExact({});
		setTouched(new Set());
	};
	return (
		<div className="calculator wide">
			<Heading title={title} text={intro} />
			<div className="calculator-both">
				<form ref={form} className="calculator-form card" noValidate onSubmit={submit}>
					{systems.length > 1 && (
						<Choices
							label={words('units')}
							options={systems.map(({ name, label }) => [name, label])}
							value={system}
							onChange={change}
						/>
					)}
					<div className="calculator-fields">
						{inputs.map((input) => (
							<Input
								key={input.name}
								input={input}
								system={system}
								text={texts[input.name] ?? ''}
								error={
									(touched.has(input.name) ? problems.get(input.name) : undefined) ??
									(broken?.at === input.name ? broken.message : undefined)
								}
								onText={(text) => {
									setTexts({ ...texts, [input.name]: text });
									setExact(Object.fromEntries(Object.entries(exact).filter(([name]) => name !== input.name)));
								}}
								onLeave={() => touch([input.name])}
							/>
						))}
					</div>
					<div className="row">
						<Button type="submit" look="primary">
							{words('calculate')}
						</Button>
						<Button look="quiet" onClick={clear}>
							{words('clear')}
						</Button>
					</div>
				</form>
				<Results
					outputs={parameters.outputs}
					result={result}
					system={system}
					hasTold={inputs.some(({ name }) => touched.has(name) && problems.has(name))}
				/>
			</div>
		</div>
	);
}

const startTexts = (inputs: readonly CalculatorInput[]): Texts =>
	Object.fromEntries(inputs.map((input) => [input.name, exampleText(input, undefined)]));

const valuesOf = (inputs: readonly CalculatorInput[], texts: Texts, system: string): Values =>
	Object.fromEntries(inputs.map((input) => [input.name, valueOf(input, texts[input.name] ?? '', system)]));

interface Entered {
	texts: Texts;
	/** In the first system's units. */
	values: Values;
	system: string;
}

/** What is entered, in the units of a system; what is no number stays as it is. */
function convertedTexts(inputs: readonly CalculatorInput[], { texts, values, system }: Entered): Texts {
	return Object.fromEntries(
		inputs.map(({ name, units }) => {
			const value = (values[name] ?? NaN) / (units?.[system]?.factor ?? 1);
			return [name, units && Number.isFinite(value) ? String(Number(value.toPrecision(6))) : (texts[name] ?? '')];
		})
	);
}

function problemsOf(inputs: readonly CalculatorInput[], { texts, values, system }: Entered): Map<string, string> {
	const found = new Map<string, string>();
	for (const input of inputs) {
		const { name, label, min, max, above, kind } = input;
		const factor = input.units?.[system]?.factor ?? 1;
		const shown = (value = 0) => number(Number((value / factor).toPrecision(4)));
		switch (inputProblem(input, texts[name] ?? '', values[name] ?? NaN)) {
			case 'missing':
				found.set(name, kind === 'choice' ? t('choose-one') : t('is-missing', { label }));
				break;
			case 'no-number':
				found.set(name, kind === 'date' ? words('no-day') : t('bad-number'));
				break;
			case 'not-whole':
				found.set(name, words('whole'));
				break;
			case 'not-above':
				found.set(name, words('more-than', { n: shown(above) }));
				break;
			case 'too-small':
				found.set(name, t('too-small', { min: shown(min) }));
				break;
			case 'too-big':
				found.set(name, t('too-big', { max: shown(max) }));
		}
	}
	return found;
}

interface InputProps {
	input: CalculatorInput;
	system: string;
	text: string;
	error: string | undefined;
	onText: (text: string) => void;
	onLeave: () => void;
}

function Input({ input, system, text, error, onText, onLeave }: InputProps) {
	const { name, kind, hint, options = [] } = input;
	const unit = input.units?.[system]?.unit ?? input.unit;
	const shared = {
		...{ name, hint, error, value: text, onBlur: onLeave },
		label: unit ? `${input.label} (${unit})` : input.label,
		onChange: (event: { target: { value: string } }) => {
			onText(event.target.value);
			// An emptied field is told of at once; one that is being filled is not told of before it is left.
			if (!event.target.value) onLeave();
		}
	};
	if (kind === 'choice')
		return (
			<SelectField
				{...shared}
				options={[['', t('choose-one')], ...options.map(({ label }, at) => [String(at), label] as const)]}
			/>
		);
	if (kind === 'date') return <TextField {...shared} type="date" />;
	return <TextField {...shared} type="text" inputMode="decimal" autoComplete="off" />;
}

interface ResultsProps {
	outputs: readonly CalculatorOutput[];
	/** Undefined while inputs have problems. */
	result: Result | undefined;
	system: string;
	/** Whether a problem is told beside a field. */
	hasTold: boolean;
}

function Results({ outputs, result, system, hasTold }: ResultsProps) {
	const values = result?.state === 'values' ? result.values : undefined;
	return (
		<section className="calculator-result" aria-label={words('result')} aria-live="polite">
			<h3>{words('result')}</h3>
			{values ? (
				<dl>
					{outputs.map((output) => {
						const value = values[output.from] ?? 0;
						const band = output.bands && bandOf(output.bands, value);
						return (
							<div key={output.label}>
								<dt>{output.label}</dt>
								<dd>{shownValue(output, value, system)}</dd>
								{band && <dd className="calculator-band">{band}</dd>}
							</div>
						);
					})}
				</dl>
			) : (
				<p>
					{result?.state === 'broken'
						? result.limit.message
						: result?.state === 'none'
							? words('no-result')
							: hasTold
								? words('look-at')
								: words('waiting')}
				</p>
			)}
		</section>
	);
}

/** An output's value as it is shown; also what tests look for. */
export function shownValue({ as = 'number', unit, units, decimals }: CalculatorOutput, value: number, system: string): string {
	switch (as) {
		case 'money':
			return money(Math.round(value * 100));
		case 'percent':
			return percent(value / 100);
		case 'date':
			return day(dayOf(value));
		default: {
			const own = value / (units?.[system]?.factor ?? 1);
			const said = units?.[system]?.unit ?? unit;
			const text = number(decimals === undefined ? Number(own.toFixed(2)) : own, decimals);
			return said ? `${text} ${said}` : text;
		}
	}
}
