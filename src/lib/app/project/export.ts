import { deadline } from '../../async/deadline';
import { exportContract } from '../../bus/contracts/export';
import { connectWorker } from '../../bus/rpc';
import type { RunLog } from '../../log/run-log';
import type { ProjectRecord } from '../../project/database';
import type { ExportRequest } from '../../project/export-request';
import { AppError, hasCode, messageOf } from '../../domain/app-error';
import { groupOf } from '../../domain/error-codes';
import type { ExportKind } from '../ports';

export interface ExportParts {
	project: Pick<ProjectRecord, 'id' | 'runId'>;
	log: RunLog;
	/** The files where they are newer than the database's. */
	files(): Promise<Map<string, Uint8Array> | undefined>;
	signal: AbortSignal;
}

/** @throws AppError EXPORT_EMPTY, EXPORT_FAILED, EXPORT_TIMEOUT, or the reason of `signal` */
export async function exportProject(kind: ExportKind, { project, log, files: newer, signal }: ExportParts): Promise<Blob> {
	if (kind === 'run')
		return new Blob([log.events.map((event) => JSON.stringify(event)).join('\n')], { type: 'application/x-ndjson' });
	const files = await newer();
	const folder = log.state.blueprint?.slug ?? 'app';
	const { id: projectId, runId } = project;
	const request = { kind, projectId, runId, folder, timeMs: Date.now(), ...(files ? { files } : {}) };
	const type = kind === 'bundle' ? 'application/octet-stream' : 'application/zip';
	return new Blob([await exportInWorker(request, signal)], { type });
}

/**
 * Makes one export in a worker that lives no longer.
 * @throws AppError EXPORT_EMPTY, EXPORT_FAILED, EXPORT_TIMEOUT, or the reason of `signal`
 */
async function exportInWorker(request: ExportRequest, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
	signal.throwIfAborted();
	const worker = new Worker(new URL('../../../../workers/export.ts', import.meta.url), { type: 'module', name: 'export' });
	const { client, dispose } = connectWorker(worker, exportContract, { name: 'The export worker' });
	try {
		return await deadline(client.make(request), { signal });
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
