import type { ExportReply } from '../../../workers/export';
import type { ProjectExport } from '../project/export';
import { AppError } from '../run/app-error';

/** How long an export may take, in milliseconds; an app of 140 files takes about a second. */
const TIMEOUT_MS = 120_000;

/**
 * Makes one export in a worker that lives no longer.
 * @throws AppError EXPORT_EMPTY, EXPORT_FAILED, EXPORT_TIMEOUT, or the reason of `signal`
 */
export async function exportInWorker(request: ProjectExport, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
	signal.throwIfAborted();
	const worker = new Worker(new URL('../../../workers/export.ts', import.meta.url), { type: 'module', name: 'export' });
	const end = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		return await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
			const late = new AppError(
				'EXPORT_TIMEOUT',
				`The export took longer than ${TIMEOUT_MS / 1000} s. Try again, or take the zip without history.`
			);
			timer = setTimeout(() => reject(late), TIMEOUT_MS);
			signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: end.signal });
			worker.onerror = (event) =>
				reject(new AppError('EXPORT_FAILED', event.message || 'The export worker could not be loaded. Reload the page.'));
			worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
				if ('bytes' in data) resolve(data.bytes);
				else reject(failure(data.error));
			};
			worker.postMessage(request);
		});
	} finally {
		end.abort();
		clearTimeout(timer);
		worker.terminate();
	}
}

function failure({ code, message }: { code: string; message: string }): AppError {
	// Codes of git's library and of the language are none of ours.
	const isOurs = code.startsWith('EXPORT_') || code.startsWith('STORAGE_');
	return isOurs ? new AppError(code, message) : new AppError('EXPORT_FAILED', `The export could not be made: ${message}`);
}
