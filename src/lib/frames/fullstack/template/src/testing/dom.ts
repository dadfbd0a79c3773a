import { builtinEnvironments, type Environment } from 'vitest/runtime';

type Immediate = ReturnType<typeof setImmediate>;
const kept = globalThis as { scheduledWork?: Set<Immediate> };

/** happy-dom for the pages, but Node's own Request and Response for the server: those may carry cookies. */
export default {
	name: 'dom',
	viteEnvironment: 'client',
	async setup(global, options) {
		const { Request, Response, Headers } = global;
		const dom = await builtinEnvironments['happy-dom'].setup(global, options);
		Object.assign(global, { Request, Response, Headers });
		kept.scheduledWork ??= countImmediates();
		return dom;
	}
} satisfies Environment;

/** React schedules its work with setImmediate, which it takes as it finds it: what is still to come is counted, for tests to wait for. */
function countImmediates(): Set<Immediate> {
	const { setImmediate: schedule, clearImmediate: clear } = globalThis;
	const scheduled = new Set<Immediate>();
	const counted = <A extends unknown[]>(run: (...args: A) => void, ...args: A): Immediate => {
		const handle = schedule(() => {
			scheduled.delete(handle);
			run(...args);
		});
		scheduled.add(handle);
		return handle;
	};
	globalThis.setImmediate = Object.defineProperties(counted, {
		...Object.getOwnPropertyDescriptors(schedule),
		name: { value: 'setImmediate' }
	}) as typeof setImmediate;
	globalThis.clearImmediate = (handle) => {
		if (handle) scheduled.delete(handle);
		clear(handle);
	};
	return scheduled;
}
