import { concatBytes } from '../joined-bytes';

/** One value of ASN.1's DER: its tag, its content, and all its bytes. */
export interface DerValue {
	tag: number;
	content: Uint8Array;
	raw: Uint8Array;
}

export const DerTag = {
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	null: 0x05,
	oid: 0x06,
	sequence: 0x30,
	/** Context-specific, constructed: `[0]`, `[1]`. */
	context0: 0xa0,
	context1: 0xa1
} as const;

/** Reads the value at `offset`. @throws RangeError when it is cut off */
export function readDer(bytes: Uint8Array, offset = 0): DerValue {
	let at = offset;
	const next = (): number => {
		const byte = bytes[at++];
		if (byte === undefined) throw new RangeError('DER is cut off');
		return byte;
	};
	const tag = next();
	let length = next();
	if (length >= 0x80) {
		let size = length & 0x7f;
		for (length = 0; size > 0; size--) length = length * 256 + next();
	}
	if (at + length > bytes.length) throw new RangeError('DER is cut off');
	return { tag, content: bytes.subarray(at, at + length), raw: bytes.subarray(offset, at + length) };
}

/** The values in a sequence. @throws RangeError when `value` is none */
export function membersOf(value: DerValue | undefined, tag: number = DerTag.sequence): DerValue[] {
	if (value?.tag !== tag) throw new RangeError('DER has another structure');
	const members: DerValue[] = [];
	for (let at = 0; at < value.content.length;) {
		const member = readDer(value.content, at);
		members.push(member);
		at += member.raw.length;
	}
	return members;
}

/** Content of a value that must have this tag. */
export function contentOf(value: DerValue | undefined, tag: number): Uint8Array {
	if (value?.tag !== tag) throw new RangeError('DER has another structure');
	return value.content;
}

export function integerOf(value: DerValue | undefined): bigint {
	return bytesToBigint(contentOf(value, DerTag.integer));
}

export function oidOf(value: DerValue | undefined): string {
	const content = contentOf(value, DerTag.oid);
	const parts: number[] = [];
	let part = 0;
	for (const byte of content) {
		part = part * 128 + (byte & 0x7f);
		if (byte >= 0x80) continue;
		if (parts.length === 0) parts.push(Math.min(2, Math.floor(part / 40)), part - 40 * Math.min(2, Math.floor(part / 40)));
		else parts.push(part);
		part = 0;
	}
	return parts.join('.');
}

export function der(tag: number, ...parts: Uint8Array[]): Uint8Array {
	const content = concatBytes(parts);
	const { length } = content;
	const size = length < 0x80 ? [length] : [...bigintToBytes(BigInt(length))];
	return concatBytes([Uint8Array.of(tag, ...(length < 0x80 ? size : [0x80 | size.length, ...size])), content]);
}

export function derInteger(value: bigint): Uint8Array {
	const bytes = bigintToBytes(value);
	return der(DerTag.integer, (bytes[0] ?? 0) >= 0x80 || bytes.length === 0 ? concatBytes([Uint8Array.of(0), bytes]) : bytes);
}

export function derOid(oid: string): Uint8Array {
	const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
	const bytes: number[] = [];
	for (const part of [first * 40 + second, ...rest]) {
		const groups = [part & 0x7f];
		for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80);
		bytes.push(...groups);
	}
	return der(DerTag.oid, Uint8Array.from(bytes));
}

/** A bit string of whole bytes. */
export function derBits(bytes: Uint8Array): Uint8Array {
	return der(DerTag.bitString, Uint8Array.of(0), bytes);
}

export function bytesToBigint(bytes: Uint8Array): bigint {
	let hex = '';
	for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
	return hex ? BigInt(`0x${hex}`) : 0n;
}

/** Big-endian, `length` bytes or as few as needed. */
export function bigintToBytes(value: bigint, length?: number): Uint8Array {
	let hex = value.toString(16);
	if (hex.length % 2) hex = `0${hex}`;
	const bytes = value === 0n && length === undefined ? [] : (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
	const missing = length === undefined ? 0 : length - bytes.length;
	if (missing < 0) throw new RangeError('number too large');
	return Uint8Array.from([...new Array<number>(missing).fill(0), ...bytes]);
}
