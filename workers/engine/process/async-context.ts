import { CONTEXT_GLOBAL } from './context-global';
import type { RealmHooks, Runtime } from './runtime';

type Callback = ((value: unknown) => unknown) | null | undefined;

const patched = new WeakSet<RealmHooks>();

/**
 * V8 carries the embedder's frame through promise reactions; the web does not show it. So `then` captures the frame and puts it
 * back around each callback, from the first `AsyncLocalStorage.run` on. `await` is handled by modules/await-edits.ts.
 */
export function patchPromiseThen({ hooks }: Runtime): void {
	if (patched.has(hooks)) return;
	patched.add(hooks);
	const original = Promise.prototype.then;
	const bind = (callback: Callback, frame: unknown): Callback =>
		typeof callback === 'function' ? (value) => runInFrame(hooks, frame, () => callback(value)) : callback;
	const then = function (this: Promise<unknown>, onFulfilled: Callback, onRejected: Callback) {
		const frame = hooks.contextFrame;
		return Reflect.apply(original, this, [bind(onFulfilled, frame), bind(onRejected, frame)]);
	};
	Object.defineProperty(Promise.prototype, 'then', { value: then, writable: true, configurable: true, enumerable: false });
}

/** Runs `task` with `frame` as the current one. */
export function runInFrame<T>(hooks: RealmHooks, frame: unknown, task: () => T): T {
	const previous = hooks.contextFrame;
	hooks.contextFrame = frame;
	try {
		return task();
	} finally {
		hooks.contextFrame = previous;
	}
}

/** Defines what sources edited by modules/await-edits.ts call; not enumerable, so that nobody meets it by accident. */
export function installContextGlobal({ hooks }: Runtime): void {
	const value = {
		frame: () => hooks.contextFrame,
		restore: (frame: unknown, value: unknown) => {
			hooks.contextFrame = frame;
			return value;
		},
		enter: (frame: unknown) => {
			hooks.contextFrame = frame;
		}
	};
	Object.defineProperty(globalThis, CONTEXT_GLOBAL, { value, enumerable: false, configurable: false });
}
