import { Database } from '../src/lib/project/database';
import { exportGit, type GitExport } from '../src/lib/project/git-export';
import { codeOf, messageOf } from '../src/lib/run/app-error';

/** Makes one export as git, off the page's thread. */

export type GitReply = { bytes: Uint8Array<ArrayBuffer> } | { error: { code: string; message: string } };

globalThis.onmessage = async ({ data }: MessageEvent<GitExport>) => {
	try {
		const database = await Database.open();
		const bytes = await exportGit(database, data).finally(() => database.close());
		postMessage({ bytes } satisfies GitReply, { transfer: [bytes.buffer] });
	} catch (error) {
		postMessage({ error: { code: codeOf(error), message: messageOf(error) } } satisfies GitReply);
	}
};
