import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** nextTick's queue and unhandled rejections. Microtasks are the host's. */
export const task_queue: BindingInstaller = (binding, runtime) => {
	const { hooks, loop } = runtime;
	const flags = new Uint8Array(2);
	hooks.tickInfo = flags;
	// A tick that is queued outside of any callback (in a microtask) has nobody who would drain it: ask for a turn.
	binding.tickInfo = new Proxy(flags, {
		get: (target, key) => target[Number(key)],
		set(target, key, value: number) {
			target[Number(key)] = value;
			if (value && loop.depth === 0) loop.hop();
			return true;
		}
	});
	binding.enqueueMicrotask = runtime.host.queueMicrotask;
	binding.runMicrotasks = noop;
	binding.setTickCallback = (callback: () => void) => {
		hooks.tickCallback = callback;
	};
	binding.setPromiseRejectCallback = (callback: NonNullable<typeof hooks.promiseRejectCallback>) => {
		hooks.promiseRejectCallback = callback;
	};
};
