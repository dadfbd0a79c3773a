import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';
import { extractOf } from '../agents/extract';
import type { PromptFile } from '../agents/prompts';
import { filesImported, type ReadableFiles } from '../planning/suspect-files';

/** Which files a step of a change is shown: those that it may write, whole; then what they import and who imports them, as extracts. */

const MAX_CHARS = 48_000;
const TEXT = /\.(?:[cm]?[jt]sx?|json|css|scss|sql|html?|md|vue|svelte|astro|ya?ml|toml|txt)$/;

/** Most important first; what finds no room is left out, and the agent may read it. */
export function stepFiles(
	task: Pick<PlannedTask, 'writes'>,
	files: ReadableFiles,
	failures: readonly Pick<Failure, 'file' | 'suspects'>[] = []
): PromptFile[] {
	const paths = files.list();
	const failing = failures.flatMap(({ file, suspects = [] }) => [...(file ? [file] : []), ...suspects]);
	const whole = new Set([...paths.filter((path) => isWritable(task.writes, path) && TEXT.test(path)), ...failing]);
	const near = [...whole].flatMap((path) => filesImported(path, files));
	const importers = paths.filter((path) => !whole.has(path) && filesImported(path, files).some((one) => whole.has(one)));
	let room = MAX_CHARS;
	return [...new Set([...whole, ...near, ...importers])].flatMap((path) => {
		const text = files.read(path);
		if (text === undefined) return [];
		const isExtract = !whole.has(path);
		const content = isExtract ? extractOf(path, text) : text;
		if (content.length > room) return [];
		room -= content.length;
		return [{ path, content, ...(isExtract ? { isExtract } : {}) }];
	});
}
