/** How many modules of WebAssembly are held: compilers, bundlers and a database, in two versions each. */
const MAX_MODULES = 8;

/** Adds to what is held, as its newest, and lets go of the oldest where that is one too many. */
export function setNewest<T>(modules: Map<string, T>, key: string, module: T): void {
	modules.delete(key);
	modules.set(key, module);
	const [oldest] = modules.keys();
	if (modules.size > MAX_MODULES && oldest !== undefined) modules.delete(oldest);
}
