import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

export const trace_events: BindingInstaller = (binding) => {
	const isEnabled = new Uint8Array(1);
	binding.available = false;
	binding.getEnabledCategories = noop;
	binding.setTraceCategoryStateUpdateHandler = noop;
	binding.trace = noop;
	binding.getCategoryEnabledBuffer = () => isEnabled;
	binding.isTraceCategoryEnabled = () => false;
};
