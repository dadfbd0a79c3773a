import type { Container } from '../container/container';
import { engineChanges, type EngineChange } from '../project/engine-changes';
import type { TerminalProcess } from './ports';

/** How long a terminal must be silent before files are compared, in milliseconds. */
const QUIET_MS = 700;
/** One that never is silent is not waited for longer, in milliseconds. */
const PATIENCE_MS = 5000;

export interface TerminalFilesParts {
	container(): Promise<Container>;
	/** False while agents write: the engine's files lag behind theirs. */
	isSettled(): boolean;
	readKept(): Promise<ReadonlyMap<string, string | Uint8Array>>;
	take(changes: EngineChange[]): Promise<void>;
	/** Runs work while no other change of the files is under way. */
	inOrder<T>(work: () => Promise<T>): Promise<T>;
	onError(error: unknown): void;
}

/** Keeps with the project what commands in the terminal do to its files: the engine's files are looked at again whenever a shell falls silent. */
export class TerminalFiles {
	readonly #parts: TerminalFilesParts;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#waitingSinceMs: number | undefined;
	/** A command was entered: from then on what a shell says may come of a change. */
	#isUsed = false;
	/** The engine's files at the last look. */
	#before: ReadonlyMap<string, Uint8Array> | undefined;
	#firstLook: Promise<void> | undefined;
	#isDisposed = false;

	constructor(parts: TerminalFilesParts) {
		this.#parts = parts;
	}

	/** The same shell, with an ear on it. */
	watch(shell: TerminalProcess): TerminalProcess {
		this.#firstLook ??= this.#look().then(
			(files) => void (this.#before = files),
			(error: unknown) => this.#tell(error)
		);
		const heard = new TransformStream<string, string>({
			transform: (text, controller) => {
				controller.enqueue(text);
				if (this.#isUsed) this.#wait();
			}
		});
		return {
			...shell,
			output: shell.output.pipeThrough(heard),
			write: (data) => {
				shell.write(data);
				// A line is entered, or what runs is stopped: something may come of it.
				if (!/[\r\n\x03\x04]/.test(data)) return;
				this.#isUsed = true;
				this.#wait();
			}
		};
	}

	/** Compares now what would be compared later; for when files have come to rest. */
	async catchUp(): Promise<void> {
		clearTimeout(this.#timer);
		this.#waitingSinceMs = undefined;
		if (!this.#isUsed || this.#isDisposed || !this.#parts.isSettled()) return;
		try {
			await this.#parts.inOrder(() => this.#compare());
		} catch (error) {
			this.#tell(error);
		}
	}

	dispose(): void {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
	}

	#tell(error: unknown): void {
		if (!this.#isDisposed) this.#parts.onError(error);
	}
	#wait(): void {
		const now = performance.now();
		this.#waitingSinceMs ??= now;
		clearTimeout(this.#timer);
		const left = this.#waitingSinceMs + PATIENCE_MS - now;
		this.#timer = setTimeout(() => void this.catchUp(), Math.max(0, Math.min(QUIET_MS, left)));
	}

	async #compare(): Promise<void> {
		await this.#firstLook;
		// In this order: what is written meanwhile then counts as the project's own.
		const kept = await this.#parts.readKept();
		const after = await this.#look();
		const changes = this.#before ? engineChanges({ before: this.#before, after, kept }) : [];
		if (changes.length > 0) await this.#parts.take(changes);
		this.#before = after;
	}
	async #look(): Promise<ReadonlyMap<string, Uint8Array>> {
		return (await this.#parts.container()).export('.');
	}
}
