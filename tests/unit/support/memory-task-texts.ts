import type { TaskTexts } from '../../../src/lib/project/database';

/** Texts of tasks in memory; `of` begins with those of a tab that was closed. */
export function memoryTaskTexts(of: Iterable<readonly [string, string]> = []): TaskTexts & { texts: Map<string, string> } {
	const texts = new Map(of);
	return {
		texts,
		read: async (taskId) => texts.get(taskId),
		write: async (taskId, text) => void texts.set(taskId, text),
		remove: async (taskId) => void texts.delete(taskId),
		clear: async () => texts.clear()
	};
}
