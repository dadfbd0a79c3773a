import type { BindingInstaller } from '../../process/runtime';
import { AsyncWrap } from './handle-wrap';
import { LibuvStreamWrap } from './stream-base';

/** Request objects of streams, and the shared state that tells Node what the last read or write did. */
export const stream_wrap: BindingInstaller = (binding) => {
	binding.WriteWrap = class WriteWrap extends AsyncWrap {};
	binding.ShutdownWrap = class ShutdownWrap extends AsyncWrap {};
	binding.LibuvStreamWrap = LibuvStreamWrap;
};
