import type { Blueprint } from '../../domain/blueprint';
import { mergeTexts } from '../../project/merge-texts';
import type { TaskHost } from '../conductor/task-host';
import { laidChanges } from './change-tasks';

/**
 * Lays what is different between two blueprints, without a model. What somebody changed of a laid file stays: it is merged, and where that
 * cannot be done the file is left as it is and named; a document says what the blueprint says.
 * @returns the last words of the task
 */
export async function layChange(
	{ before, after }: { before: Blueprint | null; after: Blueprint | null },
	host: Pick<TaskHost, 'readFile' | 'writeFile' | 'deleteFile'>
): Promise<string> {
	const left: string[] = [];
	const changes = laidChanges(before, after);
	for (const { path, before: base, after: text } of changes) {
		const now = await host.readFile(path);
		if (text === undefined) {
			if (now === base) await host.deleteFile(path);
			else if (now !== undefined) left.push(path);
			continue;
		}
		const merged = now === undefined ? text : (mergeTexts(text, base ?? now, now) ?? (isDocument(path) ? text : undefined));
		if (merged === undefined) left.push(path);
		else if (merged !== now) await host.writeFile(path, merged);
	}
	const laid = changes.length - left.length;
	const words = `Laid from the blueprint, without a model: ${laid === 1 ? '1 file' : `${laid} files`}.`;
	return left.length ? `${words} Left as they are, because they were changed there: ${left.join(', ')}.` : words;
}

const isDocument = (path: string) => path.startsWith('docs/');
