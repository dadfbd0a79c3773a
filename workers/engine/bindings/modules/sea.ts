import type { BindingInstaller } from '../../process/runtime';

export const sea: BindingInstaller = (binding) => {
	binding.isSea = () => false;
	binding.isExperimentalSeaWarningNeeded = () => false;
};
