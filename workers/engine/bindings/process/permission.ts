import type { BindingInstaller } from '../../process/runtime';

/** The permission model is off: everything inside the tab is allowed. */
export const permission: BindingInstaller = (binding) => {
	binding.has = () => true;
};
