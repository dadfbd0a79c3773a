import type { BindingInstaller } from '../../process/runtime';

/** Node's loader of its own lib: sources are functions of the packs already. */
export const builtins: BindingInstaller = (binding, runtime) => {
	const ids = (runtime as unknown as { builtinIds: string[] }).builtinIds;
	binding.natives = Object.fromEntries(ids.map((id) => [id, '']));
	binding.compileFunction = (id: string) => runtime.compileBuiltin(id);
	binding.hasCachedBuiltins = () => true;
	binding.setInternalLoaders = (internalBinding: typeof runtime.internalBinding, require: typeof runtime.require) => {
		runtime.internalBinding = internalBinding;
		runtime.require = require;
	};
};
