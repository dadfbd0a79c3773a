import type { BindingInstaller } from '../../process/runtime';

export const block_list: BindingInstaller = (binding) => {
	binding.BlockList.prototype.getRules = () => [];
};
