import type { HandleLike, Runtime } from '../../process/runtime';

/**
 * The classes behind Node's native handles: AsyncWrap and HandleWrap.
 *
 * A worker has one runtime; `bindRuntime` sets it before the first binding is made, so that the classes can be plain module exports.
 */

const LAST_ASYNC_ID = 2;

/** The worker's one, for the classes that are built on these. */
export let runtime: Runtime;

/** Must run before any class of this file is constructed. */
export function bindRuntime(current: Runtime): void {
	runtime = current;
}

/** Everything that has an async id. Remembers the AsyncContextFrame it was made in. */
export class AsyncWrap {
	#asyncId: number;
	#frame: unknown;

	constructor() {
		this.#asyncId = nextAsyncId();
		this.#frame = runtime.hooks.contextFrame;
	}

	getAsyncId(): number {
		return this.#asyncId;
	}

	asyncReset(): void {
		this.#asyncId = nextAsyncId();
		this.#frame = runtime.hooks.contextFrame;
	}

	getProviderType(): number {
		return 0;
	}

	getAsyncContextFrameForDebuggingOnly(): unknown {
		return this.#frame;
	}

	/** The frame of `wrap`, undefined when it is no AsyncWrap (Node's lib passes plain objects here and there). */
	static frameOf(wrap: unknown): unknown {
		return typeof wrap === 'object' && wrap !== null && #frame in wrap ? wrap.#frame : undefined;
	}
}

/** Queues a callback as its own macrotask, in the AsyncContextFrame of `wrap`. */
export function callLater(wrap: unknown, task: () => void): void {
	runtime.loop.macro(() => {
		runtime.hooks.contextFrame = AsyncWrap.frameOf(wrap);
		task();
	});
}

/** A handle of libuv: keeps the process alive while ref'd and active. */
export class HandleWrap extends AsyncWrap implements HandleLike {
	#isReferenced = true;
	#isClosed = false;

	constructor() {
		super();
		runtime.handles.add(this);
	}

	get isClosed(): boolean {
		return this.#isClosed;
	}

	close(callback?: () => void): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		runtime.handles.delete(this);
		this.onClose();
		const onclose = (runtime.internalBinding('symbols') as Record<string, symbol>).handle_onclose;
		const self = this as unknown as Record<symbol, (() => void) | undefined>;
		if (callback && onclose) self[onclose] = callback;
		callLater(this, () => onclose && self[onclose]?.());
	}

	hasRef(): boolean {
		return this.#isReferenced && !this.#isClosed;
	}

	ref(): void {
		this.#isReferenced = true;
	}

	unref(): void {
		this.#isReferenced = false;
		runtime.loop.hop();
	}

	isActive(): boolean {
		return false;
	}

	/** Releases what the handle holds; runs once. */
	protected onClose(): void {}
}

function nextAsyncId(): number {
	const fields = runtime.hooks.asyncIdFields;
	return (fields[LAST_ASYNC_ID] = (fields[LAST_ASYNC_ID] ?? 0) + 1);
}
