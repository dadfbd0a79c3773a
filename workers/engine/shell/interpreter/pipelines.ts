import type { CommandNode, Pipeline as PipelineNode } from 'unbash';
import { Pipe, type Descriptors, type Endpoint } from './descriptors';
import type { Shell } from './shell';
import { needsProcess, startSubshell } from './subshell-process';

/** `a | b |& c`: all at once, each in a subshell. The exit code is the last one's, with `pipefail` that of the last to fail. */
export async function runPipeline(
	shell: Shell,
	{ commands, operators, prefixes }: PipelineNode,
	io: Descriptors
): Promise<number> {
	const begin = process.hrtime.bigint();
	const isNegated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
	if (isNegated) shell.testDepth++;
	let exitCode: number;
	try {
		exitCode = await runAll(shell, commands, { operators, io });
	} finally {
		if (isNegated) shell.testDepth--;
	}
	if (prefixes.some(({ type }) => type === 'Time'))
		io.stderr.write(`\nreal\t${duration(begin)}\nuser\t${duration(begin)}\nsys\t0m0.000s\n`);
	return isNegated ? (exitCode === 0 ? 1 : 0) : exitCode;
}

async function runAll(
	shell: Shell,
	commands: readonly CommandNode[],
	{ operators, io }: { operators: readonly string[]; io: Descriptors }
): Promise<number> {
	const [first, ...others] = commands;
	if (!first) return 0;
	if (others.length === 0) return shell.runNode(first, io);
	const pipes = others.map(() => new Pipe());
	const stages = commands.map(async (command, index) => {
		const [input, output] = [pipes[index - 1], pipes[index]];
		const changes: [number, Endpoint][] = [];
		const release = output?.hold();
		if (input) changes.push([0, input]);
		if (output) changes.push([1, output]);
		if (output && operators[index] === '|&') changes.push([2, output]);
		try {
			return await runStage(shell, command, io.with(...changes));
		} finally {
			release?.();
			if (input) closeInput(input);
		}
	});
	const codes = await Promise.all(stages);
	shell.variables.set('PIPESTATUS', new Map(codes.map((code, index) => [String(index), String(code)])));
	if (shell.options.has('pipefail')) return codes.findLast((code) => code !== 0) ?? 0;
	return codes.at(-1) ?? 0;
}

async function runStage(shell: Shell, command: CommandNode, io: Descriptors): Promise<number> {
	const copy = shell.copy();
	// Programs within must share one real pipe with what reads beside them.
	if (io.endpoint(0).fd === null && needsProcess(shell, command)) return startSubshell(copy, command, io).ended;
	return copy.subshell(() => copy.runNode(command, io), io);
}

/**
 * Nobody reads this pipe any more: what comes later is dropped, a tool's next write into it fails, and a program that feeds it gets
 * EPIPE, as if its reader had ended.
 */
function closeInput({ stream }: Pipe): void {
	stream.on('unpipe', (source: NodeJS.ReadableStream & { destroy(): void }) => source.destroy());
	stream.on('pipe', (source: NodeJS.ReadableStream & { destroy(): void }) => source.destroy());
	stream.destroy();
}

function duration(begin: bigint): string {
	const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
	return `${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s`;
}
