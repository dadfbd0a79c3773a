import { setNewest } from '../set-newest';

/**
 * Modules of WebAssembly that processes have compiled. The host compiles the same bytes once, optimizes them once, and shares both
 * between workers, as long as somebody holds the module; processes end, the kernel stays.
 */
export class CompiledModules {
	readonly #modules = new Map<string, WebAssembly.Module>();

	keep(module: WebAssembly.Module, byteLength: number): void {
		// Bytes are not at hand here; size and names tell modules apart well enough for what is only kept warm.
		const names = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)].map(({ name }) => name);
		setNewest(this.#modules, `${byteLength} ${names.join(' ')}`, module);
	}
}
