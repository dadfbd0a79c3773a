import type { BindingInstaller } from '../../process/runtime';
import { callLater } from '../streams/handle-wrap';

interface AddressRequest {
	oncomplete(error: number | null, addresses?: readonly string[]): void;
}

interface NameRequest {
	oncomplete(error: number | null, hostname?: string, service?: string): void;
}

const LOCAL_NAMES = /^(localhost|.*\.localhost|127\..*|0\.0\.0\.0|::1|::|tabsmith)$/;
const AF_INET6 = 10;

/** Names: only this machine's own resolve; there is no DNS in a tab. */
export const cares_wrap: BindingInstaller = (binding, runtime) => {
	binding.getaddrinfo = (request: AddressRequest, hostname: string, family: number) => {
		callLater(request, () => {
			if (!LOCAL_NAMES.test(hostname)) return request.oncomplete(runtime.uv.UV_EAI_NONAME ?? -3008);
			// Servers and clients here know no difference between the two loopback addresses.
			request.oncomplete(null, [family === AF_INET6 || family === 6 ? '::1' : '127.0.0.1']);
		});
		return 0;
	};
	binding.getnameinfo = (request: NameRequest, _address: string, port: number) => {
		callLater(request, () => request.oncomplete(null, 'localhost', String(port)));
		return 0;
	};
	binding.canonicalizeIP = (address: string) => canonicalAddress(address);
	binding.convertIpv6StringToBuffer = (address: string) => {
		const bytes = ipv6Bytes(address);
		return bytes ? runtime.Buffer.from(bytes) : undefined;
	};
	binding.strerror = (code: string | number) => `DNS error ${code}`;
	const channel = binding.ChannelWrap.prototype as Record<string, unknown>;
	channel.getServers = () => [];
	channel.setServers = () => 0;
	channel.setLocalAddress = () => undefined;
	channel.cancel = () => undefined;
	for (const name of Object.keys(binding.ChannelWrap.prototype as object)) {
		if (!/^(query|getHostByAddr)/.test(name)) continue;
		channel[name] = (request: { oncomplete(error: string): void }) => {
			callLater(request, () => request.oncomplete('ENOTFOUND'));
			return 0;
		};
	}
};

function canonicalAddress(address: string): string | undefined {
	if (!address.includes(':')) return /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? address : undefined;
	try {
		return new URL(`http://[${address}]`).hostname.slice(1, -1);
	} catch {
		return undefined;
	}
}

function ipv6Bytes(address: string): Uint8Array | null {
	const canonical = address.includes(':') ? canonicalAddress(address) : undefined;
	if (!canonical) return null;
	const [head = '', tail] = canonical.split('::');
	const groups = (part: string) => (part ? part.split(':').map((group) => parseInt(group, 16)) : []);
	const first = groups(head);
	const last = tail === undefined ? [] : groups(tail);
	const words = [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last];
	return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 255]));
}
