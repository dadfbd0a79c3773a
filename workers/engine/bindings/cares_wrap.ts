import { isIPv4, isIPv6, ipv6Bytes } from './ip-address';
import type { BindingInstaller } from '../process/runtime';

/** Every name is this machine: servers listen inside the tab. */
export const cares_wrap: BindingInstaller = (binding, runtime) => {
	binding.getaddrinfo = (request: { oncomplete: (error: null | number, addresses: string[]) => void }, hostname: string, family: number) => {
		const address = isIPv4(hostname) || isIPv6(hostname) ? hostname : family === 6 ? '::1' : '127.0.0.1';
		runtime.loop.macro(() => request.oncomplete(null, [address]));
		return 0;
	};
	binding.canonicalizeIP = (address: string) => (isIPv4(address) || isIPv6(address) ? address.toLowerCase() : undefined);
	binding.convertIpv6StringToBuffer = (address: string) => (isIPv6(String(address)) ? runtime.Buffer.from(ipv6Bytes(address)) : undefined);
	binding.ChannelWrap.prototype.getServers = () => [];
	binding.ChannelWrap.prototype.setServers = () => 0;
};
