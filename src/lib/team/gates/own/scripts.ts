import { runToEnd } from '../../../container/container';
import type { CheckReport, Failure, GateName } from '../../../domain/check';
import { projectKind, type ProjectKind } from '../../../project/project-kind';
import { reportOf, tail, type GateContext } from '../gate';
import { opaqueFailure, problemsIn } from './problems';

/** Runs what a project brings itself: its scripts, as they are. */

const TIMEOUT_MS = 240_000;

export interface ScriptRun {
	exitCode: number;
	output: string;
	isTimedOut: boolean;
	/** 'npm run lint ended with 1', for a person. */
	words: string;
}

export interface Command {
	program: string;
	args: readonly string[];
	/** As a person would type it. */
	words: string;
	env?: Record<string, string>;
	timeoutMs?: number;
}

/** A script of package.json. @param more what is handed on to its last command */
export function scriptCommand(name: string, more: readonly string[] = []): Command {
	const words = name === 'test' ? 'npm test' : `npm run ${name}`;
	return { program: 'npm', args: ['run', name, ...(more.length ? ['--', ...more] : [])], words };
}

/** What the project is, as its files are now. */
export function kindOf({ files }: Pick<GateContext, 'files'>): ProjectKind {
	return projectKind({ get: (path) => files.read(path), has: (path) => files.read(path) !== undefined });
}

/** What a project does not have is neither a failure nor a proof. */
export function absent(gate: GateName, summary: string): CheckReport {
	return reportOf(gate, performance.now(), { summary, isAbsent: true });
}

export async function runCommand({ container, signal }: GateContext, command: Command): Promise<ScriptRun> {
	const { program, args, words, env = {}, timeoutMs = TIMEOUT_MS } = command;
	const run = await runToEnd(container, program, [...args], { signal, timeoutMs, env: { CI: '1', ...env } });
	const how = run.isTimedOut ? `did not end within ${timeoutMs / 1000} s` : `ended with ${run.exitCode}`;
	return { ...run, words: `${words} ${how}` };
}

/** What a run that failed is a sign of: the problems that its output names, else that it failed. */
export function failuresOf(gate: GateName, { exitCode, isTimedOut, output, words }: ScriptRun, context: GateContext): Failure[] {
	if (exitCode === 0) return [];
	const problems = isTimedOut ? [] : problemsIn(gate, output, context.files);
	return problems.length
		? problems
		: [opaqueFailure(gate, { code: isTimedOut ? 'TIMEOUT' : 'SCRIPT', why: words, output }, context.files)];
}

/** A report on a command that passes when it ends with 0. */
export async function commandReport(
	gate: GateName,
	context: GateContext,
	command: Command,
	read: (run: ScriptRun) => Failure[] = (run) => failuresOf(gate, run, context)
): Promise<CheckReport> {
	const started = performance.now();
	context.progress(command.words);
	const run = await runCommand(context, command);
	const failures = read(run);
	return reportOf(gate, started, {
		summary: run.exitCode === 0 ? `${command.words} passes.` : `${run.words}.`,
		passed: failures.length ? 0 : 1,
		failures,
		log: tail(run.output)
	});
}
