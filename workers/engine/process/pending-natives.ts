import type { Runtime } from './runtime';

type AnyFunction = (...args: unknown[]) => unknown;

/** Makes wasm compiles and crypto promises of the host count as work under way, as they do in Node. */
export function trackNativePromises(runtime: Runtime): void {
	const track = (result: unknown): unknown => {
		if (!(result instanceof Promise)) return result;
		runtime.pending++;
		const settled = () => {
			runtime.pending--;
			runtime.loop.macro(() => {});
		};
		result.then(settled, settled);
		return result;
	};
	const wrap = (target: Record<string, AnyFunction>, key: string) => {
		const original = target[key];
		if (typeof original !== 'function') return;
		target[key] = function (this: unknown, ...args: unknown[]) {
			return track(Reflect.apply(original, this, args));
		};
	};
	const wasm = WebAssembly as unknown as Record<string, AnyFunction>;
	for (const key of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) wrap(wasm, key);
	const subtle = Object.getPrototypeOf(runtime.host.crypto.subtle) as Record<string, AnyFunction>;
	for (const key of Object.getOwnPropertyNames(subtle)) if (key !== 'constructor') wrap(subtle, key);
}
