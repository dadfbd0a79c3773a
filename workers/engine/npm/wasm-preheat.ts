/**
 * Compiles the large WebAssembly modules of packages while these are being installed, from an address: a browser keeps what it has
 * compiled and optimized by address, so that a database or a compiler starts with fast code in the next session. Programs compile the
 * bytes in their file system; the host finds by these bytes that it has the module already, as long as somebody holds it. Wrong bytes
 * from the server are therefore never found.
 */
import { setNewest } from '../set-newest';
import type { Registry } from './registry';

export interface WasmFile {
	/** Path of the package's archive in its registry. */
	tarball: string;
	/** Path in the package. */
	path: string;
	byteLength: number;
}

/** Smaller ones are compiled faster than they are fetched. */
const WORTH_IT_BYTES = 1024 * 1024;

export class WasmPreheat {
	readonly #modules = new Map<string, Promise<WebAssembly.Module | null>>();

	constructor(
		private readonly compile: (url: string) => Promise<WebAssembly.Module> = (url) => WebAssembly.compileStreaming(fetch(url))
	) {}

	/** Nothing waits for it, and a failure costs nothing: the program compiles for itself. */
	start(registry: Registry, { tarball, path, byteLength }: WasmFile): void {
		const url = byteLength < WORTH_IT_BYTES ? null : registry.wasmUrl(tarball, path);
		if (!url || this.#modules.has(url)) return;
		const module = this.compile(url).catch(() => {
			this.#modules.delete(url);
			return null;
		});
		setNewest(this.#modules, url, module);
	}
}
