import { S_IFMT, S_IFSOCK } from '../fs/errno';
import type { BindingInstaller } from '../process/runtime';
import { LoopbackSocket, type ConnectRequest } from './loopback-socket';
import { AsyncWrap, callLater } from './stream-base';

const SOCKET_MODE = S_IFSOCK | 0o755;

/** Pipes: inherited descriptors, the parent's ends of a child's stdio, and named (unix) sockets. */
export const pipe_wrap: BindingInstaller = (binding, runtime) => {
	const { uv, fs } = runtime;
	const absolute = (path: string) => (path.startsWith('/') ? path : `${runtime.cwd()}/${path}`);

	/** A named socket is a file of its own kind whose content is the port that the kernel listens on for it. */
	class Pipe extends LoopbackSocket {
		/** Absolute path of the file that this handle made; it goes when the handle closes. */
		#boundPath: string | null = null;

		constructor(readonly type: number) {
			super(runtime);
		}

		protected override makeClient(): Pipe {
			return new Pipe(0);
		}

		open(fd: number): number {
			const descriptor = runtime.fds.get(fd);
			if (!descriptor) return uv.UV_EBADF ?? -9;
			if (descriptor.kind === 'file') return uv.UV_EINVAL ?? -22;
			if (descriptor.kind === 'null') this.attachNull(fd);
			else this.attach(descriptor.readRing ?? 0, descriptor.writeRing ?? 0, fd);
			return 0;
		}

		bind(name: string): number {
			if (name.startsWith('\0')) return uv.UV_ENOTSUP ?? -95;
			const path = absolute(name);
			const inode = fs.create(path, SOCKET_MODE, true);
			if (inode === (uv.UV_EEXIST ?? -17)) return uv.UV_EADDRINUSE ?? -98;
			// libuv says EACCES where a folder is missing, as it does on Windows.
			if (inode < 0) return inode === (uv.UV_ENOENT ?? -2) ? (uv.UV_EACCES ?? -13) : inode;
			this.#boundPath = path;
			return 0;
		}

		listen(): number {
			const path = this.#boundPath;
			if (!path) return uv.UV_EINVAL ?? -22;
			const errno = this.listenOn('named');
			if (errno) return errno;
			return Math.min(0, fs.writeFile(path, new TextEncoder().encode(String(this.localPort))));
		}

		connect(request: ConnectRequest, name: string): number {
			const port = portOf(absolute(name));
			if (port > 0) return this.connectTo(request, port);
			callLater(request, () => request.oncomplete(port, this, request, false, false));
			return 0;
		}

		fchmod(): number {
			return 0;
		}

		protected override onClose(): void {
			super.onClose();
			if (this.#boundPath) fs.unlink(this.#boundPath);
			this.#boundPath = null;
		}
	}

	/** The port behind a socket's file, or a negative errno. */
	function portOf(path: string): number {
		const inode = fs.walk(path);
		if (inode < 0) return inode;
		if ((fs.mode(inode) & S_IFMT) !== S_IFSOCK) return uv.UV_ECONNREFUSED ?? -111;
		const bytes = fs.readFile(path);
		const port = typeof bytes === 'number' ? 0 : Number(new TextDecoder().decode(bytes));
		return port > 0 ? port : (uv.UV_ECONNREFUSED ?? -111);
	}

	binding.PipeConnectWrap = class PipeConnectWrap extends AsyncWrap {};
	binding.Pipe = Pipe;
};
