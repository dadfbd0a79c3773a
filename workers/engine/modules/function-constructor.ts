import type { Runtime } from '../process/runtime';
import { rewriteDynamicImports } from './dynamic-import';

/** The realm's own constructor, for the engine's use. */
export const NativeFunction = Function;

/**
 * Makes `new Function('x', 'return import(x)')`, which tools write to keep their compiler's hands off `import()`, import as on Node:
 * from the file that makes the function. Everything else goes to the realm's own constructor.
 */
export function installFunctionConstructor(runtime: Runtime): void {
	const make = (args: unknown[], newTarget: unknown): object => {
		const body = args.at(-1);
		if (typeof body === 'string' && /\bimport\s*\(/.test(body)) {
			const referrer = runtime.symbols.vm_dynamic_import_default_internal as symbol;
			args = [...args.slice(0, -1), rewriteDynamicImports(runtime, body, { referrer, name: callerFile(runtime) })];
		}
		return Reflect.construct(NativeFunction, args as string[], newTarget as FunctionConstructor);
	};
	const constructor: FunctionConstructor = new Proxy(NativeFunction, {
		apply: (_target, _self, args) => make(args, NativeFunction),
		construct: (_target, args, newTarget) => make(args, newTarget === constructor ? NativeFunction : newTarget)
	});
	Object.defineProperty(globalThis, 'Function', { value: constructor, writable: true, configurable: true });
	Object.defineProperty(NativeFunction.prototype, 'constructor', { value: constructor, writable: true, configurable: true });
}

/** Path or file URL of the program's file nearest on the stack. */
function callerFile(runtime: Runtime): string {
	const earlier = Error.prepareStackTrace;
	try {
		Error.prepareStackTrace = (_error, sites) => sites;
		const sites = new Error().stack as unknown as NodeJS.CallSite[];
		for (const site of sites) {
			const name = site.getScriptNameOrSourceURL();
			if (name && (name.startsWith('/') || name.startsWith('file:'))) return name;
		}
	} finally {
		Error.prepareStackTrace = earlier;
	}
	return `${runtime.cwd()}/[eval]`;
}
