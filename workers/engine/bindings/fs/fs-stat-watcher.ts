import type { Runtime } from '../../process/runtime';
import { deviceStatArray, statArray, type StatArray } from './fs-stats';
import { callLater, HandleWrap } from '../streams/handle-wrap';

const FIELD_COUNT = 18;

/** `fs.watchFile`: looks again after every interval and reports both stats when they differ. */
export function statWatcherClass(runtime: Runtime) {
	return class StatWatcher extends HandleWrap {
		readonly #isBigint: boolean;
		#path = '';
		#intervalMs = 0;
		#previous: StatArray | undefined;
		#timer: ReturnType<typeof setTimeout> | undefined;
		onchange?: (status: number, stats: StatArray) => void;

		constructor(isBigint: boolean) {
			super();
			this.#isBigint = isBigint;
		}

		override isActive(): boolean {
			return this.#timer !== undefined;
		}

		start(path: string, intervalMs: number): number {
			this.#path = path.startsWith('/') ? path : `${runtime.cwd()}/${path}`;
			this.#intervalMs = intervalMs;
			const [status, stats] = this.#look();
			this.#previous = stats;
			if (status < 0) callLater(this, () => this.#report(status, stats, stats));
			this.#schedule();
			return 0;
		}

		protected override onClose(): void {
			if (this.#timer !== undefined) runtime.host.clearTimeout(this.#timer);
			this.#timer = undefined;
		}

		#schedule(): void {
			this.#timer = runtime.host.setTimeout(() => {
				if (this.isClosed) return;
				const [status, stats] = this.#look();
				const previous = this.#previous ?? stats;
				this.#previous = stats;
				if (!isSame(stats, previous)) callLater(this, () => this.#report(status, stats, previous));
				this.#schedule();
			}, this.#intervalMs) as ReturnType<typeof setTimeout>;
		}

		#look(): [status: number, stats: StatArray] {
			const inode = runtime.fs.walk(this.#path);
			if (inode < 0) return [inode, deviceStatArray(this.#isBigint, 0).fill(0 as never)];
			return [0, statArray(runtime.fs, inode, this.#isBigint)];
		}

		#report(status: number, current: StatArray, previous: StatArray): void {
			const both = this.#isBigint ? new BigInt64Array(FIELD_COUNT * 2) : new Float64Array(FIELD_COUNT * 2);
			both.set(current as never);
			both.set(previous as never, FIELD_COUNT);
			this.onchange?.(status, both);
		}
	};
}

function isSame(first: StatArray, second: StatArray): boolean {
	return first.every((value: number | bigint, index: number) => value === second[index]);
}
