import type { BindingInstaller } from '../process/runtime';
import { noop } from './noop';

export const inspector: BindingInstaller = (binding, { host }) => {
	binding.isEnabled = () => false;
	binding.setConsoleExtensionInstaller = noop;
	binding.consoleCall = noop;
	binding.console = host.console;
};
