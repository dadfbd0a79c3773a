import type { PackFile } from '../../../workers/engine/pack-store';

/** A file of a pack, in memory. */
export class MemoryFile implements PackFile {
	bytes = new Uint8Array(0);
	read(buffer: Uint8Array, { at }: { at: number }) {
		const part = this.bytes.subarray(at, at + buffer.length);
		buffer.set(part);
		return part.length;
	}
	write(buffer: Uint8Array, { at }: { at: number }) {
		const grown = new Uint8Array(Math.max(this.bytes.length, at + buffer.length));
		grown.set(this.bytes);
		grown.set(buffer, at);
		this.bytes = grown;
		return buffer.length;
	}
	truncate(size: number) {
		this.bytes = this.bytes.slice(0, size);
	}
	getSize() {
		return this.bytes.length;
	}
	flush() {}
	close() {}
}
