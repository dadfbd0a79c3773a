import { S_IFSOCK } from '../../fs/errno';
import type { BindingInstaller } from '../../process/runtime';
import { Loopback, type Accepted, type Connected } from '../net/loopback';
import { AsyncWrap, callLater } from './handle-wrap';
import { RingStream } from './ring-stream';

interface ConnectRequest {
	oncomplete(status: number, handle: unknown, request: unknown, isReadable: boolean, isWritable: boolean): void;
}

const SOCKET_MODE = S_IFSOCK | 0o755;

/** Names that start so are no files (Linux's abstract sockets). */
const ABSTRACT = '\0';

/** Pipes: inherited descriptors, the parent's ends of a child's stdio, and unix sockets, which the kernel knows by their path. */
export const pipe_wrap: BindingInstaller = (binding, runtime) => {
	const loopback = Loopback.of(runtime);
	const absolute = (path: string) =>
		path.startsWith(ABSTRACT) ? path : (runtime.require('path') as typeof import('node:path')).resolve(runtime.cwd(), path);
	const hasFile = (path: string) => runtime.fs.walk(path, true) >= 0;

	binding.PipeConnectWrap = class PipeConnectWrap extends AsyncWrap {};
	class Pipe extends RingStream {
		onconnection?: (status: number, client: Pipe) => void;
		#path = '';
		#listenerId = 0;
		#port = 0;

		constructor(readonly type: number) {
			super();
		}

		override isActive(): boolean {
			return this.#listenerId !== 0 || super.isActive();
		}

		open(fd: number): number {
			const descriptor = runtime.fds.get(fd);
			if (!descriptor) return runtime.uv.UV_EBADF ?? -9;
			if (descriptor.kind === 'file') return runtime.uv.UV_EINVAL ?? -22;
			if (descriptor.kind === 'null') this.attachNull(fd);
			else this.attach(descriptor.readRing ?? 0, descriptor.writeRing ?? 0, fd);
			return 0;
		}

		/** The name is a file of its own kind: it exists, and can be removed. */
		bind(path: string): number {
			this.#path = absolute(path);
			if (this.#path.startsWith(ABSTRACT)) return 0;
			const inode = runtime.fs.create(this.#path, SOCKET_MODE, true);
			if (inode === (runtime.uv.UV_EEXIST ?? -17)) return runtime.uv.UV_EADDRINUSE ?? -98;
			// As libuv answers for a folder that is not there.
			if (inode === (runtime.uv.UV_ENOENT ?? -2)) return runtime.uv.UV_EACCES ?? -13;
			return Math.min(0, inode);
		}

		listen(): number {
			const result = loopback.listen(this, { path: this.#path });
			if (result.errno !== undefined) return result.errno;
			this.#listenerId = result.id;
			this.#port = result.port;
			return 0;
		}

		connect(request: ConnectRequest, name: string): number {
			const path = absolute(name);
			if (path.startsWith(ABSTRACT) || hasFile(path)) loopback.connect(this, request, { path });
			else callLater(request, () => request.oncomplete(runtime.uv.UV_ENOENT ?? -2, this, request, false, false));
			return 0;
		}

		fchmod(): number {
			return 0;
		}

		accept({ readRing, writeRing }: Accepted): void {
			const client = new Pipe(0);
			client.attach(readRing, writeRing);
			this.onconnection?.(0, client);
		}

		settleConnect(request: ConnectRequest, { errno, readRing = 0, writeRing = 0 }: Connected): void {
			if (errno) {
				this.cancelPendingWrites();
				return request.oncomplete(errno, this, request, false, false);
			}
			if (this.isClosed) return loopback.release(readRing, writeRing);
			this.attach(readRing, writeRing);
			request.oncomplete(0, this, request, true, true);
		}

		protected override onClose(): void {
			super.onClose();
			if (!this.#listenerId) return;
			loopback.unlisten(this.#listenerId, this.#port);
			this.#listenerId = 0;
			if (!this.#path.startsWith(ABSTRACT)) runtime.fs.unlink(this.#path);
		}
	}
	binding.Pipe = Pipe;
};
