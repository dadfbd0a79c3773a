import { openPackStore, type ByteStore } from '../pack-store';

const FOLDER = 'transforms';
/** The modules of vite, vitest and a large application take 12 MiB. */
const MAX_BYTES = 48 << 20;

/** What earlier sessions have transformed; the work of other versions of the code is removed. */
export async function openTransformStore(format: string): Promise<ByteStore> {
	await removeOthers(format).catch(() => undefined);
	return openPackStore(FOLDER, format, MAX_BYTES);
}

/** Fails where there is no OPFS, or where a tab with an older engine holds its files: they go with the next session. */
async function removeOthers(format: string): Promise<void> {
	const root = await navigator.storage.getDirectory();
	const folder = await root.getDirectoryHandle(FOLDER, { create: true });
	for await (const name of folder.keys()) if (!name.startsWith(`${format}.`)) await folder.removeEntry(name);
}
