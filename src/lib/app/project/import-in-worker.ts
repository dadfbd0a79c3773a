import { importContract } from '../../bus/contracts/import';
import { connectWorker } from '../../bus/rpc';
import { AppError } from '../../domain/app-error';

/** What a person opens: the zip of a project or a run log, or a folder with all that is in it. */
export type Opened = File | readonly File[];

/**
 * Makes a project of what is opened, in a worker that lives no longer: unpacking and hashing 200 MB takes seconds.
 * @returns the project's id
 * @throws AppError IMPORT_UNKNOWN, ZIP_UNSAFE, STORAGE_FULL
 */
export async function importInWorker(opened: Opened): Promise<string> {
	const worker = new Worker(new URL('../../../../workers/import.ts', import.meta.url), { type: 'module', name: 'import' });
	const { client, dispose } = connectWorker(worker, importContract, { name: 'The import worker' });
	try {
		if (opened instanceof File) return await client.file(opened);
		const files = opened.map((file) => ({ path: file.webkitRelativePath, file }));
		const name = files[0]?.path.split('/')[0];
		if (!name) throw new AppError('IMPORT_UNKNOWN', 'The folder holds no files. Choose the folder of a project.');
		return await client.folder(name, files);
	} finally {
		dispose();
	}
}
