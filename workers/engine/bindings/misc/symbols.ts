import type { BindingInstaller } from '../../process/runtime';

/** Symbols shared by native code and Node's lib; other bindings read them from the runtime. */
export const symbols: BindingInstaller = (binding, runtime) => {
	runtime.symbols = binding;
};
