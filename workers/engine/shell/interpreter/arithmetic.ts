import type { ArithmeticExpression, ArithmeticWord, ParsedScript, WordPart } from 'unbash';
import { expressionOf } from './arithmetic-text';
import { ShellFault } from './leave';
import type { Variables } from './variables';

export interface ArithmeticContext {
	variables: Variables;
	/** `set -u`. */
	isUnsetFault: boolean;
	expand(parts: readonly WordPart[]): Promise<string>;
	substitute(script: ParsedScript | undefined): Promise<string>;
	/** How deep variables have named variables. */
	depth?: number;
}

const MAX_DEPTH = 64;
const BITS = 64;
const NAME = /^[A-Za-z_]\w*$/;
const ELEMENT = /^([A-Za-z_]\w*)\[(.*)\]$/s;

/** 64-bit signed integers, as in bash. @throws ShellFault for a division by zero or an operand that is no number */
export async function evaluate(expression: ArithmeticExpression, context: ArithmeticContext): Promise<bigint> {
	switch (expression.type) {
		case 'ArithmeticGroup':
			return evaluate(expression.expression, context);
		case 'ArithmeticTernary':
			return evaluate((await evaluate(expression.test, context)) ? expression.consequent : expression.alternate, context);
		case 'ArithmeticWord':
			return valueOf(await textOf(expression, context), context);
		case 'ArithmeticCommandExpansion':
			return valueOf(await context.substitute(expression.script), context);
		case 'ArithmeticUnary':
			return unary(expression, context);
		case 'ArithmeticBinary':
			return binary(expression, context);
	}
}

const textOf = async ({ value, parts }: ArithmeticWord, context: ArithmeticContext): Promise<string> =>
	(parts ? await context.expand(parts) : value).trim();

async function valueOf(text: string, context: ArithmeticContext): Promise<bigint> {
	if (text === '') return 0n;
	if (/^\d/.test(text)) return numberOf(text);
	const depth = (context.depth ?? 0) + 1;
	if (depth > MAX_DEPTH) throw new ShellFault(`${text}: expression recursion level exceeded`);
	const inner = { ...context, depth };
	if (NAME.test(text) || ELEMENT.test(text)) return valueOf(((await read(text, inner)) ?? unset(text, context)).trim(), inner);
	const expression = expressionOf(text);
	if (!expression || (expression.type === 'ArithmeticWord' && expression.value.trim() === text)) throw syntaxError(text);
	return evaluate(expression, inner);
}

function unset(name: string, { isUnsetFault }: ArithmeticContext): string {
	if (isUnsetFault) throw new ShellFault(`${name}: unbound variable`, 127, true);
	return '';
}

function numberOf(text: string): bigint {
	const [, base, digits = ''] = /^(\d+)#([\da-zA-Z@_]+)$/.exec(text) ?? [];
	if (base !== undefined) {
		const radix = Number(base);
		const value = [...digits].map((digit) => Number.parseInt(digit, 36));
		if (radix < 2 || radix > 36 || value.some((digit) => !(digit < radix))) throw syntaxError(text);
		return wrap(value.reduce((sum, digit) => sum * BigInt(radix) + BigInt(digit), 0n));
	}
	if (/^0[0-7]+$/.test(text)) return wrap(BigInt(`0o${text.slice(1)}`));
	if (/^(?:0|[1-9]\d*|0[xX][\da-fA-F]+)$/.test(text)) return wrap(BigInt(text));
	if (/^0\d+$/.test(text)) throw new ShellFault(`${text}: value too great for base (error token is "${text}")`);
	throw syntaxError(text);
}

const wrap = (value: bigint): bigint => BigInt.asIntN(BITS, value);
const syntaxError = (text: string): ShellFault =>
	new ShellFault(`${text}: syntax error: operand expected (error token is "${text}")`);

async function read(target: string, context: ArithmeticContext): Promise<string | undefined> {
	const [, name, key] = ELEMENT.exec(target) ?? [];
	if (name === undefined || key === undefined) return context.variables.text(target);
	const value = context.variables.get(name)?.value;
	const at = await keyOf(name, key, context);
	return value instanceof Map ? value.get(at) : at === '0' ? value : undefined;
}

async function write(target: string, value: bigint, context: ArithmeticContext): Promise<bigint> {
	const [, name, key] = ELEMENT.exec(target) ?? [];
	if (name !== undefined && key !== undefined) context.variables.setElement(name, await keyOf(name, key, context), String(value));
	else if (NAME.test(target)) context.variables.set(target, String(value));
	else throw new ShellFault(`${target}: attempted assignment to non-variable`);
	return value;
}

const keyOf = async (name: string, key: string, context: ArithmeticContext): Promise<string> =>
	context.variables.get(name)?.isAssociative ? key : String(await valueOf(key.trim(), context));

async function unary(
	expression: Extract<ArithmeticExpression, { type: 'ArithmeticUnary' }>,
	context: ArithmeticContext
): Promise<bigint> {
	const { operator, operand, prefix } = expression;
	const value = await evaluate(operand, context);
	switch (operator) {
		case '-':
			return wrap(-value);
		case '+':
			return value;
		case '!':
			return value === 0n ? 1n : 0n;
		case '~':
			return ~value;
		case '++':
		case '--': {
			if (operand.type !== 'ArithmeticWord') throw syntaxError(operator);
			const changed = wrap(operator === '++' ? value + 1n : value - 1n);
			await write(await textOf(operand, context), changed, context);
			return prefix ? changed : value;
		}
		default:
			throw syntaxError(operator);
	}
}

async function binary(
	expression: Extract<ArithmeticExpression, { type: 'ArithmeticBinary' }>,
	context: ArithmeticContext
): Promise<bigint> {
	const { operator, left, right } = expression;
	if (operator === '&&') return (await evaluate(left, context)) && (await evaluate(right, context)) ? 1n : 0n;
	if (operator === '||') return (await evaluate(left, context)) || (await evaluate(right, context)) ? 1n : 0n;
	if (/^(?:[-+*/%&|^]|<<|>>)?=$/.test(operator)) {
		if (left.type !== 'ArithmeticWord') throw new ShellFault('attempted assignment to non-variable');
		const target = await textOf(left, context);
		const value = await evaluate(right, context);
		if (operator === '=') return write(target, value, context);
		return write(target, calculate(operator.slice(0, -1), await valueOf(target, context), value), context);
	}
	return calculate(operator, await evaluate(left, context), await evaluate(right, context));
}

function calculate(operator: string, a: bigint, b: bigint): bigint {
	const truth = (is: boolean): bigint => (is ? 1n : 0n);
	switch (operator) {
		case '+':
			return wrap(a + b);
		case '-':
			return wrap(a - b);
		case '*':
			return wrap(a * b);
		case '/':
		case '%':
			if (b === 0n) throw new ShellFault('division by 0 (error token is "0")');
			return wrap(operator === '/' ? a / b : a % b);
		case '**':
			if (b < 0n) throw new ShellFault('exponent less than 0');
			return power(a, b);
		case '<<':
			return wrap(a << (b & 63n));
		case '>>':
			return a >> (b & 63n);
		case '&':
			return a & b;
		case '|':
			return a | b;
		case '^':
			return a ^ b;
		case '<':
			return truth(a < b);
		case '>':
			return truth(a > b);
		case '<=':
			return truth(a <= b);
		case '>=':
			return truth(a >= b);
		case '==':
			return truth(a === b);
		case '!=':
			return truth(a !== b);
		case ',':
			return b;
		default:
			throw syntaxError(operator);
	}
}

/** By squaring, wrapping on the way: a large exponent costs no more than its bits. */
function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	for (let rest = exponent, factor = base; rest > 0n; rest >>= 1n, factor = wrap(factor * factor))
		if (rest & 1n) result = wrap(result * factor);
	return result;
}
