import type { Ring } from '../../fs/ring';
import type { BindingInstaller, Runtime } from '../../process/runtime';
import { argumentsOf, environmentOf, stdioRequests, type NodeStdio } from '../streams/child-stdio';

interface SpawnSyncOptions {
	file: string;
	args?: string[];
	cwd?: string;
	envPairs?: string[];
	stdio?: NodeStdio[];
	timeout?: number;
	maxBuffer?: number;
	killSignal?: number;
}

const SIGTERM = 15;
const INPUT_WAIT_MS = 3;
const TIMEOUT_WAIT_MS = 20;
const WAIT_MS = 1000;

/** `spawnSync`: starts a child, moves its bytes and sleeps on one event word that its pipes and its exit all count up. */
export const spawn_sync: BindingInstaller = (binding, runtime) => {
	binding.spawn = (options: SpawnSyncOptions) => new BlockingChild(runtime, options).run();
};

class Output {
	readonly chunks: Uint8Array[] = [];
	length = 0;
	isEnded = false;

	constructor(
		readonly index: number,
		readonly ring: Ring
	) {}
}

class BlockingChild {
	readonly #runtime: Runtime;
	readonly #options: SpawnSyncOptions;
	readonly #outputs: Output[] = [];
	#input: { ring: Ring; bytes: Uint8Array; offset: number } | null = null;
	#pid = 0;
	#error = 0;
	#isKilled = false;

	constructor(runtime: Runtime, options: SpawnSyncOptions) {
		this.#runtime = runtime;
		this.#options = options;
	}

	run(): object {
		const errno = this.#start();
		if (errno) return { error: errno, status: null, signal: null, output: null, pid: 0 };
		this.#pumpUntilDone();
		return this.#result();
	}

	#start(): number {
		const runtime = this.#runtime;
		const { file, args, cwd, envPairs, stdio = [] } = this.#options;
		runtime.memory.clearChildExit();
		const result = runtime.syscall<'spawn'>({
			op: 'spawn',
			isSync: true,
			file,
			args: argumentsOf(file, args),
			cwd: cwd || runtime.cwd(),
			env: environmentOf(envPairs),
			stdio: stdioRequests(runtime, stdio)
		});
		if (result.errno) return result.errno;
		this.#pid = result.pid;
		stdio.forEach(({ input }, index) => {
			const ends = result.parentEnds[index];
			if (ends?.readRing) this.#openOutput(index, ends.readRing);
			if (ends?.writeRing) this.#input = { ring: runtime.openRing(ends.writeRing), bytes: bytesOf(input), offset: 0 };
		});
		return 0;
	}

	/** Bytes that arrive count up this process's event word instead of the ring's own. */
	#openOutput(index: number, ringIndex: number): void {
		const ring = this.#runtime.openRing(ringIndex);
		ring.sendReadEventsTo(this.#runtime.memory.eventWord);
		this.#outputs.push(new Output(index, ring));
	}

	#pumpUntilDone(): void {
		const { memory } = this.#runtime;
		const { timeout = 0, killSignal } = this.#options;
		const startedAt = this.#runtime.host.performance.now();
		for (;;) {
			const seen = memory.eventCount;
			const hasMoved = [this.#readOutputs(), this.#writeInput()].some(Boolean);
			if (memory.childExit && this.#outputs.every(({ isEnded }) => isEnded)) return;
			if (timeout > 0 && !this.#isKilled && this.#runtime.host.performance.now() - startedAt > timeout) {
				this.#error = this.#runtime.uv.UV_ETIMEDOUT ?? -110;
				this.#kill(killSignal);
				continue;
			}
			if (!hasMoved) memory.waitEvent(seen, this.#input ? INPUT_WAIT_MS : timeout > 0 ? TIMEOUT_WAIT_MS : WAIT_MS);
		}
	}

	#readOutputs(): boolean {
		let hasMoved = false;
		const { maxBuffer = 0, killSignal } = this.#options;
		for (const output of this.#outputs) {
			if (output.isEnded) continue;
			const hasEnded = output.ring.eof();
			const bytes = output.ring.get();
			if (bytes) {
				hasMoved = true;
				output.chunks.push(bytes);
				output.length += bytes.length;
				if (maxBuffer > 0 && output.length > maxBuffer) {
					this.#error = this.#runtime.uv.UV_ENOBUFS ?? -105;
					this.#kill(killSignal);
				}
			} else if (hasEnded) {
				output.isEnded = hasMoved = true;
				this.#runtime.closeRingEnd(output.ring.index, 'read');
			}
		}
		return hasMoved;
	}

	#writeInput(): boolean {
		const input = this.#input;
		if (!input) return false;
		const taken = input.ring.put(input.bytes, input.offset);
		input.offset += taken;
		const isOver = input.offset >= input.bytes.length || input.ring.broken();
		if (isOver) {
			this.#runtime.closeRingEnd(input.ring.index, 'write');
			this.#input = null;
		}
		return taken > 0 || isOver;
	}

	#kill(signal: number | undefined): void {
		if (this.#isKilled) return;
		this.#isKilled = true;
		this.#runtime.syscall<'kill'>({ op: 'kill', pid: this.#pid, signal: signal || SIGTERM });
	}

	#result(): object {
		const { memory } = this.#runtime;
		const { code, signal } = memory.childExit ?? { code: 0, signal: 0 };
		memory.clearChildExit();
		const { stdio = [], maxBuffer = 0 } = this.#options;
		const output: (Uint8Array | null)[] = stdio.map(() => null);
		for (const { index, chunks, length } of this.#outputs) {
			const bytes = this.#runtime.Buffer.concat(chunks, length);
			output[index] = maxBuffer > 0 ? bytes.subarray(0, maxBuffer) : bytes;
		}
		return {
			pid: this.#pid,
			status: signal ? null : code,
			signal: signal ? this.#signalName(signal) : null,
			output,
			...(this.#error ? { error: this.#error } : {})
		};
	}

	#signalName(signal: number): string {
		const { signals } = this.#runtime.internalBinding('constants').os as { signals: Record<string, number> };
		return Object.keys(signals).find((name) => signals[name] === signal) ?? 'SIGTERM';
	}
}

function bytesOf(input: ArrayBufferView | undefined): Uint8Array {
	return input ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength).slice() : new Uint8Array(0);
}
