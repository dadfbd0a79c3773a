import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** `require('http2')` loads; making a session throws, naming what is missing. */
export const http2: BindingInstaller = (binding) => {
	binding.setCallbackFunctions = noop;
	binding.setConstants = noop;
};
