import type { ParameterExpansionPart, ParameterOperation, SimpleExpansionPart, Word } from 'unbash';
import { parse } from 'unbash';
import { ShellFault } from './leave';
import { compiled, sourceOf } from './patterns';
import { specialParameter } from './special-parameters';
import type { Place } from './words';
import { quoted } from './quoted';

/** What a parameter gives: text, several items (`$@`, `${a[*]}`), or nothing more because it has been added already. */
export type Expansion = { kind: 'text'; text: string } | { kind: 'list'; items: string[]; isJoined: boolean } | { kind: 'done' };

/** The value of a parameter before operations. */
type Value = string | undefined | { items: string[]; isJoined: boolean };

/** @throws ShellFault for `${x?}`, and for an unset one under `set -u` */
export async function expandParameter(place: Place, part: SimpleExpansionPart | ParameterExpansionPart): Promise<Expansion> {
	if (part.type === 'SimpleExpansion') return plain(place, part.text.slice(1), valueOf(place, part.text.slice(1), undefined));
	const { operation } = part;
	if (operation?.type === 'Names') return list(place.shell.variables.names().filter((name) => name.startsWith(part.parameter)));
	const index = part.index ? await indexOf(place, part.parameter, part.index) : undefined;
	if (part.prefix === '!') return indirect(place, part, index);
	const value = valueOf(place, part.parameter, index);
	if (part.prefix === '#')
		return text(String(typeof value === 'object' ? value.items.length : [...(value ?? unset(place, part.parameter))].length));
	return operation ? operate(place, part, { value, operation, index }) : plain(place, part.parameter, value);
}

const text = (value: string): Expansion => ({ kind: 'text', text: value });
const list = (items: string[], isJoined = false): Expansion => ({ kind: 'list', items, isJoined });

function plain(place: Place, name: string, value: Value): Expansion {
	return typeof value === 'object' ? list(value.items, value.isJoined) : text(value ?? unset(place, name));
}

function unset({ shell }: Place, name: string): string {
	if (shell.options.has('nounset')) throw new ShellFault(`${name}: unbound variable`, shell.isInteractive ? 1 : 127, true);
	return '';
}

async function indirect(place: Place, part: ParameterExpansionPart, index: string | undefined): Promise<Expansion> {
	const { variables } = place.shell;
	if (index === '@' || index === '*') {
		const value = variables.get(part.parameter)?.value;
		return list(value instanceof Map ? [...value.keys()] : value === undefined ? [] : ['0'], index === '*');
	}
	const name = valueOf(place, part.parameter, index);
	if (typeof name !== 'string' || name === '') throw new ShellFault(`${part.parameter}: invalid indirect expansion`);
	const inner = parse(`: \${${name}}`).commands[0]?.command;
	const word = inner?.type === 'Command' ? inner.args[0] : undefined;
	const target = word?.type === 'Word' ? word.parts?.[0] : undefined;
	if (target?.type !== 'ParameterExpansion') throw new ShellFault(`${name}: invalid variable name`);
	return expandParameter(place, { ...partOf(target), operation: part.operation });
}

/** The fields alone: some of them are getters. */
function partOf(part: ParameterExpansionPart): ParameterExpansionPart {
	const { type, pos, end, parameter, parameterPos, parameterEnd, prefix, index, operation } = part;
	return { type, pos, end, text: part.text, parameter, parameterPos, parameterEnd, prefix, index, operation };
}

/** `@`, `*`, a number, or a key of an associative array. */
export async function indexOf(place: Pick<Place, 'shell' | 'io'>, name: string, index: Word): Promise<string> {
	if (index.text === '@' || index.text === '*') return index.text;
	const variable = place.shell.variables.get(name);
	const key = await place.shell.expandText(index, place.io);
	if (variable?.isAssociative) return key;
	const number = await place.shell.evaluateText(key, place.io);
	if (number >= 0n || !(variable?.value instanceof Map)) return String(number);
	return String(BigInt([...variable.value.keys()].at(-1) ?? -1) + 1n + number);
}

function valueOf({ shell }: Place, name: string, index: string | undefined): Value {
	if (name === '@' || name === '*') return { items: shell.args, isJoined: name === '*' };
	const special = specialParameter(shell, name);
	if (special !== undefined) return special;
	if (/^\d+$/.test(name)) return name === '0' ? shell.name : shell.args[Number(name) - 1];
	const value = shell.variables.get(name)?.value;
	if (index === '@' || index === '*') {
		const items = value instanceof Map ? [...value.values()] : value === undefined ? [] : [value];
		return { items, isJoined: index === '*' };
	}
	if (value instanceof Map) return value.get(index ?? '0');
	return index === undefined || index === '0' ? value : undefined;
}

interface Operating {
	value: Value;
	operation: ParameterOperation;
	index: string | undefined;
}

async function operate(place: Place, part: ParameterExpansionPart, { value, operation, index }: Operating): Promise<Expansion> {
	if (operation.type === 'Default') return useDefault(place, part, { value, operation, index });
	if (operation.type === 'Slice') return slice(place, value ?? unset(place, part.parameter), operation);
	const change = await changeOf(place, operation, part);
	if (typeof value === 'object') return list(value.items.map(change), value.isJoined);
	return text(change(value ?? unset(place, part.parameter)));
}

async function useDefault(
	place: Place,
	part: ParameterExpansionPart,
	{ value, operation, index }: Operating
): Promise<Expansion> {
	if (operation.type !== 'Default') return { kind: 'done' };
	const { operator, operand } = operation;
	const items = typeof value === 'object' ? value.items : value === undefined ? [] : [value];
	const isMissing = items.length === 0 || (operator.startsWith(':') && items.join('') === '');
	const kind = operator.at(-1);
	if (kind === '+' ? isMissing : !isMissing) return kind === '+' ? text('') : plain(place, part.parameter, value);
	if (kind === '-' || kind === '+') {
		await place.expand(place, operand);
		return { kind: 'done' };
	}
	const given = await place.shell.expandText(operand, place.io);
	if (kind === '?') {
		const message = given || (operator.startsWith(':') ? 'parameter null or not set' : 'parameter not set');
		throw new ShellFault(`${part.parameter}: ${message}`, place.shell.isInteractive ? 1 : 127, true);
	}
	if (index === undefined) place.shell.variables.set(part.parameter, given);
	else place.shell.variables.setElement(part.parameter, index, given);
	return text(given);
}

async function slice(
	place: Place,
	value: Exclude<Value, undefined>,
	operation: Extract<ParameterOperation, { type: 'Slice' }>
): Promise<Expansion> {
	const number = async (word: Word | undefined) => (word ? Number(await indexOf(place, '', word)) : undefined);
	const offset = (await number(operation.offset)) ?? 0;
	const length = await number(operation.length);
	if (typeof value === 'object') {
		const isArguments = value.items === place.shell.args;
		const items = isArguments ? [place.shell.name, ...value.items] : value.items;
		const start = isArguments && offset === 0 && length === undefined ? 0 : offset < 0 ? items.length + offset : offset;
		return list(items.slice(start, length === undefined ? undefined : start + length), value.isJoined);
	}
	const chars = [...value];
	const start = offset < 0 ? chars.length + offset : offset;
	if (start < 0) return text('');
	const end = length === undefined ? undefined : length < 0 ? chars.length + length : start + length;
	return text(chars.slice(start, end).join(''));
}

/** What `#`, `%`, `/`, `^`, `,` and `@` do to each item. */
async function changeOf(
	place: Place,
	operation: ParameterOperation,
	part: ParameterExpansionPart
): Promise<(value: string) => string> {
	const { shell, io } = place;
	switch (operation.type) {
		case 'Remove': {
			const { operator } = operation;
			const isShortest = operator.length === 1;
			const source = sourceOf(await shell.expandPattern(operation.operand, io), { isShortest });
			if (operator.startsWith('#')) return (value) => value.replace(compiled(`^(?:${source})`, 'su'), '');
			// The shortest suffix begins as late as it can.
			const expression = compiled(isShortest ? `^(.*)(?:${source})$` : `^(.*?)(?:${source})$`, 'su');
			return (value) => expression.exec(value)?.[1] ?? value;
		}
		case 'Replace': {
			const pattern = await shell.expandPattern(operation.pattern, io);
			if (pattern === '') return (value) => value;
			const source = sourceOf(pattern);
			const anchored = operation.operator === '/#' ? `^(?:${source})` : operation.operator === '/%' ? `(?:${source})$` : source;
			const expression = compiled(anchored, operation.operator === '//' ? 'gsu' : 'su');
			const replacement = await shell.expandText(operation.replacement, io);
			return (value) => value.replace(expression, () => replacement);
		}
		case 'CaseModification': {
			const isUpper = operation.operator.startsWith('^');
			const expression = compiled(
				operation.operand ? sourceOf(await shell.expandPattern(operation.operand, io)) : '.',
				operation.operator.length === 2 ? 'gsu' : 'su'
			);
			return (value) =>
				value.replace(expression, (found, at) =>
					operation.operator.length === 1 && at > 0 ? found : isUpper ? found.toUpperCase() : found.toLowerCase()
				);
		}
		case 'Transform': {
			const transform = operation.operand.text;
			if (transform === 'Q') return quoted;
			if (transform === 'U') return (value) => value.toUpperCase();
			if (transform === 'L') return (value) => value.toLowerCase();
			if (transform === 'u') return (value) => value.charAt(0).toUpperCase() + value.slice(1);
			throw badSubstitution(part);
		}
		default:
			throw badSubstitution(part);
	}
}

const badSubstitution = (part: ParameterExpansionPart): ShellFault => new ShellFault(`${part.text}: bad substitution`, 1, true);
