/** How many modules of WebAssembly are kept: compilers, bundlers and a database, in two versions each. */
const MAX_MODULES = 8;

/**
 * Modules of WebAssembly that processes have compiled. The host compiles the same bytes once, optimizes them once, and shares both
 * between workers, as long as somebody holds the module; processes end, the kernel stays.
 */
export class CompiledModules {
	readonly #modules = new Map<string, WebAssembly.Module>();

	keep(module: WebAssembly.Module, byteLength: number): void {
		// Bytes are not at hand here; size and names tell modules apart well enough for what is only kept warm.
		const names = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)].map(({ name }) => name);
		const key = `${byteLength} ${names.join(' ')}`;
		this.#modules.delete(key);
		this.#modules.set(key, module);
		for (const oldest of this.#modules.keys()) {
			if (this.#modules.size <= MAX_MODULES) break;
			this.#modules.delete(oldest);
		}
	}
}
