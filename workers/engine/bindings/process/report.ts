import type { BindingInstaller } from '../../process/runtime';

/** Diagnostic reports are off; asking whether they are must work. */
export const report: BindingInstaller = (binding) => {
	for (const name of Object.keys(binding))
		if (/^(set|get|should)/.test(name) && typeof binding[name] === 'function') binding[name] = () => false;
};
