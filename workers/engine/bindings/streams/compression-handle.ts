import type { Runtime } from '../../process/runtime';

/** What Node's `onerror` is called with: message, errno, code. */
export type Failure = [message: string, errno: number, code: string];

/** What Node expects of every handle of its `zlib`, whatever the coder: writes of a piece of input into a piece of output. */
export abstract class CompressionHandle {
	onerror?: (...failure: Failure) => void;
	/** What is coded and not yet handed over. */
	protected output: Uint8Array[] = [];
	/** Receives [bytes left in the output, bytes left in the input] after each write. */
	protected result = new Uint32Array(2);
	protected callback: () => void = () => {};
	readonly #runtime: Runtime;
	#isClosed = false;

	constructor(runtime: Runtime) {
		this.#runtime = runtime;
	}

	/** Codes `input` and fills `output` and `result` with what is due. */
	protected abstract process(operation: number, input: Uint8Array | undefined, output: Uint8Array): Failure | undefined;

	close(): void {
		this.#isClosed = true;
	}

	getAsyncId(): number {
		return 0;
	}

	writeSync(...args: WriteArguments): void {
		this.#write(args);
	}

	write(...args: WriteArguments): void {
		const runtime = this.#runtime;
		runtime.pending++;
		runtime.loop.macro(() => {
			runtime.pending--;
			if (!this.#isClosed && this.#write(args)) this.callback();
		});
	}

	/** @returns whether it went well; a failure has been told */
	#write([operation, input, inOffset, inLength, output, outOffset, outLength]: WriteArguments): boolean {
		const failure = this.process(
			operation,
			input?.subarray(inOffset, inOffset + inLength),
			output.subarray(outOffset, outOffset + outLength)
		);
		if (failure) this.onerror?.(...failure);
		return !failure;
	}

	/** Moves what is coded to `output`. @returns the bytes moved */
	protected drain(output: Uint8Array): number {
		let filled = 0;
		for (let chunk = this.output[0]; chunk && filled < output.length; chunk = this.output[0]) {
			const part = chunk.subarray(0, output.length - filled);
			output.set(part, filled);
			filled += part.length;
			if (part.length === chunk.length) this.output.shift();
			else this.output[0] = chunk.subarray(part.length);
		}
		return filled;
	}
}

type WriteArguments = [
	operation: number,
	input: Uint8Array | null,
	inOffset: number,
	inLength: number,
	output: Uint8Array,
	outOffset: number,
	outLength: number
];
