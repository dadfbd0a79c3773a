import type { Runtime } from './runtime';

/** Code smaller than this is compiled again faster than it is kept. */
const WORTH_KEEPING_BYTES = 256 * 1024;

type Compiled = WebAssembly.Module | WebAssembly.WebAssemblyInstantiatedSource;

/**
 * Gives the kernel every large module that the program compiles. The host compiles and optimizes the same bytes only once, for all
 * workers, as long as somebody holds the module: a second run of a compiler or a database starts with fast code.
 */
export function shareCompiledModules(runtime: Runtime): void {
	const share = (module: WebAssembly.Module, { byteLength }: { byteLength: number }) => {
		if (byteLength >= WORTH_KEEPING_BYTES) runtime.post({ type: 'compiled', module, byteLength });
	};
	const { Module, compile, instantiate } = WebAssembly;
	const SharedModule = new Proxy(Module, {
		construct(target, args: [BufferSource], newTarget) {
			const module = Reflect.construct(target, args, newTarget) as WebAssembly.Module;
			share(module, args[0]);
			return module;
		}
	});
	Object.defineProperty(Module.prototype, 'constructor', { value: SharedModule, writable: true, configurable: true });
	Object.defineProperty(WebAssembly, 'Module', { value: SharedModule, writable: true, configurable: true });
	const sharing = (original: (...args: never[]) => Promise<Compiled>) =>
		function (this: unknown, ...args: unknown[]): Promise<Compiled> {
			const result = Reflect.apply(original, this, args) as Promise<Compiled>;
			result.then(
				(compiled) => {
					if ('module' in compiled) share(compiled.module, args[0] as ArrayBuffer);
					else if (compiled instanceof Module) share(compiled, args[0] as ArrayBuffer);
				},
				() => undefined
			);
			return result;
		};
	Object.assign(WebAssembly, { compile: sharing(compile), instantiate: sharing(instantiate) });
}
