export interface CalculatorParameters {
	title: string;
	intro?: string;
	/** Systems of units to choose from, as metres and feet; the first one at the start. Inputs and outputs say their unit in each. */
	systems?: { name: string; label: string }[];
	inputs: CalculatorInput[];
	/** One after the other, from inputs, numbers and steps before. */
	steps: CalculatorStep[];
	/** What must hold, else the message is shown in place of a result. */
	limits?: CalculatorLimit[];
	outputs: CalculatorOutput[];
	/** Worked examples with what comes out, in the units of the first system: proven by a test each. */
	examples: { inputs: Record<string, number | string>; outputs: Record<string, number | string> }[];
}

export interface CalculatorInput {
	/** camelCase; steps name it. */
	name: string;
	label: string;
	/** Dates count as days, so that they can be subtracted. */
	kind: 'number' | 'choice' | 'date';
	/** Said after the label: 'm', '%', '€'. */
	unit?: string;
	/** By the name of a system: its unit there, and how many of the first system's unit one of it is (feet: 0.3048 where that is metres). */
	units?: Record<string, { unit: string; factor: number }>;
	/** Of a choice. */
	options?: { label: string; value: number }[];
	/** Least and most, in the first system's unit; `above` is what it must be more than. */
	min?: number;
	max?: number;
	above?: number;
	isWhole?: boolean;
	/** What stands there at the start; else it is empty. A day as '2031-09-12'. */
	default?: number | string;
	hint?: string;
}

export interface CalculatorStep {
	/** camelCase. */
	name: string;
	/**
	 * add, multiply, min, max: any number of values; subtract, divide, power, percent-of (a % of b), remainder: two; root: of a value, the
	 * second one says which (2); ceil, floor: one; round: a value and decimals (0); payment: what is paid each time for a loan, of the sum,
	 * the interest of one period in percent and the number of payments.
	 */
	op:
		| 'add'
		| 'subtract'
		| 'multiply'
		| 'divide'
		| 'power'
		| 'root'
		| 'percent-of'
		| 'remainder'
		| 'min'
		| 'max'
		| 'ceil'
		| 'floor'
		| 'round'
		| 'payment';
	/** Names of inputs and earlier steps, or numbers. */
	of: (string | number)[];
}

export interface CalculatorLimit {
	/** Name of an input or step. */
	of: string;
	least?: number;
	most?: number;
	message: string;
	/** The input that is marked. */
	at?: string;
	/** Inputs that break it, for its test. */
	example: Record<string, number | string>;
}

export interface CalculatorOutput {
	label: string;
	/** Name of an input or step. */
	from: string;
	/** How it is written; a number unless said otherwise. Amounts are in whole units of the app's currency, percent as 12.5. */
	as?: 'number' | 'money' | 'percent' | 'date';
	/** Said after a number. */
	unit?: string;
	units?: Record<string, { unit: string; factor: number }>;
	/** As many as it has, up to two, unless said otherwise. */
	decimals?: number;
	/** What a value from here on means, the lowest first. */
	bands?: { from: number; text: string }[];
}
