import type { AndOr, CompoundList, PipelineNode, Redirection, Statement, SyntaxNode } from 'unbash';
import { runInBackground } from './background';
import { runCommand } from './commands';
import { runCompound } from './compound';
import type { Descriptors } from './descriptors';
import { Leave, ShellFault } from './leave';
import { runPipeline } from './pipelines';
import { redirect } from './redirections';
import type { Shell } from './shell';

export type Runnable = Statement['command'] | CompoundList;

/** Commands whose failure ends a script under `set -e`; the others have failed within. */
const FAILING: ReadonlySet<SyntaxNode['type']> = new Set([
	'Command',
	'Pipeline',
	'Subshell',
	'TestCommand',
	'ArithmeticCommand',
	'Redirected'
]);

export async function runStatements(shell: Shell, statements: readonly Statement[], io: Descriptors): Promise<number> {
	let exitCode = 0;
	for (const { command, background } of statements)
		exitCode = background ? await runInBackground(shell, command, io) : await runNode(shell, command, io);
	return exitCode;
}

/** Runs one node; faults of its words and redirections are told and become its exit code. @throws Leave, and ShellFault where the whole script ends */
export async function runNode(shell: Shell, node: Runnable, io: Descriptors): Promise<number> {
	shell.checkInterrupt();
	shell.position = node.pos;
	const exitCode = (shell.lastExitCode = await guarded(shell, () => dispatch(shell, node, io), io));
	await shell.traps.runPending(shell, io);
	shell.checkInterrupt();
	if (exitCode !== 0 && shell.testDepth === 0 && FAILING.has(node.type) && !isNegated(node)) {
		await shell.traps.run(shell, 'ERR', io);
		if (shell.options.has('errexit')) throw new Leave('exit', exitCode);
	}
	return exitCode;
}

/** Runs `body` with redirections on descriptors of its own. */
export async function redirected(
	shell: Shell,
	redirections: readonly Redirection[],
	{ io, body }: { io: Descriptors; body: (io: Descriptors) => Promise<number> }
): Promise<number> {
	if (redirections.length === 0) return body(io);
	const inner = io.with();
	const close = await redirect(shell, redirections, inner);
	try {
		return await body(inner);
	} finally {
		close();
	}
}

function dispatch(shell: Shell, node: Runnable, io: Descriptors): Promise<number> {
	switch (node.type) {
		case 'AndOr':
			return runAndOr(shell, node, io);
		case 'Pipeline':
			return runPipeline(shell, node, io);
		case 'Command':
			return runCommand(shell, node, io);
		case 'CompoundList':
			return runStatements(shell, node.commands, io);
		case 'Redirected':
			return redirected(shell, node.redirects, { io, body: (inner) => runNode(shell, node.command, inner) });
		case 'Function':
			shell.functions.set(node.name.value, { node, source: shell.source });
			return Promise.resolve(0);
		case 'Coproc':
			throw new ShellFault('coproc: not supported by this shell', 2);
		default:
			return runCompound(shell, node, io);
	}
}

async function guarded(shell: Shell, run: () => Promise<number>, io: Descriptors): Promise<number> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof ShellFault) || (error.isFatal && !shell.isInteractive)) throw error;
		await shell.complain(error, io);
		return error.exitCode;
	}
}

async function runAndOr(shell: Shell, { commands, operators }: AndOr, io: Descriptors): Promise<number> {
	let exitCode = 0;
	for (const [index, command] of commands.entries()) {
		const operator = operators[index - 1];
		if (operator && (operator === '&&') !== (exitCode === 0)) continue;
		exitCode = index < commands.length - 1 ? await tested(shell, command, io) : await runNode(shell, command, io);
	}
	return exitCode;
}

async function tested(shell: Shell, command: PipelineNode, io: Descriptors): Promise<number> {
	await shell.isTrue(command, io);
	return shell.lastExitCode;
}

const isNegated = (node: Runnable): boolean => node.type === 'Pipeline' && node.prefixes.some(({ type }) => type === 'Negation');
