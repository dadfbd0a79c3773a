import { Ring } from '../fs/ring';
import type { KernelHeap } from './kernel-heap';
import type { ProcessRecord } from './process-record';
import { RingWriter, type RingTable } from './rings';
import { SIGNALS } from './signals';

const ETX = '\x03';
const EOT = '\x04';
const DELETE = '\x7f';
const BACKSPACE = '\b';
const FILE_SEPARATOR = '\x1c';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const encoder = new TextEncoder();

/** What a terminal shows of what programs write: each line feed also returns the carriage, in raw mode too. @source termios ONLCR, libuv's uv_tty_set_mode */
export function withCarriageReturns(bytes: Uint8Array): Uint8Array {
	const feeds = bytes.reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 0);
	if (feeds === 0) return bytes;
	const shown = new Uint8Array(bytes.length + feeds);
	let at = 0;
	for (const byte of bytes) {
		if (byte === LINE_FEED) shown[at++] = CARRIAGE_RETURN;
		shown[at++] = byte;
	}
	return shown;
}

/**
 * A pseudo-terminal: two rings and the line discipline between the user's keys and the programs.
 * Cooked: echo, erase, lines on Enter, Ctrl-C and Ctrl-\ as signals, Ctrl-D as end of file for one reader. Raw: bytes as they come.
 */
export class Terminal {
	/** Ring that programs read, ring that programs write. */
	readonly inputRing: number;
	readonly outputRing: number;
	readonly processes = new Set<ProcessRecord>();
	/** The group of the first program: the shells here do not move their jobs to groups of their own. */
	foregroundGroupId = -1;
	/** Called when output that is not shown yet is to be dropped. */
	onFlush: () => void = () => {};
	#isRaw = false;
	#line = '';
	readonly #input: RingWriter;

	constructor(
		readonly id: number,
		private readonly heap: KernelHeap,
		private readonly rings: RingTable,
		public columns: number,
		public rows: number,
		private readonly echo: (bytes: Uint8Array) => void,
		private readonly signal: (record: ProcessRecord, signal: number) => void
	) {
		this.inputRing = rings.allocate();
		this.outputRing = rings.allocate();
		rings.retain(this.inputRing, 'write');
		rings.retain(this.outputRing, 'read');
		this.#input = new RingWriter(rings, this.inputRing);
	}

	/** A program starts on this terminal. */
	attach(record: ProcessRecord): void {
		this.processes.add(record);
		if (this.foregroundGroupId < 0) this.foregroundGroupId = record.groupId;
		this.#writeSize(record);
	}

	/** The last program of the terminal is gone: nobody types into it any more. */
	detach(record: ProcessRecord): void {
		this.processes.delete(record);
	}

	resize(columns: number, rows: number): void {
		if (columns === this.columns && rows === this.rows) return;
		this.columns = columns;
		this.rows = rows;
		for (const record of this.processes) {
			this.#writeSize(record);
			this.signal(record, SIGNALS.SIGWINCH);
		}
	}

	/**
	 * Raw or cooked. A line typed ahead and not entered yet goes to who reads keys from now on; an end of file that nobody has read
	 * is none for them. @source termios(3), ICANON
	 */
	setRaw(isRaw: boolean): void {
		this.#isRaw = isRaw;
		if (isRaw) this.rings.clearEnd(this.inputRing);
		if (!isRaw || !this.#line) return;
		void this.#input.write(encoder.encode(this.#line));
		this.#line = '';
	}

	/** Keys as xterm sends them. */
	type(text: string): void {
		if (this.#isRaw) {
			void this.#input.write(encoder.encode(text));
			return;
		}
		for (const key of text) this.#cookedKey(key);
	}

	close(): void {
		this.#input.close();
	}

	#cookedKey(key: string): void {
		switch (key) {
			case ETX:
				return this.#interrupt('^C', SIGNALS.SIGINT);
			case FILE_SEPARATOR:
				return this.#interrupt('^\\', SIGNALS.SIGQUIT);
			case DELETE:
			case BACKSPACE:
				if (!this.#line) return;
				this.#line = [...this.#line].slice(0, -1).join('');
				return this.#print('\b \b');
			case '\r':
			case '\n': {
				this.#print('\r\n');
				void this.#input.write(encoder.encode(`${this.#line}\n`));
				this.#line = '';
				return;
			}
			case EOT:
				if (this.#line) {
					void this.#input.write(encoder.encode(this.#line));
					this.#line = '';
				} else void this.#input.markEnd();
				return;
			default:
				this.#line += key;
				this.#print(key);
		}
	}

	#interrupt(shown: string, signal: number): void {
		this.#line = '';
		this.rings.clearEnd(this.inputRing);
		this.#flushOutput();
		this.#print(`${shown}\r\n`);
		for (const record of [...this.processes]) if (record.groupId === this.foregroundGroupId) this.signal(record, signal);
	}

	/** What a program has printed and nobody has seen goes with it. @source termios(3), ISIG without NOFLSH */
	#flushOutput(): void {
		new Ring(this.heap.buffer, this.outputRing).get();
		this.onFlush();
	}

	#print(text: string): void {
		this.echo(encoder.encode(text));
	}

	#writeSize(record: ProcessRecord): void {
		record.memory.resize(this.columns, this.rows);
	}
}
