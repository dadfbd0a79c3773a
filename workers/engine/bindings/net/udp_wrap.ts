import type { BindingInstaller } from '../../process/runtime';
import { AsyncWrap, HandleWrap } from '../streams/handle-wrap';

/** UDP: no datagrams in a tab. Sockets can be made (many tools probe for them); binding and sending answer ENOTSUP. */
export const udp_wrap: BindingInstaller = (binding, runtime) => {
	const unsupported = () => runtime.uv.UV_ENOTSUP ?? -95;
	class UDP extends HandleWrap {
		get fd(): number {
			return -1;
		}
	}
	const prototype = UDP.prototype as unknown as Record<string, unknown>;
	for (const name of Object.getOwnPropertyNames((binding.UDP as { prototype: object }).prototype)) {
		if (!(name in prototype)) prototype[name] = unsupported;
	}
	for (const name of ['bind', 'bind6', 'connect', 'connect6', 'send', 'send6', 'recvStart', 'open'])
		prototype[name] = unsupported;
	prototype.recvStop = () => 0;
	binding.UDP = UDP;
	binding.SendWrap = class SendWrap extends AsyncWrap {};
};
