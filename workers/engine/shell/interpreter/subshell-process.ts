import { forEachChild, type SyntaxNode } from 'unbash';
import { BUILTINS } from '../builtins/builtins';
import { isTool } from '../tools';
import type { Descriptors } from './descriptors';
import { start, type Started } from './programs';
import type { Shell } from './shell';
import { Traps } from './traps';
import type { Variable } from './variables';

/** The argument that begins a subshell's own process; its state follows. */
export const SUBSHELL_OPTION = '--subshell';

interface State {
	source: string;
	name: string;
	args: string[];
	pid: number;
	options: string[];
	lastExitCode: number;
	lastPid: number | null;
	functions: string[];
	/** Those that the environment does not carry; an array as its entries. */
	variables: [name: string, variable: Omit<Variable, 'value'> & { value?: string | [string, string][] }][];
}

/** Builtins that run source or programs that only they know. */
const OPAQUE: ReadonlySet<string> = new Set(['eval', '.', 'source', 'exec', 'command', 'builtin']);

/** Whether a command of a pipeline would start programs that are to share its input with it: functions are looked into. */
export function needsProcess(shell: Shell, node: SyntaxNode, seen: ReadonlySet<string> = new Set()): boolean {
	if (node.type === 'Command') {
		const name = node.name?.parts ? undefined : node.name?.value;
		const body = name === undefined || seen.has(name) ? undefined : shell.functions.get(name)?.node.body;
		return body !== undefined && name !== undefined && startsPrograms(shell, body, new Set([...seen, name]));
	}
	return startsPrograms(shell, node, seen);
}

function startsPrograms(shell: Shell, node: SyntaxNode, seen: ReadonlySet<string>): boolean {
	if (node.type === 'Command' && node.name) {
		const { parts, value } = node.name;
		if (parts || OPAQUE.has(value)) return true;
		if (shell.functions.has(value)) {
			if (needsProcess(shell, node, seen)) return true;
		} else if (!BUILTINS.has(value) && !isTool(value)) return true;
	}
	let does = false;
	forEachChild(node, (child) => {
		does ||= startsPrograms(shell, child, seen);
	});
	return does;
}

/** Runs a node of the shell's script in a process of its own, with a copy of the shell's state. */
export function startSubshell(shell: Shell, node: SyntaxNode, io: Descriptors): Started {
	const state: State = {
		source: textOf(shell.source, node),
		name: shell.name,
		args: shell.args,
		pid: shell.pid,
		options: [...shell.options],
		lastExitCode: shell.lastExitCode,
		lastPid: shell.jobs.lastPid,
		functions: [...shell.functions.values()].map(({ node: defined, source }) => textOf(source, defined)),
		variables: shell.variables.names().flatMap((name) => {
			const { value, ...attributes }: Partial<Variable> = shell.variables.get(name) ?? {};
			if (attributes.isExported && typeof value === 'string' && !attributes.isReadonly) return [];
			return [[name, { ...attributes, ...(value === undefined ? {} : { value: value instanceof Map ? [...value] : value }) }]];
		})
	};
	const words = [process.execPath, process.argv[1] ?? '', SUBSHELL_OPTION, JSON.stringify(state)];
	return start('sh', words, { cwd: shell.cwd, env: shell.variables.environment(), io });
}

/** Text of a node with the here-documents whose bodies stand behind it. */
function textOf(source: string, node: SyntaxNode): string {
	let end = node.end;
	const visit = (child: SyntaxNode) => {
		if (child.type === 'HereDoc') end = Math.max(end, child.closing?.end ?? child.body.end);
		forEachChild(child, visit);
	};
	visit(node);
	if (end === node.end) return source.slice(node.pos, node.end);
	// What else stands on the line is not the node's.
	const lineEnd = source.indexOf('\n', node.end);
	return `${source.slice(node.pos, node.end)}${source.slice(lineEnd < 0 ? node.end : lineEnd, end)}`;
}

/** Gives a new shell the state that `startSubshell` has sent. @returns the source to run */
export async function adoptState(shell: Shell, text: string, io: Descriptors): Promise<string> {
	const state = JSON.parse(text) as State;
	for (const source of state.functions) await shell.run(source, io);
	for (const [name, { value, ...attributes }] of state.variables) {
		if (value !== undefined) shell.variables.set(name, Array.isArray(value) ? new Map(value) : value);
		shell.variables.declare(name, attributes);
	}
	shell.jobs.lastPid = state.lastPid;
	const { name, args, pid, lastExitCode } = state;
	Object.assign(shell, { name, args, pid, lastExitCode, options: new Set(state.options), traps: new Traps() });
	return state.source;
}
