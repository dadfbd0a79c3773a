import type { BindingInstaller } from '../../process/runtime';
import { concatBytes } from '../../joined-bytes';

/** Status that `pull` reports: more to come, or the end. */
const CONTINUE = 1;
const END = 0;

interface DataObject {
	handle: BlobHandle;
	type: string;
	length: number;
}

/** An immutable run of bytes; a slice shares them. */
class BlobHandle {
	constructor(readonly bytes: Uint8Array) {}

	getReader() {
		let isRead = this.bytes.length === 0;
		return {
			pull: (callback: (status: number, buffer?: ArrayBuffer) => void): void => {
				if (isRead) return callback(END);
				isRead = true;
				callback(CONTINUE, copyOf(this.bytes));
			}
		};
	}

	slice(start: number, end: number): BlobHandle {
		return new BlobHandle(this.bytes.subarray(start, end));
	}
}

/** The bytes behind Node's own `Blob`: all in memory. `fs.openAsBlob` reads the file at once. */
export const blob: BindingInstaller = (binding, runtime) => {
	const stored = new Map<string, DataObject>();
	binding.createBlob = (sources: (BlobHandle | Uint8Array)[]) => {
		return new BlobHandle(concatBytes(sources.map((source) => (source instanceof BlobHandle ? source.bytes : source))));
	};
	binding.concat = (parts: (ArrayBuffer | ArrayBufferView)[]) => {
		return concatBytes(
			parts.map((part) =>
				ArrayBuffer.isView(part) ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : new Uint8Array(part)
			)
		).buffer;
	};
	binding.createBlobFromFilePath = (path: string) => {
		const bytes = runtime.fs.readFile(path);
		return typeof bytes === 'number' ? undefined : [new BlobHandle(bytes), bytes.length];
	};
	binding.storeDataObject = (id: string, handle: BlobHandle, length: number, type: string) => {
		stored.set(id, { handle, length, type });
	};
	binding.getDataObject = (id: string) => {
		const found = stored.get(id);
		return found && [found.handle, found.length, found.type];
	};
	binding.revokeObjectURL = (input: string) => {
		stored.delete(input.replace(/^blob:nodedata:/, ''));
	};
};

const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
