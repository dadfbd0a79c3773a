import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** Async ids and the execution stack of async_hooks. */
export const async_wrap: BindingInstaller = (binding, runtime) => {
	runtime.hooks.asyncIdFields = binding.async_id_fields;
	const stackLength = binding.constants.kStackLength as number;
	const hookFields = binding.async_hook_fields as Uint32Array;
	const ids = binding.async_id_fields as Float64Array;
	const stack: [number, number][] = [];

	for (const name of ['setupHooks', 'setCallbackTrampoline', 'setPromiseHooks', 'registerDestroyHook', 'queueDestroyAsyncId'])
		binding[name] = noop;
	binding.getPromiseHooks = () => [undefined, undefined, undefined, undefined];
	binding.pushAsyncContext = (asyncId: number, triggerId: number) => {
		hookFields[stackLength] = (hookFields[stackLength] ?? 0) + 1;
		stack.push([ids[0] ?? 0, ids[1] ?? 0]);
		ids[0] = asyncId;
		ids[1] = triggerId;
	};
	binding.popAsyncContext = () => {
		const previous = stack.pop();
		hookFields[stackLength] = Math.max(0, (hookFields[stackLength] ?? 0) - 1);
		if (previous) [ids[0], ids[1]] = previous;
		return (hookFields[stackLength] ?? 0) > 0;
	};
	binding.clearAsyncIdStack = () => {
		stack.length = 0;
		hookFields[stackLength] = 0;
		ids[0] = 0;
		ids[1] = 0;
	};
	binding.executionAsyncResource = (index: number) => binding.execution_async_resources[index];
};
