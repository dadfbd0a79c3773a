import { exportContract } from '../../bus/contracts/export';
import { connectWorker } from '../../bus/rpc';
import type { ExportRequest } from '../../project/export-request';
import { AppError, hasCode, messageOf } from '../../domain/app-error';
import { groupOf } from '../../domain/error-codes';

/**
 * Makes one export in a worker that lives no longer.
 * @throws AppError EXPORT_EMPTY, EXPORT_FAILED, EXPORT_TIMEOUT, or the reason of `signal`
 */
export async function exportInWorker(request: ExportRequest, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
	signal.throwIfAborted();
	const worker = new Worker(new URL('../../../../workers/export.ts', import.meta.url), { type: 'module', name: 'export' });
	const { client, dispose } = connectWorker(worker, exportContract, { name: 'The export worker' });
	const closed = new Promise<never>((_, reject) =>
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
	);
	try {
		return await Promise.race([client.make(request), closed]);
	} catch (error) {
		throw signal.aborted ? error : failure(error);
	} finally {
		dispose();
	}
}

function failure(error: unknown): AppError {
	if (hasCode(error, 'RPC_TIMEOUT'))
		return new AppError('EXPORT_TIMEOUT', 'The export took too long. Try again, or take the zip without history.');
	// Codes of git's library and of the language are none of ours.
	if (error instanceof AppError && ['export', 'storage'].includes(groupOf(error.code) ?? '')) return error;
	return new AppError('EXPORT_FAILED', `The export could not be made: ${messageOf(error)}`);
}
