import { constants } from 'node:os';
import type { Descriptors } from './descriptors';
import { Leave } from './leave';
import type { Shell } from './shell';

/** Traps of one shell: source that runs at its end (EXIT), on failure (ERR), or once a signal has come and the running command has ended. */
export class Traps {
	readonly #sources = new Map<string, string>();
	readonly #listeners = new Map<string, () => void>();
	#pending: string[] = [];
	/** Wakes what waits when a signal comes. */
	readonly #woken = new Set<() => void>();

	/** @param source empty: the signal is ignored; null: as before any trap */
	set(name: string, source: string | null): void {
		const listener = this.#listeners.get(name);
		if (listener) process.off(name, listener);
		this.#listeners.delete(name);
		this.#sources.delete(name);
		if (source === null) return;
		this.#sources.set(name, source);
		if (!(name in constants.signals) || name === 'SIGKILL' || name === 'SIGSTOP') return;
		const heard = () => {
			if (source !== '') this.#pending.push(name);
			for (const wake of this.#woken) wake();
		};
		this.#listeners.set(name, heard);
		process.on(name, heard);
	}

	/** As `trap -p` prints them. */
	list(): [name: string, source: string][] {
		return [...this.#sources];
	}

	/** Resolves when a trapped signal has come, for `wait`. */
	untilSignal(signal: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			this.#woken.add(resolve);
			signal.addEventListener('abort', () => this.#woken.delete(resolve), { once: true });
		});
	}

	async runPending(shell: Shell, io: Descriptors): Promise<void> {
		while (this.#pending.length > 0) {
			const [name = '', ...later] = this.#pending;
			this.#pending = later;
			await this.run(shell, name, io);
		}
	}

	/** The last exit code stays what it was. */
	async run(shell: Shell, name: string, io: Descriptors): Promise<void> {
		const source = this.#sources.get(name);
		if (!source) return;
		const { lastExitCode } = shell;
		shell.testDepth++;
		try {
			await shell.run(source, io);
		} finally {
			shell.testDepth--;
		}
		shell.lastExitCode = lastExitCode;
	}

	async runExit(shell: Shell, io: Descriptors): Promise<void> {
		const source = this.#sources.get('EXIT');
		if (source === undefined) return;
		this.set('EXIT', null);
		const { lastExitCode } = shell;
		try {
			await shell.run(source, io);
		} catch (error) {
			if (error instanceof Leave && error.kind === 'exit') throw error;
			if (!(error instanceof Leave)) throw error;
		}
		shell.lastExitCode = lastExitCode;
	}

	dispose(): void {
		for (const [name, listener] of this.#listeners) process.off(name, listener);
		this.#listeners.clear();
	}
}
