import type { ProcessRuntime } from './process-runtime';
import type { BindingInstaller } from './runtime';
import { stubBinding, type StubBases } from './stub-bindings';

type Binding = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- Node's untyped internals

/** What stands in for Node's native code: by the binding's name, and the classes that stubs extend. */
export interface Bindings {
	installers: Readonly<Record<string, BindingInstaller>>;
	bases: StubBases;
}

/** Bootstraps Node's own lib on our bindings: the same scripts in the same order as `node::Realm::BootstrapRealm`. */
export function bootRealm(runtime: ProcessRuntime, bindings: Bindings): void {
	const getBinding = bindingLoader(runtime, bindings);
	runtime.internalBinding = getBinding;
	const { privateSymbols } = getBinding('util');
	const perIsolateSymbols = getBinding('symbols');
	const perContext: Record<string, unknown> = {};
	const contextArguments = [perContext, runtime.primordials, privateSymbols, perIsolateSymbols];
	for (const name of ['primordials', 'domexception', 'messageport'])
		runtime.runBuiltin(`internal/per_context/${name}`, contextArguments);
	runtime.hooks.DOMException = perContext.DOMException as typeof DOMException;
	runtime.hooks.emitMessage = perContext.emitMessage as typeof runtime.hooks.emitMessage;

	runtime.process = makeProcess(runtime, privateSymbols as Record<string, symbol>);
	const noLinkedBinding = (name: string) => {
		throw new Error(`No such binding: ${name}`);
	};
	runtime.runBuiltin('internal/bootstrap/realm', [runtime.process, noLinkedBinding, getBinding, runtime.primordials]);
	runtime.runMain('internal/bootstrap/node');
	runtime.Buffer = (runtime.require('buffer') as { Buffer: typeof runtime.Buffer }).Buffer;
	runtime.runMain('internal/bootstrap/web/exposed-wildcard');
	runtime.runMain('internal/bootstrap/web/exposed-window-or-worker');
	runtime.runMain(`internal/bootstrap/switches/${runtime.isThread ? 'is_not_main_thread' : 'is_main_thread'}`);
	runtime.runMain(`internal/bootstrap/switches/${runtime.isThread ? 'does_not_own_process_state' : 'does_own_process_state'}`);
}

function bindingLoader(runtime: ProcessRuntime, { installers, bases }: Bindings): (name: string) => Binding {
	const loaded = new Map<string, Binding>();
	return (name) => {
		const present = loaded.get(name);
		if (present) return present;
		const binding: Binding = name === 'internal_only_v8' ? { queryObjects: () => [] } : stubBinding(runtime.shapes, name, bases);
		loaded.set(name, binding);
		installers[name]?.(binding, runtime);
		return binding;
	};
}

/** `process` as native code makes it, before bootstrap fills it: an object whose prototype's constructor is named `process`. */
function makeProcess(runtime: ProcessRuntime, privateSymbols: Record<string, symbol>): NodeJS.Process {
	function process() {}
	const prototype = Object.create(null, { constructor: { value: process, writable: true, configurable: true } }) as object;
	process.prototype = prototype;
	Object.setPrototypeOf(prototype, Object.prototype);
	const { versions, release } = runtime.shapes.__extras;
	return Object.assign(Object.create(prototype) as Record<string | symbol, unknown>, {
		version: `v${versions.node}`,
		versions: { ...versions },
		arch: 'x64',
		platform: 'linux',
		release: { ...release },
		env: runtime.env,
		title: 'node',
		argv: runtime.argv.slice(),
		execArgv: [],
		pid: runtime.pid,
		ppid: runtime.parentPid,
		execPath: '/usr/local/bin/node',
		[privateSymbols.exit_info_private_symbol ?? Symbol()]: new Int32Array(3)
	}) as unknown as NodeJS.Process;
}
