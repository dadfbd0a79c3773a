import type { BindingInstaller } from '../process/runtime';
import { AsyncWrap, callLater, RingStream } from './stream-base';

interface ConnectRequest {
	oncomplete(status: number, handle: unknown, request: unknown, isReadable: boolean, isWritable: boolean): void;
}

/** Pipes: inherited descriptors and the parent's ends of a child's stdio. Named (unix) sockets are not there: ENOENT. */
export const pipe_wrap: BindingInstaller = (binding, runtime) => {
	binding.PipeConnectWrap = class PipeConnectWrap extends AsyncWrap {};
	binding.Pipe = class Pipe extends RingStream {
		constructor(readonly type: number) {
			super();
		}

		open(fd: number): number {
			const descriptor = runtime.fds.get(fd);
			if (!descriptor) return runtime.uv.UV_EBADF ?? -9;
			if (descriptor.kind === 'file') return runtime.uv.UV_EINVAL ?? -22;
			if (descriptor.kind === 'null') this.attachNull(fd);
			else this.attach(descriptor.readRing ?? 0, descriptor.writeRing ?? 0, fd);
			return 0;
		}

		bind(): number {
			return runtime.uv.UV_ENOTSUP ?? -95;
		}

		listen(): number {
			return runtime.uv.UV_ENOTSUP ?? -95;
		}

		connect(request: ConnectRequest): number {
			callLater(request, () => request.oncomplete(runtime.uv.UV_ENOENT ?? -2, this, request, false, false));
			return 0;
		}

		fchmod(): number {
			return 0;
		}
	};
};
