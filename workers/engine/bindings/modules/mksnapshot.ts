import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** Startup snapshots do not exist here. */
export const mksnapshot: BindingInstaller = (binding) => {
	for (const name of ['setSerializeCallback', 'setDeserializeCallback', 'setDeserializeMainFunction']) binding[name] = noop;
};
