import type { BindingInstaller } from '../../process/runtime';
import { unshared } from '../streams/text-bytes';

/** Flags of `internalBinding('icu').getConverter` and `decode`. */
const CONVERTER_FATAL = 2;
const CONVERTER_IGNORE_BOM = 4;
const CONVERTER_FLUSH = 1;

/** Terminal columns: wide East Asian characters and emoji take two, combining marks none. */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const ZERO = /\p{Mark}|\u200b|\u200c|\u200d|\ufe0f|\p{Cc}/u;

export const icu: BindingInstaller = (binding, { host }) => {
	binding.icuErrName = String;
	binding.getStringWidth = (text: string) => {
		let width = 0;
		for (const character of text) width += WIDE.test(character) ? 2 : ZERO.test(character) ? 0 : 1;
		return width;
	};
	binding.hasConverter = (name: string) => {
		try {
			return Boolean(new host.TextDecoder(name));
		} catch {
			return false;
		}
	};
	binding.getConverter = (name: string, flags: number) => ({
		decoder: new host.TextDecoder(name, {
			fatal: (flags & CONVERTER_FATAL) !== 0,
			ignoreBOM: (flags & CONVERTER_IGNORE_BOM) !== 0
		})
	});
	binding.decode = ({ decoder }: { decoder: TextDecoder }, input: ArrayBuffer | ArrayBufferView, flags: number) => {
		const bytes = ArrayBuffer.isView(input)
			? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
			: new Uint8Array(input);
		return decoder.decode(unshared(bytes), { stream: (flags & CONVERTER_FLUSH) === 0 });
	};
	binding.toASCII = (text: string) => text;
	binding.toUnicode = (text: string) => text;
};
