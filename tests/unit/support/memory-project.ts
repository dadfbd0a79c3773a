import { Workspace } from '../../../src/lib/project/workspace';
import { StoredEventLog } from '../../../src/lib/log/event-log';
import { sha256 } from '../../../src/lib/domain/sha256';
import { MemoryEventStore } from './memory-event-store';

/** A project kept in memory as the database keeps it: the files as they are, the texts that were replaced, the log. */
export function memoryProject() {
	const store = new MemoryEventStore();
	const files = new Map<string, string | Uint8Array>();
	const versions = new Map<string, string>();
	const keep = async (text: string | undefined) => void (text !== undefined && versions.set(await sha256(text), text));
	const sink = {
		write: async (path: string, content: string, replaced?: string) => {
			await keep(replaced);
			files.set(path, content);
		},
		remove: async (path: string, replaced?: string) => {
			await keep(replaced);
			files.delete(path);
		}
	};
	let now = Date.UTC(2026, 0, 2, 3, 4, 5);
	const log = new StoredEventLog(store, { now: () => (now += 1000), id: () => `event-${now}` });
	return {
		log,
		store,
		files,
		versions,
		workspace: new Workspace([], [sink]),
		database: {
			read: (runId: string) => store.read(runId),
			readAllFiles: async () => new Map(files),
			readVersions: async () => new Map(versions)
		}
	};
}
