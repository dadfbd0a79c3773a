import { patchPromiseThen } from '../../process/async-context';
import type { BindingInstaller } from '../../process/runtime';

/** The frame variable of AsyncLocalStorage; the first frame switches on its propagation through promises. */
export const async_context_frame: BindingInstaller = (binding, runtime) => {
	binding.getContinuationPreservedEmbedderData = () => runtime.hooks.contextFrame;
	binding.setContinuationPreservedEmbedderData = (frame: unknown) => {
		if (frame !== undefined) patchPromiseThen(runtime);
		runtime.hooks.contextFrame = frame;
	};
};
