import type { BindingInstaller } from '../../process/runtime';
import { Loopback, type Accepted, type Connected } from './loopback';
import { AsyncWrap, callLater } from '../streams/handle-wrap';
import { RingStream } from '../streams/ring-stream';

interface ConnectRequest {
	oncomplete(status: number, handle: unknown, request: unknown, isReadable: boolean, isWritable: boolean): void;
}

interface Address {
	address?: string;
	family?: string;
	port?: number;
}

const LOOPBACK = '127.0.0.1';

/** TCP on the loopback; the world outside is not reachable by it. */
export const tcp_wrap: BindingInstaller = (binding, runtime) => {
	const loopback = Loopback.of(runtime);

	class TCP extends RingStream {
		onconnection?: (status: number, client: TCP) => void;
		localPort = 0;
		remotePort = 0;
		#boundAddress = LOOPBACK;
		#listenerId = 0;

		constructor(readonly type: number) {
			super();
		}

		override isActive(): boolean {
			return this.#listenerId !== 0 || super.isActive();
		}

		open(fd: number): number {
			const descriptor = runtime.fds.get(fd);
			if (descriptor?.kind !== 'ring') return runtime.uv.UV_EBADF ?? -9;
			this.attach(descriptor.readRing ?? 0, descriptor.writeRing ?? 0, fd);
			return 0;
		}

		bind(address: string, port: number): number {
			this.#boundAddress = address;
			this.localPort = port;
			return 0;
		}

		bind6(address: string, port: number): number {
			return this.bind(address, port);
		}

		listen(): number {
			const result = loopback.listen(this, { port: this.localPort });
			if (result.errno !== undefined) return result.errno;
			this.localPort = result.port;
			this.#listenerId = result.id;
			return 0;
		}

		connect(request: ConnectRequest, address: string, port: number): number {
			if (!isLoopback(address)) {
				callLater(request, () => request.oncomplete(runtime.uv.UV_ENETUNREACH ?? -101, this, request, false, false));
				return 0;
			}
			this.remotePort = port;
			loopback.connect(this, request, { port });
			return 0;
		}

		connect6(request: ConnectRequest, address: string, port: number): number {
			return this.connect(request, address, port);
		}

		getsockname(out: Address): number {
			const isWide = this.#boundAddress.includes(':');
			Object.assign(out, { address: this.#boundAddress, family: isWide ? 'IPv6' : 'IPv4', port: this.localPort });
			return 0;
		}

		getpeername(out: Address): number {
			if (!this.remotePort) return runtime.uv.UV_ENOTCONN ?? -107;
			Object.assign(out, { address: LOOPBACK, family: 'IPv4', port: this.remotePort });
			return 0;
		}

		setNoDelay(): number {
			return 0;
		}

		setKeepAlive(): number {
			return 0;
		}

		setSimultaneousAccepts(): number {
			return 0;
		}

		setTypeOfService(): number {
			return 0;
		}

		getTypeOfService(): number {
			return 0;
		}

		reset(callback?: () => void): number {
			this.close(callback);
			return 0;
		}

		accept({ readRing, writeRing, remotePort }: Accepted): void {
			const client = new TCP(0);
			client.localPort = this.localPort;
			client.remotePort = remotePort;
			client.attach(readRing, writeRing);
			this.onconnection?.(0, client);
		}

		settleConnect(request: ConnectRequest, message: Connected): void {
			if (message.errno) {
				this.remotePort = 0;
				this.cancelPendingWrites();
				return request.oncomplete(message.errno, this, request, false, false);
			}
			const { readRing = 0, writeRing = 0, localPort = 0 } = message;
			if (this.isClosed) return loopback.release(readRing, writeRing);
			this.localPort = localPort;
			this.attach(readRing, writeRing);
			request.oncomplete(0, this, request, true, true);
		}

		protected override onClose(): void {
			super.onClose();
			if (!this.#listenerId) return;
			loopback.unlisten(this.#listenerId, this.localPort);
			this.#listenerId = 0;
		}
	}

	binding.TCP = TCP;
	binding.TCPConnectWrap = class TCPConnectWrap extends AsyncWrap {};
};

function isLoopback(address: string): boolean {
	return /^(127\.|0\.0\.0\.0$|::1$|::$|::ffff:127\.|localhost$)/.test(address);
}
