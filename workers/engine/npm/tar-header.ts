/** The fields of one tar header, strictly read. @source POSIX pax (IEEE 1003.1), ustar interchange format; GNU base-256 numbers */
import { NpmError } from './errors';

export const BLOCK = 512;
const CHECKSUM = { start: 148, length: 8 };
const decoder = new TextDecoder();

export interface TarHeader {
	name: string;
	/** Bytes of the entry's body. */
	size: number;
	type: string;
	mode: number;
}

export function badArchive(reason: string): NpmError {
	return new NpmError('TAR_BAD_ARCHIVE', `The package archive is malformed: ${reason}. Install again, or take another version.`);
}

/** null for a block of zeros, which ends an archive. @throws TAR_BAD_ARCHIVE */
export function readHeader(archive: Uint8Array, offset: number): TarHeader | null {
	const header = archive.subarray(offset, offset + BLOCK);
	const sum = checksumOf(header);
	if (sum === 32 * CHECKSUM.length && header.every((byte) => byte === 0)) return null;
	if (numberAt(header, CHECKSUM.start, CHECKSUM.length) !== sum) throw badArchive('the checksum of a header is wrong');
	const type = String.fromCharCode(header[156] ?? 0);
	return {
		name: nameOf(header),
		// Some programs note a folder's own size, which has no body.
		size: type === '5' ? 0 : numberAt(header, 124, 12),
		type: type === '\0' ? '0' : type,
		mode: numberAt(header, 100, 8)
	};
}

/** All bytes, those of the checksum itself as spaces. */
function checksumOf(header: Uint8Array): number {
	let sum = 32 * CHECKSUM.length;
	for (let index = 0; index < BLOCK; index++) {
		if (index === CHECKSUM.start) index += CHECKSUM.length;
		sum += header[index] ?? 0;
	}
	return sum;
}

function nameOf(header: Uint8Array): string {
	const name = textAt(header, 0, 100);
	const isUstar = textAt(header, 257, 5) === 'ustar';
	return isUstar && header[345] ? `${textAt(header, 345, 155)}/${name}` : name;
}

/** Text up to a NUL. */
export function textAt(bytes: Uint8Array, start: number, length: number): string {
	let end = start;
	while (end < start + length && bytes[end]) end++;
	return decoder.decode(bytes.subarray(start, end));
}

/** Octal text, or base 256 where the first bit is set. @throws TAR_BAD_ARCHIVE for anything else, negative or unsafe numbers */
function numberAt(bytes: Uint8Array, start: number, length: number): number {
	const first = bytes[start] ?? 0;
	if (first & 0x80) {
		let value = first & 0x7f;
		for (let index = start + 1; index < start + length; index++) value = value * 256 + (bytes[index] ?? 0);
		if (!Number.isSafeInteger(value)) throw badArchive('a number is negative or too large');
		return value;
	}
	const text = textAt(bytes, start, length).trim();
	if (!/^[0-7]*$/.test(text)) throw badArchive(`'${text}' is no octal number`);
	return parseInt(text || '0', 8);
}
