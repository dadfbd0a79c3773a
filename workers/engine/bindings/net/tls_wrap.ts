import type { BindingInstaller } from '../../process/runtime';
import { AsyncWrap, callLater } from '../streams/handle-wrap';
import { unavailable } from '../misc/unavailable';

const noTls = () => unavailable('TLS', 'Within the tab, serve and call plain HTTP.');

/**
 * There is no TLS here. Clients learn it as they learn any failure, by an `error` event: a connection is made as far as TCP
 * goes, then its handshake fails. Servers learn it when they hand over their key.
 */
export const tls_wrap: BindingInstaller = (binding) => {
	class TLSWrap extends AsyncWrap {
		readonly isStreamBase = true;
		onerror?: (error: Error) => void;

		start(): void {
			callLater(this, () => this.onerror?.(noTls()));
		}
	}
	const prototype = TLSWrap.prototype as unknown as Record<string, unknown>;
	const setters = Object.getOwnPropertyNames((binding.TLSWrap as { prototype: object }).prototype);
	const streaming = [
		'readStart',
		'readStop',
		'shutdown',
		'useUserBuffer',
		'writev',
		'writeBuffer',
		'writeUtf8String',
		'writeLatin1String'
	];
	for (const name of [...setters, ...streaming]) if (!(name in prototype)) prototype[name] = () => 0;
	binding.TLSWrap = TLSWrap;
	binding.wrap = () => new TLSWrap();
};

/** `SecureContext` of the crypto binding: settings are taken, keys and certificates are refused. */
export function installSecureContext(binding: Record<string, unknown>): void {
	class SecureContext {}
	const prototype = SecureContext.prototype as unknown as Record<string, unknown>;
	for (const name of Object.getOwnPropertyNames((binding.SecureContext as { prototype: object }).prototype)) {
		if (name === 'constructor') continue;
		const isSecret = /^(setKey|setCert|loadPKCS12)$/.test(name);
		prototype[name] = () => {
			if (isSecret) throw noTls();
		};
	}
	binding.SecureContext = SecureContext;
}
