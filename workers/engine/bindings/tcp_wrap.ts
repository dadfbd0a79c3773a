import type { BindingInstaller } from '../process/runtime';
import { LoopbackSocket, type ConnectRequest } from './loopback-socket';
import { AsyncWrap, callLater } from './stream-base';

interface Address {
	address?: string;
	family?: string;
	port?: number;
}

const LOOPBACK = '127.0.0.1';

/** TCP, on the loopback only. */
export const tcp_wrap: BindingInstaller = (binding, runtime) => {
	class TCP extends LoopbackSocket {
		#boundAddress = LOOPBACK;

		constructor(readonly type: number) {
			super(runtime);
		}

		protected override makeClient(): TCP {
			return new TCP(0);
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
			return this.listenOn(this.localPort);
		}

		connect(request: ConnectRequest, address: string, port: number): number {
			if (!isLoopback(address)) {
				callLater(request, () => request.oncomplete(runtime.uv.UV_ENETUNREACH ?? -101, this, request, false, false));
				return 0;
			}
			return this.connectTo(request, port);
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
	}

	binding.TCP = TCP;
	binding.TCPConnectWrap = class TCPConnectWrap extends AsyncWrap {};
};

function isLoopback(address: string): boolean {
	return /^(127\.|0\.0\.0\.0$|::1$|::$|::ffff:127\.|localhost$)/.test(address);
}
