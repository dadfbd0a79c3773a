import { fromShape, type Shape, type StubBases } from '../../process/stub-bindings';
import type { BindingInstaller } from '../../process/runtime';

/** libuv's error numbers, names and texts. */
export const uv: BindingInstaller = (binding, runtime) => {
	const errors = fromShape(runtime.shapes.__extras.uvErrMap as Shape, 'uv', {} as StubBases) as Map<number, [string, string]>;
	binding.getErrorMap = () => errors;
	binding.errname = (errno: number) => errors.get(errno)?.[0] ?? `Unknown system error ${errno}`;
	binding.getErrorMessage = (errno: number) => errors.get(errno)?.[1];
	runtime.uv = binding;
};
