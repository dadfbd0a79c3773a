/** What a zip tells of its files besides their bytes: the modes of the system that packed it. */

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
/** A comment behind the end of the directory is no longer. */
const MAX_COMMENT_BYTES = 0xffff;
const UNIX = 3;
const MACOS = 19;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const EXECUTABLE = 0o111;

export type ZipMode = 'link' | 'executable';

/**
 * Entries that are more than plain files, by name; empty where the zip does not say.
 * @source APPNOTE.TXT 4.3.12 and 4.4.15: the upper 16 bits of the external attributes are a Unix mode where Unix made the entry
 */
export function zipModes(zip: Uint8Array): Map<string, ZipMode> {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const modes = new Map<string, ZipMode>();
	let at = directoryOf(view);
	while (at !== undefined && at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === ENTRY) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16((at ?? 0) + offset, true));
		const mode = modeOf(view.getUint8(at + 5), view.getUint32(at + 38, true) >>> 16);
		const nameAt = at + ENTRY_BYTES;
		if (mode) modes.set(new TextDecoder().decode(zip.subarray(nameAt, nameAt + (nameLength ?? 0))), mode);
		at = nameAt + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
	}
	return modes;
}

function directoryOf(view: DataView): number | undefined {
	const last = view.byteLength - END_BYTES;
	for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at--)
		if (view.getUint32(at, true) === END_OF_DIRECTORY) return view.getUint32(at + 16, true);
	return undefined;
}

function modeOf(system: number, mode: number): ZipMode | undefined {
	if (system !== UNIX && system !== MACOS) return undefined;
	const type = mode & FILE_TYPE;
	if (type === SYMBOLIC_LINK) return 'link';
	// Folders are executable as well.
	return (type === 0 || type === 0o100000) && (mode & EXECUTABLE) !== 0 ? 'executable' : undefined;
}
