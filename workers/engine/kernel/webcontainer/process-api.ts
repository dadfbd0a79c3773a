import { Ring } from '../../fs/ring';
import type { FdSpec } from '../../protocol';
import type { Kernel } from '../kernel';
import type { ProcessRecord } from '../process-record';
import { resolveProgram } from '../program-path';
import { RingWriter } from '../rings';
import { stopTree } from '../stop-tree';
import { withCarriageReturns, type Terminal } from '../terminals';
import { errnoError } from './errors';
import { OutputSink, type OutputListener } from './output-sink';

export interface RunCommand {
	command: string;
	args?: string[];
	cwd: string;
	env: Record<string, string>;
	terminal?: { cols: number; rows: number };
}

export interface RunListeners {
	stdout?: OutputListener | undefined;
	stderr?: OutputListener | undefined;
	output?: OutputListener | undefined;
}

/** Of a terminal's output on its way to the page: what a person has to wait for after Ctrl-C. */
const TERMINAL_WINDOW_BYTES = 1 << 17;
const SIGNAL_EXIT_BASE = 128;
const encoder = new TextEncoder();

/** A program that the client runs: what `instance.run` answers with. */
export class ProcessApi {
	/** Resolves with the exit code (128 + n for signal n) after the last output was delivered. */
	readonly onExit: Promise<number>;
	readonly #record: ProcessRecord;
	readonly #terminal: Terminal | null;
	readonly #output: OutputSink;
	readonly #input: RingWriter | null;

	constructor(
		private readonly kernel: Kernel,
		command: RunCommand,
		listeners: RunListeners
	) {
		const args = [command.command, ...(command.args ?? [])];
		const program = resolveProgram(kernel.fs, command.command, args, command.cwd, command.env.PATH);
		if ('errno' in program) throw errnoError(program.errno, 'spawn', command.command);
		const size = command.terminal;
		const output = new OutputSink(listeners.output ?? listeners.stdout, size ? TERMINAL_WINDOW_BYTES : undefined);
		this.#output = output;
		const errors = listeners.stderr ? new OutputSink(listeners.stderr) : output;
		this.#terminal = size ? kernel.createTerminal(size.cols, size.rows, (bytes) => void output.push(bytes)) : null;
		if (this.#terminal) this.#terminal.onFlush = () => output.clear();
		const { fds, inputRing, outputRings } = this.#descriptors(errors !== output);
		this.#input = this.#terminal ? null : new RingWriter(kernel.rings, inputRing);
		const sinks = outputRings.length > 1 ? [output, errors] : [output];
		const pumps: Promise<void>[] = [];
		let exited: (code: number) => void = () => {};
		this.onExit = new Promise((resolve) => (exited = resolve));
		this.#record = kernel.start(null, {
			argv: program.argv,
			env: command.env,
			cwd: command.cwd,
			fds,
			terminal: this.#terminal,
			onExit: (code, signal) =>
				void this.#finish(pumps, outputRings, sinks).then(() => exited(signal ? SIGNAL_EXIT_BASE + signal : code))
		});
		// Only now have the rings a writer: without one a reader sees their end.
		const shown = (bytes: Uint8Array) => (this.#terminal ? withCarriageReturns(bytes) : bytes);
		pumps.push(
			...outputRings.map((ring, index) => kernel.rings.pump(ring, (bytes) => (sinks[index] ?? output).push(shown(bytes))))
		);
	}

	write(data: string): void {
		if (this.#terminal) this.#terminal.type(data);
		else void this.#input?.write(encoder.encode(data));
	}

	/** `isOutputPaused` is our own page's: the public client hands it on without looking at it. */
	resize({ cols, rows, isOutputPaused }: { cols: number; rows: number; isOutputPaused?: boolean }): void {
		if (isOutputPaused !== undefined) this.#output.setPaused(isOutputPaused);
		this.#terminal?.resize(cols, rows);
	}

	/** Ends the program and everything that it started; by force what has not ended after two seconds. */
	kill(): void {
		this.#output.setPaused(false);
		stopTree(this.kernel, this.#record);
	}

	#descriptors(hasOwnStderr: boolean): { fds: FdSpec[]; inputRing: number; outputRings: number[] } {
		if (this.#terminal) {
			const { id, inputRing, outputRing } = this.#terminal;
			const fds = [0, 1, 2].map((fd): FdSpec => ({ fd, kind: 'tty', tty: id, readRing: inputRing, writeRing: outputRing }));
			return { fds, inputRing, outputRings: [outputRing] };
		}
		const { rings } = this.kernel;
		const inputRing = rings.allocate();
		rings.retain(inputRing, 'write');
		const stdout = rings.allocate();
		rings.retain(stdout, 'read');
		const stderr = hasOwnStderr ? rings.allocate() : stdout;
		if (hasOwnStderr) rings.retain(stderr, 'read');
		// One ring for both keeps their order, as a terminal would.
		const fds: FdSpec[] = [
			{ fd: 0, kind: 'ring', readRing: inputRing },
			{ fd: 1, kind: 'ring', writeRing: stdout },
			{ fd: 2, kind: 'ring', writeRing: stderr }
		];
		return { fds, inputRing, outputRings: hasOwnStderr ? [stdout, stderr] : [stdout] };
	}

	/** A background child may hold the output open for ever: the program's own output is delivered, then the exit. */
	async #finish(pumps: Promise<void>[], outputRings: number[], sinks: OutputSink[]): Promise<void> {
		for (const sink of sinks) sink.setPaused(false);
		this.#terminal?.close();
		this.#input?.close();
		const isDrained = async (ringIndex: number) => {
			const ring = new Ring(this.kernel.heap.buffer, ringIndex);
			while (ring.avail() > 0 && !this.kernel.heap.isStopped) await new Promise((resolve) => setTimeout(resolve, 1));
		};
		await Promise.all(pumps.map((pump, index) => Promise.race([pump, isDrained(outputRings[index] ?? 0)])));
		await Promise.all(sinks.map((sink) => sink.end()));
	}
}
