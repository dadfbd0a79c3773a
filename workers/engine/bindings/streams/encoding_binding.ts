import type { BindingInstaller } from '../../process/runtime';
import { encodeInto, unshared, utf8Bytes } from './text-bytes';

/** TextEncoder and TextDecoder of UTF-8, and domain names. */
export const encoding_binding: BindingInstaller = (binding, { host }) => {
	binding.encodeInto = (text: string, target: Uint8Array) => {
		const { read, written } = encodeInto(text, target);
		binding.encodeIntoResults[0] = read;
		binding.encodeIntoResults[1] = written;
	};
	binding.encodeUtf8String = utf8Bytes;
	binding.decodeUTF8 = (input: ArrayBuffer | ArrayBufferView, ignoreBOM: boolean, fatal: boolean) => {
		const bytes = ArrayBuffer.isView(input)
			? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
			: new Uint8Array(input);
		try {
			return new host.TextDecoder('utf-8', { ignoreBOM, fatal }).decode(unshared(bytes));
		} catch {
			throw Object.assign(new TypeError('The encoded data was not valid for encoding utf-8'), {
				code: 'ERR_ENCODING_INVALID_ENCODED_DATA'
			});
		}
	};
	binding.toASCII = (domain: string) => new host.URL(`http://${domain}`).hostname;
	binding.toUnicode = (domain: string) => domain;
};
