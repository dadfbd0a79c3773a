import type { BindingInstaller } from '../../process/runtime';
import { LibuvStreamWrap, type StreamRequest } from './stream-base';

interface JsHandlers {
	onreadstart?: () => number;
	onreadstop?: () => number;
	onshutdown?: (request: StreamRequest) => number;
	onwrite?: (request: StreamRequest, buffers: readonly Uint8Array[]) => number;
	isClosing?: () => boolean;
}

/** A stream of JavaScript that looks like a handle (`internal/js_stream_socket`). */
export const js_stream: BindingInstaller = (binding, runtime) => {
	binding.JSStream = class JSStream extends LibuvStreamWrap {
		override readStart(): number {
			super.readStart();
			return (this as JsHandlers).onreadstart?.() ?? 0;
		}

		override readStop(): number {
			super.readStop();
			return (this as JsHandlers).onreadstop?.() ?? 0;
		}

		override shutdown(request: StreamRequest): number {
			return (this as JsHandlers).onshutdown?.(request) ?? 0;
		}

		protected override write(request: StreamRequest, bytes: Uint8Array): number {
			this.noteWrite(bytes.byteLength, true);
			this.bytesWritten += bytes.byteLength;
			return (this as JsHandlers).onwrite?.(request, [runtime.Buffer.from(bytes)]) ?? 0;
		}

		finishWrite(request: StreamRequest, status: number): void {
			request.oncomplete?.(status, this, undefined);
		}

		finishShutdown(request: StreamRequest, status: number): void {
			request.oncomplete?.(status);
		}

		readBuffer(bytes: Uint8Array): void {
			this.deliver(bytes.slice());
		}

		emitEOF(): void {
			this.deliverError(runtime.uv.UV_EOF ?? -4095);
		}
	};
};
