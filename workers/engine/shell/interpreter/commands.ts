import type { Assignment, Command, CommandArgument } from 'unbash';
import { BUILTINS, DECLARING, SPECIAL, type Builtin } from '../builtins/builtins';
import { interruptible } from '../interruptible';
import { isTool, runTool } from '../tools';
import { assign } from './assignments';
import type { Descriptors } from './descriptors';
import { callFunction } from './functions';
import { ShellFault } from './leave';
import { startProgram } from './programs';
import { quoted } from './quoted';
import { redirect } from './redirections';
import { replaceWith } from './replace';
import type { Shell } from './shell';

const SYSTEM_PROGRAM = /^\/(?:usr\/(?:local\/)?)?bin\/([^/]+)$/;

/** `A=1 name word... > file`: assignments, a function, a builtin, a tool, or a program. */
export async function runCommand(shell: Shell, node: Command, io: Descriptors): Promise<number> {
	const alias = node.name && shell.isInteractive ? shell.aliases.get(node.name.text) : undefined;
	if (alias !== undefined) return runAlias(shell, node, { alias, io });
	shell.substitutionExitCode = 0;
	const words = node.name ? await shell.expandWords([node.name], io) : [];
	const name = words[0];
	for (const argument of node.args) words.push(...(await argumentsOf(shell, argument, io)));
	const assignments = node.prefix.filter((part) => part.type === 'Assignment');
	await trace(shell, { words, assignments, io });
	const inner = io.with();
	const close = await redirect(shell, node.redirects, name === 'exec' ? io : inner);
	const isLasting = name === 'exec';
	try {
		if (words.length === 0) {
			for (const assignment of assignments) await assign(shell, assignment, io);
			return shell.substitutionExitCode;
		}
		return await invoke(shell, words, { assignments, declared: node.args, io: isLasting ? io : inner });
	} finally {
		// Descriptors that `exec` has opened stay.
		if (!isLasting || words.length > 1) close();
	}
}

interface Call {
	assignments: readonly Assignment[];
	declared: readonly CommandArgument[];
	io: Descriptors;
}

async function invoke(shell: Shell, [name = '', ...args]: string[], { assignments, declared, io }: Call): Promise<number> {
	const isSpecial = SPECIAL.has(name) && assignments.length > 0;
	const run = () => runNamed(shell, [name, ...args], { declared, io });
	if (assignments.length === 0 || isSpecial) {
		for (const assignment of assignments) await assign(shell, assignment, io);
		return run();
	}
	return shell.variables.scoped(async () => {
		for (const assignment of assignments) {
			const value = await shell.expandAssigned(assignment, io);
			shell.variables.makeLocal(assignment.name);
			shell.variables.declare(assignment.name, { isExported: true });
			shell.variables.set(assignment.name, value);
		}
		return run();
	});
}

/** @param withoutFunctions as `command` and `builtin` look for it */
export async function runNamed(
	shell: Shell,
	[name = '', ...args]: string[],
	{
		declared = [],
		io,
		withoutFunctions = false
	}: { declared?: readonly CommandArgument[]; io: Descriptors; withoutFunctions?: boolean }
): Promise<number> {
	const defined = withoutFunctions ? undefined : shell.functions.get(name);
	if (defined) return callFunction(shell, defined, { args, io });
	const builtin = BUILTINS.get(name);
	if (builtin) return runBuiltin(shell, builtin, { name, args, declared, io });
	const tool = SYSTEM_PROGRAM.exec(name)?.[1] ?? name;
	if (isTool(tool)) return runToolHere(shell, [tool, ...args], io);
	return runProgram(shell, [name, ...args], io);
}

async function runBuiltin(
	shell: Shell,
	builtin: Builtin,
	{ name, args, declared, io }: { name: string; args: string[]; declared: readonly CommandArgument[]; io: Descriptors }
): Promise<number> {
	const context = {
		io,
		declared: DECLARING.has(name) ? declared : [],
		name,
		runNamed: (words: string[]) => runNamed(shell, words, { io, withoutFunctions: true }),
		start: (words: string[]) => startProgram(asProgram(words), { cwd: shell.cwd, env: shell.variables.environment(), io }),
		replaceWith: (words: string[]) => replaceWith(shell, words, io)
	};
	try {
		return await builtin(shell, args, context);
	} catch (error) {
		if (error instanceof ShellFault && !error.message.startsWith(`${name}:`) && !error.isFatal)
			throw new ShellFault(`${name}: ${error.message}`, error.exitCode);
		throw error;
	}
}

/** Tools and builtins as processes of their own. */
function asProgram(words: string[]): string[] {
	const [name = ''] = words;
	return BUILTINS.has(name) || isTool(name) ? [process.execPath, process.argv[1] ?? '', '--tool', ...words] : words;
}

function runToolHere(shell: Shell, [name = '', ...args]: string[], io: Descriptors): Promise<number> {
	const { stdin, stdout, stderr } = io;
	const context = { cwd: shell.cwd, env: shell.variables.environment(), stdin, stdout, stderr };
	return interruptible((signal) => runTool(name, args, { ...context, signal }));
}

async function runProgram(shell: Shell, words: string[], io: Descriptors): Promise<number> {
	return startProgram(words, { cwd: shell.cwd, env: shell.variables.environment(), io }).ended;
}

async function argumentsOf(shell: Shell, argument: CommandArgument, io: Descriptors): Promise<string[]> {
	if (argument.type === 'Word') return shell.expandWords([argument], io);
	const { name, append, value, index } = argument;
	if (value.type === 'ArrayValue' || index) return [];
	return [`${name}${append ? '+' : ''}=${await shell.expandText(value, io, true)}`];
}

async function runAlias(shell: Shell, node: Command, { alias, io }: { alias: string; io: Descriptors }): Promise<number> {
	const name = node.name?.text ?? '';
	const rest = shell.source.slice(node.name?.end ?? node.end, node.end);
	shell.aliases.delete(name);
	try {
		return await shell.run(`${alias}${rest}`, io);
	} finally {
		shell.aliases.set(name, alias);
	}
}

async function trace(
	shell: Shell,
	{ words, assignments, io }: { words: readonly string[]; assignments: readonly Assignment[]; io: Descriptors }
): Promise<void> {
	if (!shell.options.has('xtrace')) return;
	const text = [...assignments.map(({ text: source }) => source), ...words.map(quoted)].join(' ');
	const mark = shell.variables.text('PS4') ?? '+ ';
	await new Promise<void>((resolve) => io.stderr.write(`${mark}${text}\n`, () => resolve()));
}
