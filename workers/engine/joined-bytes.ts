/** The parts in a row, copied. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		bytes.set(part, offset);
		offset += part.length;
	}
	return bytes;
}

/** The parts in a row; a single one is not copied. */
export function joinedBytes<Part extends Uint8Array>(parts: readonly Part[]): Part | Uint8Array<ArrayBuffer> {
	return parts.length === 1 && parts[0] ? parts[0] : concatBytes(parts);
}
