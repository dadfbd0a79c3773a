import { asError, messageOf } from '../../domain/app-error';
import type { TerminalProcess, TerminalSource } from '../../app/ports';

/** The few members of a terminal that a session needs; xterm's Terminal fits. */
export interface TerminalView {
	cols: number;
	rows: number;
	/** `onShown` runs once the data has taken effect. */
	write(data: string, onShown?: () => void): void;
	onData(listener: (data: string) => void): { dispose(): void };
	onResize(listener: (size: { cols: number; rows: number }) => void): { dispose(): void };
}

export type TerminalStatus =
	| { state: 'idle' }
	| { state: 'starting' }
	| { state: 'running' }
	| { state: 'ended'; code: number }
	| { state: 'failed'; error: Error };

/** Replayed to a view that attaches later, in UTF-16 code units. */
const BUFFER_LIMIT = 200_000;

/** One shell. It lives on while no view shows it: output is kept and written to the view that attaches next. */
export class TerminalSession {
	#source: TerminalSource;
	#status: TerminalStatus = $state.raw({ state: 'idle' });
	#process: TerminalProcess | undefined;
	#view: TerminalView | undefined;
	#buffer = '';
	/** What waits for the view to show it: a view that is gone will not call back. */
	#showing = new Set<() => void>();

	constructor(source: TerminalSource) {
		this.#source = source;
	}
	get status(): TerminalStatus {
		return this.#status;
	}

	/** Shows the session in a view, starting the shell the first time. Returns what unlinks them. */
	link(view: TerminalView): () => void {
		if (this.#view) throw new Error('This terminal session is shown already: unlink its view first.');
		this.#view = view;
		// What is shown again may ask the terminal questions that were answered long ago: nobody waits for another answer.
		let isReplaying = true;
		view.write(this.#buffer, () => (isReplaying = false));
		const data = view.onData((text) => {
			if (isReplaying) return;
			if (this.#process) this.#process.write(text);
			else void this.#restartOn(text);
		});
		const resize = view.onResize((size) => this.#process?.resize(size));
		if (this.#status.state === 'idle') void this.start();
		else this.#process?.resize({ cols: view.cols, rows: view.rows });
		return () => {
			data.dispose();
			resize.dispose();
			if (this.#view !== view) return;
			this.#view = undefined;
			this.#settleShowing();
		};
	}
	async start(): Promise<void> {
		if (this.#status.state === 'starting' || this.#status.state === 'running') return;
		let lost: unknown;
		do {
			lost = await this.#run(lost !== undefined);
			this.#process = undefined;
		} while (lost !== undefined);
	}

	/** One shell from start to end. @returns why it was lost: it did not end, its engine did, and another takes its place */
	async #run(isAnother: boolean): Promise<unknown> {
		this.#status = { state: 'starting' };
		const { cols, rows } = this.#view ?? { cols: 80, rows: 24 };
		try {
			const process = await this.#source.spawn({ cols, rows });
			this.#process = process;
			this.#status = { state: 'running' };
			if (isAnother) this.#note('the engine was restarted: this is another shell');
			else if (process.greeting) void this.#show(`${process.greeting}\r\n\r\n`);
			void this.#pump(process);
			const code = await process.exit;
			this.#status = { state: 'ended', code };
			this.#note(`shell ended with code ${code}: press Enter to start another`);
		} catch (error) {
			if (this.#process) {
				this.#note(`the shell is gone: ${messageOf(error)}`);
				return error;
			}
			this.#status = { state: 'failed', error: asError(error) };
		}
		return undefined;
	}
	dispose(): void {
		this.#process?.kill();
		this.#process = undefined;
		this.#view = undefined;
		this.#settleShowing();
	}

	async #pump(process: TerminalProcess): Promise<void> {
		const reader = process.output.getReader();
		try {
			for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) await this.#show(chunk.value);
		} catch {
			// The stream breaks when the shell is killed; its exit says so.
		}
	}
	/** A word of ours between what shells say. */
	#note(text: string): void {
		void this.#show(`\r\n[${text}]\r\n`);
	}
	/** Resolves when it is shown: a program prints no faster than the screen takes it. */
	#show(text: string): Promise<void> {
		this.#buffer = (this.#buffer + text).slice(-BUFFER_LIMIT);
		return new Promise((resolve) => {
			if (!this.#view) return resolve();
			const shown = () => {
				this.#showing.delete(shown);
				resolve();
			};
			this.#showing.add(shown);
			this.#view.write(text, shown);
		});
	}
	#settleShowing(): void {
		for (const shown of [...this.#showing]) shown();
	}
	#restartOn(text: string): Promise<void> | undefined {
		return text === '\r' ? this.start() : undefined;
	}
}
