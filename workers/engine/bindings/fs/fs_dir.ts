import type { BindingInstaller, Runtime } from '../../process/runtime';
import { PathArguments, type PathArgument } from './fs-paths';
import { complete, isRequest } from './fs-requests';

/** `internalBinding('fs_dir')`: directory handles for `fs.opendir`. The entries are read when the handle opens. */
export const fs_dir: BindingInstaller = (binding, runtime) => {
	const paths = new PathArguments(runtime);
	const open = (path: PathArgument): DirHandle => {
		const inode = paths.find(path, 'opendir');
		return new DirHandle(
			runtime,
			paths,
			paths.check(runtime.fs.readdir(inode), 'opendir', paths.text(path)) as (string | number)[]
		);
	};
	binding.DirHandle = DirHandle;
	binding.opendirSync = open;
	binding.opendir = (path: PathArgument, _encoding: unknown, request: unknown) => deliver(runtime, request, () => open(path));
};

class DirHandle {
	readonly #runtime: Runtime;
	readonly #paths: PathArguments;
	readonly #entries: (string | number)[];
	#next = 0;

	constructor(runtime: Runtime, paths: PathArguments, entries: (string | number)[]) {
		this.#runtime = runtime;
		this.#paths = paths;
		this.#entries = entries;
	}

	getAsyncId(): number {
		return 0;
	}

	/** Up to `count` entries as `[name, type, ...]`, or null at the end. */
	read(encoding: unknown, count: number, request: unknown): unknown {
		return deliver(this.#runtime, request, () => {
			const part = this.#entries.slice(this.#next, this.#next + count * 2);
			this.#next += part.length;
			if (part.length === 0) return null;
			return part.map((entry) => (typeof entry === 'string' ? this.#paths.encoded(entry, encoding) : entry));
		});
	}

	close(request: unknown): unknown {
		return deliver(this.#runtime, request, () => undefined);
	}
}

/** Runs now; the outcome goes to the request when there is one. */
function deliver(runtime: Runtime, request: unknown, operation: () => unknown): unknown {
	if (!isRequest(runtime, request)) return operation();
	try {
		return complete(runtime, request, { result: operation() });
	} catch (error) {
		return complete(runtime, request, { error });
	}
}
