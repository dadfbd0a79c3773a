import type { BindingInstaller, HostGlobals } from '../../process/runtime';
import { noop } from './noop';
import { encodeInto, latin1Bytes, latin1Text, unshared, utf8Text } from '../streams/text-bytes';

/** `enum encoding` of node.h. */
const ENCODINGS = ['ascii', 'utf8', 'base64', 'utf16le', 'latin1', 'hex', 'buffer', 'base64url'] as const;

/** Results of `fill` that Node's lib turns into errors. */
const FILL_ZERO_LENGTH = -1;
const FILL_OUT_OF_RANGE = -2;

/** Buffer's natives: transcoding, search, compare, fill. */
export const buffer: BindingInstaller = (binding, runtime) => {
	const { host } = runtime;
	binding.setBufferPrototype = noop;
	binding.setDetachKey = noop;
	binding.getZeroFillToggle = () => undefined;
	binding.createUnsafeArrayBuffer = (size: number) => new ArrayBuffer(size);
	binding.atob = (text: string) => base64OrFailure(() => host.atob(text));
	binding.btoa = (text: string) => base64OrFailure(() => host.btoa(text));
	binding.byteLengthUtf8 = byteLengthUtf8;
	binding.copy = (source: Uint8Array, target: Uint8Array, targetStart: number, sourceStart: number, count: number) => {
		new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(
			new Uint8Array(source.buffer, source.byteOffset + sourceStart, count),
			targetStart
		);
		return count;
	};
	binding.copyArrayBuffer = (target: ArrayBuffer, targetStart: number, source: ArrayBuffer, sourceStart: number, count: number) =>
		new Uint8Array(target, targetStart, count).set(new Uint8Array(source, sourceStart, count));
	binding.compare = (a: Uint8Array, b: Uint8Array) => compare(asBytes(a), asBytes(b));
	binding.compareOffset = (a: Uint8Array, b: Uint8Array, bStart: number, aStart: number, bLength: number, aLength: number) =>
		compare(a.subarray(aStart, aStart + aLength), b.subarray(bStart, bStart + bLength));
	binding.fill = (target: Uint8Array, value: unknown, start: number, end: number, encoding?: BufferEncoding) => {
		if (start < 0 || end > target.length) return FILL_OUT_OF_RANGE;
		if (typeof value === 'number') return void Uint8Array.prototype.fill.call(target, value & 255, start, end);
		if (typeof value === 'boolean') return void Uint8Array.prototype.fill.call(target, Number(value), start, end);
		const pattern = typeof value === 'string' ? runtime.Buffer.from(value, encoding) : asBytes(value as Uint8Array);
		if (!pattern.length) return FILL_ZERO_LENGTH;
		for (let at = start; at < end; at += pattern.length) target.set(pattern.subarray(0, Math.min(pattern.length, end - at)), at);
		return undefined;
	};
	installSearch(binding, (text, encoding) => runtime.Buffer.from(text, ENCODINGS[encoding] as BufferEncoding));
	for (const [name, size] of [
		['swap16', 2],
		['swap32', 4],
		['swap64', 8]
	] as const) {
		binding[name] = (target: Uint8Array) => {
			for (let at = 0; at + size <= target.length; at += size) target.subarray(at, at + size).reverse();
			return target;
		};
	}
	binding.isUtf8 = (value: ArrayBuffer | Uint8Array) => {
		try {
			new host.TextDecoder('utf-8', { fatal: true }).decode(unshared(asBytes(value)));
			return true;
		} catch {
			return false;
		}
	};
	binding.isAscii = (value: ArrayBuffer | Uint8Array) => asBytes(value).every((byte) => byte < 128);
	installSlices(binding, host);
	installWrites(binding, host);
};

function base64OrFailure(convert: () => string): string | number {
	try {
		return convert();
	} catch {
		return -1;
	}
}

function asBytes(value: ArrayBuffer | ArrayBufferView): Uint8Array {
	if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
	return new Uint8Array(value);
}

/** A plain view, clamped: Buffer's own `subarray` would make a Buffer. */
function slice(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
	return new Uint8Array(bytes.buffer, bytes.byteOffset + start, Math.max(0, Math.min(end, bytes.length) - start));
}

function byteLengthUtf8(text: string): number {
	let length = 0;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit < 0x80) length++;
		else if (unit < 0x800) length += 2;
		else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
			length += 4;
			index++;
		} else length += 3;
	}
	return length;
}

function compare(a: Uint8Array, b: Uint8Array): number {
	const length = Math.min(a.length, b.length);
	for (let index = 0; index < length; index++) {
		const left = a[index] as number;
		const right = b[index] as number;
		if (left !== right) return left < right ? -1 : 1;
	}
	return Math.sign(a.length - b.length);
}

type Installed = Parameters<BindingInstaller>[0];

function installSearch(binding: Installed, bytesOf: (text: string, encoding: number) => Uint8Array): void {
	const within = (bytes: Uint8Array, end?: number) => (end === undefined ? bytes : slice(bytes, 0, end));
	binding.indexOfBuffer = (
		bytes: Uint8Array,
		value: Uint8Array,
		offset: number,
		_encoding: number,
		isForward: boolean,
		end?: number
	) => indexOf(within(bytes, end), asBytes(value), offset, isForward);
	binding.indexOfNumber = (bytes: Uint8Array, value: number, offset: number, isForward: boolean, end?: number) =>
		indexOf(within(bytes, end), Uint8Array.of(value & 255), offset, isForward);
	binding.indexOfString = (
		bytes: Uint8Array,
		value: string,
		offset: number,
		encoding: number,
		isForward: boolean,
		end?: number
	) => indexOf(within(bytes, end), bytesOf(value, encoding), offset, isForward);
}

function indexOf(bytes: Uint8Array, value: Uint8Array, offset: number, isForward: boolean): number {
	const { length } = bytes;
	if (offset < 0) offset += length;
	if (offset < 0) {
		if (!isForward) return -1;
		offset = 0;
	}
	if (offset > length) {
		if (isForward) return -1;
		offset = length;
	}
	if (value.length === 0) return offset;
	const first = value[0] as number;
	const isAt = (at: number) => value.every((byte, index) => bytes[at + index] === byte);
	const lastStart = length - value.length;
	if (isForward) {
		for (
			let at = Uint8Array.prototype.indexOf.call(bytes, first, offset);
			at >= 0 && at <= lastStart;
			at = Uint8Array.prototype.indexOf.call(bytes, first, at + 1)
		)
			if (isAt(at)) return at;
	} else for (let at = Math.min(offset, lastStart); at >= 0; at--) if (bytes[at] === first && isAt(at)) return at;
	return -1;
}

function installSlices(binding: Installed, host: HostGlobals): void {
	const define = (name: string, convert: (bytes: Uint8Array) => string) => {
		binding[name] = (bytes: Uint8Array, start?: number, end?: number) => convert(slice(bytes, start, end));
	};
	define('utf8Slice', utf8Text);
	define('latin1Slice', latin1Text);
	define('asciiSlice', (bytes) => latin1Text(bytes.map((byte) => byte & 127)));
	define('hexSlice', (bytes) => {
		let text = '';
		for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
		return text;
	});
	define('base64Slice', (bytes) => host.btoa(latin1Text(bytes)));
	define('base64urlSlice', (bytes) => host.btoa(latin1Text(bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''));
	define('ucs2Slice', (bytes) => {
		let text = '';
		for (let index = 0; index + 1 < bytes.length; index += 2)
			text += String.fromCharCode((bytes[index] as number) | ((bytes[index + 1] as number) << 8));
		return text;
	});
}

function installWrites(binding: Installed, host: HostGlobals): void {
	const write = (target: Uint8Array, bytes: Uint8Array, offset = 0, length = target.length - offset) => {
		const count = Math.max(0, Math.min(bytes.length, length, target.length - offset));
		target.set(bytes.subarray(0, count), offset);
		return count;
	};
	binding.utf8WriteStatic = (target: Uint8Array, text: string, offset = 0, length = target.length - offset) =>
		encodeInto(text, slice(target, offset, offset + Math.min(length, target.length - offset))).written;
	binding.latin1WriteStatic = (target: Uint8Array, text: string, offset?: number, length?: number) =>
		write(target, latin1Bytes(text), offset, length);
	binding.asciiWriteStatic = binding.latin1WriteStatic;
	binding.hexWrite = (target: Uint8Array, text: string, offset?: number, length?: number) =>
		write(target, hexBytes(text), offset, length);
	binding.base64Write = (target: Uint8Array, text: string, offset?: number, length?: number) =>
		write(target, base64Bytes(text, host), offset, length);
	binding.base64urlWrite = binding.base64Write;
	binding.ucs2Write = (target: Uint8Array, text: string, offset?: number, length = target.length - (offset ?? 0)) => {
		const bytes = new Uint8Array(text.length * 2);
		for (let index = 0; index < text.length; index++) {
			bytes[index * 2] = text.charCodeAt(index) & 255;
			bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
		}
		return write(target, bytes, offset, length & ~1);
	};
}

function hexBytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length >> 1);
	for (let index = 0; index < bytes.length; index++) {
		const pair = text.slice(index * 2, index * 2 + 2);
		if (!/^[0-9a-f]{2}$/i.test(pair)) return bytes.subarray(0, index);
		bytes[index] = parseInt(pair, 16);
	}
	return bytes;
}

/** Node's decoder is lenient: both alphabets, other characters skipped, text after `=` ignored. */
function base64Bytes(text: string, host: HostGlobals): Uint8Array {
	const end = text.indexOf('=');
	let clean = (end >= 0 ? text.slice(0, end) : text)
		.replace(/-/g, '+')
		.replace(/_/g, '/')
		.replace(/[^A-Za-z0-9+/]/g, '');
	if (clean.length % 4 === 1) clean = clean.slice(0, -1);
	return latin1Bytes(host.atob(clean));
}
