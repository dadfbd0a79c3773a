import type { CommandArgument } from 'unbash';
import { assign } from '../interpreter/assignments';
import { ShellFault } from '../interpreter/leave';
import type { Shell } from '../interpreter/shell';
import type { Variable } from '../interpreter/variables';
import { write } from '../tool-output';
import type { Builtin, BuiltinContext } from './builtin';

const NAME = /^[A-Za-z_]\w*$/;

/** Assigns what stands behind a declaring builtin's options, after `prepare` has seen each name. */
async function declareAll(
	shell: Shell,
	args: string[],
	{ declared, io, prepare }: BuiltinContext & { prepare: (name: string) => void }
): Promise<number> {
	for (const argument of arraysIn(declared)) {
		prepare(argument.name);
		await assign(shell, argument, io);
	}
	for (const arg of args) {
		const [, name = '', plus, value] = /^([^=+]*)(\+?)(?:=([^]*))?$/.exec(arg) ?? [];
		if (!NAME.test(name)) throw new ShellFault(`\`${arg}': not a valid identifier`);
		prepare(name);
		if (value === undefined) continue;
		const isInteger = shell.variables.get(name)?.isInteger;
		const text = plus ? `${shell.variables.text(name) ?? ''}${value}` : value;
		shell.variables.set(name, isInteger ? String(await shell.evaluateText(text, io)) : text);
	}
	return 0;
}

const arraysIn = (declared: readonly CommandArgument[]) => declared.flatMap((argument) => (argument.type === 'Assignment' && (argument.value.type === 'ArrayValue' || argument.index) ? [argument] : [])); // prettier-ignore

/** Letters of the options before the names, those after `+` apart. */
function flagsOf(args: string[]): { on: string; off: string; names: string[] } {
	let on = '';
	let off = '';
	let at = 0;
	for (; /^[-+][a-zA-Z]+$/.test(args[at] ?? ''); at++) {
		const arg = args[at] ?? '';
		if (arg.startsWith('-')) on += arg.slice(1);
		else off += arg.slice(1);
	}
	if (args[at] === '--') at++;
	return { on, off, names: args.slice(at) };
}

/** `export [-n] [NAME[=VALUE]]...`. */
export const exportNames: Builtin = async (shell, args, context) => {
	const { on, names } = flagsOf(args);
	if (on.includes('p') || (names.length === 0 && context.declared.length === 0)) return show(shell, context, { filter: ({ isExported }) => isExported === true, letter: 'x' }); // prettier-ignore
	const prepare = (name: string) => shell.variables.declare(name, { isExported: !on.includes('n') });
	return declareAll(shell, names, { ...context, prepare });
};

/** `readonly [NAME[=VALUE]]...`. */
export const readonly: Builtin = async (shell, args, context) => {
	const { names } = flagsOf(args);
	if (names.length === 0 && context.declared.length === 0) return show(shell, context, { filter: ({ isReadonly }) => isReadonly === true, letter: 'r' }); // prettier-ignore
	const seen: string[] = [];
	await declareAll(shell, names, { ...context, prepare: (name) => void seen.push(name) });
	for (const name of seen) shell.variables.declare(name, { isReadonly: true });
	return 0;
};

/** `declare [-aAgirx] [NAME[=VALUE]]...`: local within a function. */
export const declare: Builtin = (shell, args, context) =>
	declareHere(shell, args, { ...context, isLocal: shell.functionDepth > 0 });

/** `local [NAME[=VALUE]]...`. */
export const local: Builtin = (shell, args, context) => {
	if (shell.functionDepth === 0) throw new ShellFault('can only be used in a function');
	return declareHere(shell, args, { ...context, isLocal: true });
};

async function declareHere(shell: Shell, args: string[], context: BuiltinContext & { isLocal: boolean }): Promise<number> {
	const { on, off, names } = flagsOf(args);
	if (/[fF]/.test(on)) return names.every((name) => shell.functions.has(name)) ? 0 : 1;
	if (on.includes('p') && names.length > 0) return showNamed(shell, names, context);
	if (names.length === 0 && arraysIn(context.declared).length === 0)
		return show(shell, context, { filter: () => true, letter: '-' });
	const seen: string[] = [];
	const prepare = (name: string) => {
		seen.push(name);
		if (context.isLocal && !on.includes('g')) shell.variables.makeLocal(name);
		shell.variables.declare(name, {
			...(on.includes('x') ? { isExported: true } : {}),
			...(off.includes('x') ? { isExported: false } : {}),
			...(on.includes('i') ? { isInteger: true } : {}),
			...(on.includes('A') ? { isAssociative: true } : {})
		});
		if (on.includes('a') && shell.variables.get(name)?.value === undefined) shell.variables.set(name, new Map());
	};
	await declareAll(shell, names, { ...context, prepare });
	if (on.includes('r')) for (const name of seen) shell.variables.declare(name, { isReadonly: true });
	return 0;
}

async function showNamed(shell: Shell, names: string[], { io }: BuiltinContext): Promise<number> {
	let exitCode = 0;
	for (const name of names) {
		const variable = shell.variables.get(name);
		if (variable) await write(io.stdout, lineOf(name, variable));
		else {
			await write(io.stderr, `${shell.prefix}declare: ${name}: not found\n`);
			exitCode = 1;
		}
	}
	return exitCode;
}

async function show(
	shell: Shell,
	{ io }: BuiltinContext,
	{ filter }: { filter: (variable: Variable) => boolean; letter: string }
): Promise<number> {
	for (const name of shell.variables.names()) {
		const variable = shell.variables.get(name);
		if (variable && filter(variable)) await write(io.stdout, lineOf(name, variable));
	}
	return 0;
}

const doubleQuoted = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`;

function lineOf(name: string, { value, isExported, isReadonly, isInteger, isAssociative }: Variable): string {
	const letters = `${isAssociative ? 'A' : value instanceof Map ? 'a' : ''}${isInteger ? 'i' : ''}${isReadonly ? 'r' : ''}${isExported ? 'x' : ''}`;
	if (value === undefined) return `declare -${letters || '-'} ${name}\n`;
	const shown = value instanceof Map ? `(${[...value].map(([key, text]) => `[${key}]=${doubleQuoted(text)}`).join(' ')}${isAssociative && value.size ? ' ' : ''})` : doubleQuoted(value); // prettier-ignore
	return `declare -${letters || '-'} ${name}=${shown}\n`;
}

/** `unset [-v|-f] NAME...`. */
export const unset: Builtin = (shell, args) => {
	const { on, names } = flagsOf(args);
	for (const word of names) {
		const [, name = word, key] = /^(\w+)\[(.*)\]$/.exec(word) ?? [];
		if (on.includes('f') || (!on.includes('v') && !shell.variables.get(name) && shell.functions.has(name)))
			shell.functions.delete(name);
		else if (key !== undefined && key !== '@' && key !== '*') shell.variables.unsetElement(name, key);
		else shell.variables.unset(name);
	}
	return 0;
};

/** `let EXPRESSION...`: 1 when the last one is 0. */
export const letExpressions: Builtin = async (shell, args, { io }) => {
	let value = 0n;
	for (const arg of args) value = await shell.evaluateText(arg, io);
	return value === 0n ? 1 : 0;
};
