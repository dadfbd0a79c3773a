/** Reads an uncompressed npm tarball without copying. Links and devices are skipped, as npm does; nothing leaves the package's folder. */
import { badArchive, BLOCK, readHeader, textAt } from './tar-header';

/** Of a long name or of pax records, as npm has it. */
const MAX_META_BYTES = 2 ** 20;
const MAX_PATH_LENGTH = 4096;
const MAX_DEPTH = 512;
const decoder = new TextDecoder();

export interface TarFile {
	/** Relative POSIX path without the archive's first folder. */
	path: string;
	/** A view of the archive. */
	bytes: Uint8Array;
	executable: boolean;
}

/**
 * The files as they are to be written: of several with one path, the last.
 * @throws TAR_BAD_ARCHIVE for anything malformed, and where a path is both a file and a folder
 */
export function untar(archive: Uint8Array): TarFile[] {
	const files = new Map<string, TarFile>();
	const folders = new Set<string>();
	for (const file of entries(archive)) {
		files.set(file.path, file);
		for (let at = file.path.lastIndexOf('/'); at > 0; at = file.path.lastIndexOf('/', at - 1)) {
			const folder = file.path.slice(0, at);
			if (folders.has(folder)) break;
			folders.add(folder);
		}
	}
	// Nested packages go into this folder.
	folders.add('node_modules');
	for (const folder of folders) if (files.has(folder)) throw badArchive(`'${folder}' is both a file and a folder`);
	return [...files.values()];
}

function* entries(archive: Uint8Array): Generator<TarFile> {
	let longName: string | null = null;
	let pax = new Map<string, string>();
	let isEmpty = true;
	for (let offset = 0; offset + BLOCK <= archive.length;) {
		const header = readHeader(archive, offset);
		offset += BLOCK;
		if (!header) {
			// Two blocks of zeros are the end; what follows is no part of the archive.
			if (offset + BLOCK <= archive.length && readHeader(archive, offset) === null) break;
			continue;
		}
		isEmpty = false;
		const { type } = header;
		const isMeta = 'xgLK'.includes(type);
		const size = isMeta ? header.size : sizeIn(pax, header.size);
		if (offset + size > archive.length) throw badArchive('it ends inside a file');
		if (isMeta && size > MAX_META_BYTES) throw badArchive(`a header of ${size} bytes`);
		const body = archive.subarray(offset, offset + size);
		if (type === 'x') pax = paxRecords(body);
		else if (type === 'g') paxRecords(body);
		else if (type === 'L') longName = textAt(body, 0, size);
		else if (type !== 'K') {
			const path = type === '0' || type === '7' ? insidePackage(pax.get('path') ?? longName ?? header.name) : null;
			if (path !== null) yield { path, bytes: body, executable: (header.mode & 0o111) !== 0 };
			pax = new Map();
			longName = null;
		}
		offset += Math.ceil(size / BLOCK) * BLOCK;
	}
	if (isEmpty) throw badArchive('there is nothing in it');
}

/** Drops the first folder; null where nothing is left or the path climbs out. */
function insidePackage(name: string): string | null {
	if (name.length > MAX_PATH_LENGTH) throw badArchive(`a path of ${name.length} characters`);
	const parts = name.split('/').filter((part) => part !== '' && part !== '.');
	if (parts.length > MAX_DEPTH) throw badArchive(`folders nested ${parts.length} deep`);
	if (parts.includes('..') || name.includes('\\..') || name.includes('\0')) return null;
	return parts.length > 1 && !name.endsWith('/') ? parts.slice(1).join('/') : null;
}

function sizeIn(pax: ReadonlyMap<string, string>, size: number): number {
	const text = pax.get('size');
	if (text === undefined) return size;
	if (!/^\d{1,15}$/.test(text)) throw badArchive(`'${text}' is no size`);
	return Number(text);
}

/** Records `LENGTH KEY=VALUE\n`, the length counting itself. */
function paxRecords(body: Uint8Array): Map<string, string> {
	const records = new Map<string, string>();
	for (let at = 0; at < body.length;) {
		// Some writers fill the block up with zeros.
		if (body[at] === 0) break;
		const space = body.indexOf(32, at);
		const length = space < 0 ? '' : decoder.decode(body.subarray(at, space));
		const end = at + Number(length);
		if (!/^\d{1,7}$/.test(length) || end <= space + 1 || end > body.length || body[end - 1] !== 10)
			throw badArchive('the length of an extended header is wrong');
		const record = decoder.decode(body.subarray(space + 1, end - 1));
		const equals = record.indexOf('=');
		if (equals < 0) throw badArchive('an extended header has no value');
		records.set(record.slice(0, equals), record.slice(equals + 1));
		at = end;
	}
	return records;
}
