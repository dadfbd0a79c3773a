/** Reads an uncompressed npm tarball without copying. Links and devices are skipped, as npm does; nothing leaves the package's folder. */
import { NpmError } from './errors';

const BLOCK = 512;
const decoder = new TextDecoder();

export interface TarFile {
	/** Relative POSIX path without the archive's first folder. */
	path: string;
	/** A view of the archive. */
	bytes: Uint8Array;
	executable: boolean;
}

/** @throws TAR_BAD_ARCHIVE when the archive ends inside a file. */
export function* untar(archive: Uint8Array): Generator<TarFile> {
	let longName: string | null = null;
	let pax: Record<string, string> | null = null;
	for (let offset = 0; offset + BLOCK <= archive.length;) {
		if (archive[offset] === 0) {
			offset += BLOCK;
			continue;
		}
		const size = pax?.['size'] === undefined ? numberAt(archive, offset + 124, 12) : Number(pax['size']);
		const start = offset + BLOCK;
		if (!(size >= 0) || start + size > archive.length)
			throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is cut short. Install again.');
		const body = archive.subarray(start, start + size);
		const type = String.fromCharCode(archive[offset + 156] ?? 0);
		if (type === 'x') pax = paxRecords(body);
		else if (type === 'L') longName = textAt(body, 0, size);
		else if (type !== 'g') {
			const path = '\x0007'.includes(type) ? insidePackage(pax?.['path'] ?? longName ?? headerName(archive, offset)) : null;
			if (path !== null) yield { path, bytes: body, executable: (numberAt(archive, offset + 100, 8) & 0o111) !== 0 };
			pax = longName = null;
		}
		offset = start + Math.ceil(size / BLOCK) * BLOCK;
	}
}

/** Drops the first folder; null where nothing is left or the path climbs out. */
function insidePackage(name: string): string | null {
	const parts = name.split('/').filter((part) => part !== '' && part !== '.');
	if (parts.includes('..') || name.includes('\\..') || name.includes('\0')) return null;
	return parts.length > 1 ? parts.slice(1).join('/') : null;
}

function headerName(archive: Uint8Array, offset: number): string {
	const name = textAt(archive, offset, 100);
	const isUstar = textAt(archive, offset + 257, 6) === 'ustar';
	return isUstar && archive[offset + 345] ? `${textAt(archive, offset + 345, 155)}/${name}` : name;
}

function paxRecords(body: Uint8Array): Record<string, string> {
	const records: Record<string, string> = {};
	for (let at = 0; at < body.length;) {
		const space = body.indexOf(32, at);
		const length = Number(decoder.decode(body.subarray(at, space)));
		if (space < 0 || !(length > 0)) break;
		const record = decoder.decode(body.subarray(space + 1, at + length - 1));
		const equals = record.indexOf('=');
		records[record.slice(0, equals)] = record.slice(equals + 1);
		at += length;
	}
	return records;
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
	let end = start;
	while (end < start + length && bytes[end]) end++;
	return decoder.decode(bytes.subarray(start, end));
}

/** Octal text, or base 256 where the first bit is set. */
function numberAt(bytes: Uint8Array, start: number, length: number): number {
	if ((bytes[start] ?? 0) & 0x80) {
		let value = 0;
		for (let index = start + 1; index < start + length; index++) value = value * 256 + (bytes[index] ?? 0);
		return value;
	}
	return parseInt(textAt(bytes, start, length).trim() || '0', 8);
}
