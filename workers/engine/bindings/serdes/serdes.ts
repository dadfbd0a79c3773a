import type { BindingInstaller, Runtime } from '../../process/runtime';
import { ByteSource } from './serdes-bytes';
import { ValueReader } from './serdes-reader';
import { ValueWriter } from './serdes-writer';

const UINT32 = 32n;

/** `v8.Serializer` and `v8.Deserializer`: programs extend them, and their own methods decide about host objects. */
export const serdes: BindingInstaller = (binding, runtime) => {
	binding.Serializer = makeSerializer(runtime);
	binding.Deserializer = makeDeserializer();
};

interface SerializerHooks {
	_writeHostObject?: (object: object) => void;
	_getDataCloneError: (message: string) => unknown;
}

function makeSerializer(runtime: Runtime) {
	return class Serializer {
		readonly #writer: ValueWriter;

		constructor() {
			const hooks = this as unknown as SerializerHooks;
			const cloneError = (message: string) => hooks._getDataCloneError(message);
			this.#writer = new ValueWriter({
				cloneError,
				writeHostObject(object) {
					if (typeof hooks._writeHostObject !== 'function')
						throw cloneError(`${Object.prototype.toString.call(object)} could not be cloned.`);
					hooks._writeHostObject(object);
				}
			});
		}

		writeHeader() {
			this.#writer.writeHeader();
		}
		writeValue(value: unknown) {
			this.#writer.write(value);
			return true;
		}
		releaseBuffer() {
			return runtime.Buffer.from(this.#writer.sink.take().buffer);
		}
		transferArrayBuffer(id: number, buffer: object) {
			this.#writer.transfer(id, buffer);
		}
		writeUint32(value: number) {
			this.#writer.sink.varint(value >>> 0);
		}
		writeUint64(high: number, low: number) {
			this.#writer.sink.varintOf((BigInt(high >>> 0) << UINT32) | BigInt(low >>> 0));
		}
		writeDouble(value: number) {
			this.#writer.sink.double(value);
		}
		writeRawBytes(source: ArrayBuffer | ArrayBufferView) {
			const bytes = viewOf(source);
			if (!bytes) throw invalidArgument('source must be a TypedArray or a DataView');
			this.#writer.sink.bytes(bytes);
		}
		_setTreatArrayBufferViewsAsHostObjects(areHostObjects: boolean) {
			this.#writer.areViewsHostObjects = areHostObjects;
		}
	};
}

function makeDeserializer() {
	return class Deserializer {
		readonly buffer: unknown;
		readonly #source: ByteSource;
		readonly #reader: ValueReader;

		constructor(buffer: unknown) {
			const bytes = ArrayBuffer.isView(buffer) ? viewOf(buffer) : undefined;
			if (!bytes) throw invalidArgument('buffer must be a TypedArray or a DataView');
			this.buffer = buffer;
			this.#source = new ByteSource(bytes, () => new Error('Unable to deserialize cloned data.'));
			this.#reader = new ValueReader(this.#source, () => this.#hostObject());
		}

		#hostObject(): object {
			const { _readHostObject: read } = this as unknown as { _readHostObject?: () => unknown };
			const object = typeof read === 'function' ? read.call(this) : undefined;
			if (typeof object !== 'object' || object === null) throw new TypeError('readHostObject must return an object');
			return object;
		}

		readHeader() {
			this.#reader.readHeader();
			return true;
		}
		readValue() {
			return this.#reader.read();
		}
		getWireFormatVersion() {
			return this.#reader.version;
		}
		transferArrayBuffer(id: number, buffer: ArrayBuffer) {
			this.#reader.transfer(id, buffer);
		}
		readUint32() {
			return this.#source.varint();
		}
		readUint64() {
			const value = this.#source.varintOf();
			return [Number(value >> UINT32), Number(BigInt.asUintN(32, value))];
		}
		readDouble() {
			return this.#source.double();
		}
		/** Where the bytes start in `buffer`. */
		_readRawBytes(length: number) {
			const start = this.#source.position;
			this.#source.take(length);
			return start;
		}
	};
}

function viewOf(source: unknown): Uint8Array | undefined {
	if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	return source instanceof ArrayBuffer ? new Uint8Array(source) : undefined;
}

function invalidArgument(message: string): Error {
	return Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' });
}
