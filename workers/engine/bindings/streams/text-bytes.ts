/** Text and bytes: the conversions that several bindings share. */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** `String.fromCharCode` takes its characters as arguments; more would overflow the stack. */
const CHUNK = 8192;

export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
	return encoder.encode(text);
}

/** The host's decoder rejects views of shared memory, so those are copied. */
export function utf8Text(bytes: Uint8Array): string {
	return decoder.decode(unshared(bytes));
}

export function unshared(bytes: Uint8Array): Uint8Array {
	return bytes.buffer instanceof SharedArrayBuffer ? bytes.slice() : bytes;
}

export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes;
}

export function latin1Text(bytes: Uint8Array): string {
	let text = '';
	for (let start = 0; start < bytes.length; start += CHUNK) text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
	return text;
}

/** Writes text into bytes; returns how many bytes were written. */
export function encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
	if (!(target.buffer instanceof SharedArrayBuffer)) return encoder.encodeInto(text, target);
	const copy = new Uint8Array(target.length);
	const result = encoder.encodeInto(text, copy);
	target.set(copy.subarray(0, result.written));
	return result;
}
