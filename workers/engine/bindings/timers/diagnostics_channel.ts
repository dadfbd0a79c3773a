import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** Native channels publish nothing here; the JavaScript ones are Node's own. */
export const diagnostics_channel: BindingInstaller = (binding) => {
	for (const name of Object.keys(binding)) if (typeof binding[name] === 'function') binding[name] = noop;
};
