import type { BindingInstaller } from '../../process/runtime';

/** What this build of Node has. */
export const config: BindingInstaller = (binding) => {
	binding.hasInspector = false;
	binding.hasTracing = false;
	binding.fipsMode = false;
	binding.getDefaultLocale = () => 'en-US';
};
