import type { ChildProcess } from 'node:child_process';

/** A command that runs in the background. */
export interface Job {
	/** As in `%1`. */
	number: number;
	pid: number;
	/** As it was typed. */
	command: string;
	child: ChildProcess;
	ended: Promise<number>;
	/** Null while it runs. */
	exitCode: number | null;
}

/** Commands that were started with `&`. */
export class Jobs {
	#jobs: Job[] = [];
	/** `$!` */
	lastPid: number | null = null;

	copy(): Jobs {
		const copy = new Jobs();
		copy.lastPid = this.lastPid;
		return copy;
	}

	add({ child, ended, command }: { child: ChildProcess; ended: Promise<number>; command: string }): Job {
		const job: Job = { number: (this.#jobs.at(-1)?.number ?? 0) + 1, pid: child.pid ?? 0, command, child, ended, exitCode: null };
		// A shell that has nothing else to do ends without them.
		child.unref();
		void ended.then((exitCode) => (job.exitCode = exitCode));
		this.#jobs.push(job);
		this.lastPid = job.pid;
		return job;
	}

	get all(): readonly Job[] {
		return this.#jobs;
	}

	/** By `%1`, `%%`, or a pid. */
	find(name: string): Job | undefined {
		if (/^%[%+]?$/.test(name)) return this.#jobs.at(-1);
		if (name === '%-') return this.#jobs.at(-2);
		const number = /^%(\d+)$/.exec(name)?.[1];
		if (number !== undefined) return this.#jobs.find((job) => job.number === Number(number));
		if (name.startsWith('%')) return this.#jobs.findLast(({ command }) => command.startsWith(name.slice(1)));
		return this.#jobs.find(({ pid }) => pid === Number(name));
	}

	/** Waits for one. */
	async untilEnd(job: Job): Promise<number> {
		job.child.ref();
		return job.ended;
	}

	forget(job: Job): void {
		this.#jobs = this.#jobs.filter((other) => other !== job);
	}
}
