/** The text that bytes are; undefined when they are none: not UTF-8, or with a zero in it. */
export function asText(bytes: Uint8Array): string | undefined {
	if (bytes.includes(0)) return undefined;
	try {
		// A mark at the start is kept: the file is to come out as it came in.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
