import { Deflate, Inflate } from 'pako';
import type { BindingInstaller } from '../../process/runtime';
import { CompressionHandle, type Failure } from './compression-handle';
import { brotliClasses } from './zlib-brotli';

const enum Mode {
	None,
	Deflate,
	Inflate,
	Gzip,
	Gunzip,
	DeflateRaw,
	InflateRaw,
	Unzip
}
const NO_FLUSH = 0;
const SYNC_FLUSH = 2;
const FINISH = 4;
const DATA_ERROR = -3;
const BUF_ERROR = -5;
const ERROR_CODES: Record<number, string> = {
	[-2]: 'Z_STREAM_ERROR',
	[-3]: 'Z_DATA_ERROR',
	[-4]: 'Z_MEM_ERROR',
	[-5]: 'Z_BUF_ERROR',
	2: 'Z_NEED_DICT'
};

/** What both of pako's streams offer, with the low-level state that is needed to take output before a block ends. */
interface Stream {
	err: number;
	msg: string;
	ended: boolean;
	chunks: Uint8Array[];
	strm?: { output: Uint8Array; next_out: number; avail_out: number; avail_in: number };
	onData: (chunk: Uint8Array) => void;
	onEnd: (status: number) => void;
	push(data: Uint8Array, flush: number): boolean;
}

/** deflate, gzip and their inverses over pako. Brotli lies in zlib-brotli.ts; zstd stays a stub that names itself. */
export const zlib: BindingInstaller = (binding, runtime) => {
	class Zlib extends CompressionHandle {
		private open: () => Stream = () => {
			throw new Error('zlib handle used before init');
		};
		private stream?: Stream;
		private finished = false;

		constructor(private readonly mode: Mode) {
			super(runtime);
		}

		init(
			windowBits: number,
			level: number,
			memLevel: number,
			strategy: number,
			result: Uint32Array<ArrayBuffer>,
			callback: () => void,
			dictionary?: Uint8Array
		): void {
			this.result = result;
			this.callback = callback;
			const { mode } = this;
			const raw = mode === Mode.DeflateRaw || mode === Mode.InflateRaw;
			const bits = windowBits || 15;
			const shared = { raw, ...(dictionary ? { dictionary } : {}) };
			const deflates = mode === Mode.Deflate || mode === Mode.Gzip || mode === Mode.DeflateRaw;
			const inflateBits = bits + (mode === Mode.Gunzip ? 16 : mode === Mode.Unzip ? 32 : 0);
			this.open = () =>
				(deflates
					? new Deflate({
							...shared,
							windowBits: bits,
							level: level as 6,
							memLevel: memLevel as 8,
							strategy,
							gzip: mode === Mode.Gzip
						} as never)
					: new Inflate({ ...shared, windowBits: inflateBits } as never)) as unknown as Stream;
			this.reset();
		}

		reset(): void {
			this.output = [];
			this.finished = false;
			this.stream = this.open();
			this.stream.onData = (chunk) => void this.output.push(chunk);
			this.stream.onEnd = () => {};
		}

		/** pako fixes level and strategy at the start of a stream: the rest of it keeps them. */
		params(): void {}

		override close(): void {
			super.close();
			this.stream = undefined;
		}

		protected process(flush: number, input: Uint8Array | undefined, output: Uint8Array): Failure | undefined {
			const { stream } = this;
			if (!stream) return undefined;
			let left = 0;
			if (this.output.length === 0 || input?.length) {
				const inflates = stream instanceof Inflate;
				if (!stream.ended && !this.finished) {
					stream.push(
						input ? new Uint8Array(input) : new Uint8Array(),
						inflates ? NO_FLUSH : flush > FINISH ? SYNC_FLUSH : flush
					);
					if (!inflates && flush === FINISH) this.finished = true;
					if (inflates) this.takeOutput(stream);
					left = stream.ended ? (stream.strm?.avail_in ?? 0) : 0;
				} else left = input?.length ?? 0;
				if (stream.err && stream.err !== BUF_ERROR) return describe(stream.err, stream.msg);
			}
			this.result[0] = output.length - this.drain(output);
			this.result[1] = left;
			if (stream instanceof Inflate && flush === FINISH && !(stream as { ended: boolean }).ended && this.result[0] !== 0) {
				return ['unexpected end of file', BUF_ERROR, 'Z_BUF_ERROR'];
			}
			return undefined;
		}

		/** pako hands output over in full blocks; Node wants all that there is. */
		private takeOutput({ strm, ended }: Stream): void {
			if (!strm || ended || !strm.next_out) return;
			this.output.push(strm.output.slice(0, strm.next_out));
			strm.next_out = 0;
			strm.avail_out = 0;
		}
	}
	binding.Zlib = Zlib;
	Object.assign(binding, brotliClasses(runtime));
	binding.crc32 = (data: string | Uint8Array, value = 0) =>
		crc32(typeof data === 'string' ? runtime.Buffer.from(data) : data, value);
};

function describe(errno: number, message: string): Failure {
	return [message || (errno === DATA_ERROR ? 'incorrect data check' : 'zlib error'), errno, ERROR_CODES[errno] ?? 'Z_ERRNO'];
}

function crc32(bytes: Uint8Array, value: number): number {
	let crc = ~value;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc >>> 0;
}
