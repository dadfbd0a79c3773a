import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';
import { unavailable } from '../misc/unavailable';

const HINT = "Use the browser's developer tools: each process is a worker there.";

/** Nobody can debug or profile a program from within: a page has no access to the inspector of its browser. */
export const inspector: BindingInstaller = (binding, { host }) => {
	binding.isEnabled = () => false;
	binding.url = () => undefined;
	binding.setConsoleExtensionInstaller = noop;
	binding.consoleCall = noop;
	binding.console = host.console;
	binding.emitProtocolEvent = noop;
	binding.putNetworkResource = noop;
	binding.waitForDebugger = () => false;
	binding.open = () => {
		throw unavailable('inspector.open', HINT);
	};
	// Node's Session makes one when it connects.
	binding.Connection = class {
		constructor() {
			throw unavailable('inspector.Session.connect', HINT);
		}
	};
	binding.MainThreadConnection = class {
		constructor() {
			throw unavailable('inspector.Session.connectToMainThread', HINT);
		}
	};
};
