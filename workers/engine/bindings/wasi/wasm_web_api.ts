import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** compileStreaming is the host's own. */
export const wasm_web_api: BindingInstaller = (binding) => {
	binding.setImplementation = noop;
};
