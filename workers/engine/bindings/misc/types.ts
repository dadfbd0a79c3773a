import type { BindingInstaller } from '../../process/runtime';
import { typeChecks } from '../../process/type-checks';

/** util.types. */
export const types: BindingInstaller = (binding) => {
	Object.assign(binding, typeChecks);
};
