import { Database } from '../src/lib/project/database';
import { exportProject, type ProjectExport } from '../src/lib/project/export';
import { codeOf, messageOf } from '../src/lib/run/app-error';

/** Makes one export of a project, off the page's thread. */

export type ExportReply = { bytes: Uint8Array<ArrayBuffer> } | { error: { code: string; message: string } };

globalThis.onmessage = async ({ data }: MessageEvent<ProjectExport>) => {
	try {
		const database = await Database.open();
		const bytes = await exportProject(database, data).finally(() => database.close());
		postMessage({ bytes } satisfies ExportReply, { transfer: [bytes.buffer] });
	} catch (error) {
		postMessage({ error: { code: codeOf(error), message: messageOf(error) } } satisfies ExportReply);
	}
};
