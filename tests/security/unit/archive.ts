/** Makes tar archives by hand, so that a test can make one field of them wrong. */
const BLOCK = 512;

export interface Entry {
	path: string;
	body?: string;
	type?: string;
	/** The size field as it stands in the header; by default the body's, in octal. */
	size?: Buffer | string;
	link?: string;
	/** false writes a wrong checksum. */
	hasChecksum?: boolean;
}

/** Entries, then the two blocks of zeros that end an archive. */
export function tarOf(...entries: Entry[]): Buffer<ArrayBuffer> {
	return Buffer.concat([...entries.map(entryOf), Buffer.alloc(2 * BLOCK)]);
}

export function entryOf({ path, body = '', type = '0', size, link = '', hasChecksum = true }: Entry): Buffer {
	const header = Buffer.alloc(BLOCK);
	header.write(path, 0, 100);
	header.write('0000644\0', 100);
	const field = size ?? `${Buffer.byteLength(body).toString(8).padStart(11, '0')}\0`;
	Buffer.from(field).copy(header, 124, 0, 12);
	header.write(type, 156);
	header.write(link, 157, 100);
	header.write('ustar\0' + '00', 257);
	header.fill(' ', 148, 156);
	const sum = header.reduce((total, byte) => total + byte, hasChecksum ? 0 : 1);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	const padded = Buffer.alloc(Math.ceil(Buffer.byteLength(body) / BLOCK) * BLOCK);
	padded.write(body);
	return Buffer.concat([header, padded]);
}

/** A pax record, whose length may be wrong. */
export function paxRecord(key: string, value: string, length?: string): string {
	const rest = ` ${key}=${value}\n`;
	let size = rest.length + 1;
	while (String(size).length + rest.length !== size) size++;
	return `${length ?? size}${rest}`;
}
