import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';
import { extractOf } from '../agents/extract';
import type { PromptFile } from '../agents/prompts';
import { filesImported, type ReadableFiles } from '../planning/suspect-files';

/** Which files a step of a change is shown: those that it may write, whole; then what they import and who imports them, as extracts. */

const MAX_CHARS = 40_000;
/** Of what a step only builds on. */
const MAX_NEAR_CHARS = 8_000;
const TEXT = /\.(?:[cm]?[jt]sx?|json|css|scss|sql|html?|md|vue|svelte|astro|ya?ml|toml|txt)$/;

export interface StepFacts {
	failures?: readonly Pick<Failure, 'file' | 'suspects'>[];
	/** Files that agents know from the frame's guide. */
	isKnown?(path: string): boolean;
}

/** Most important first; what finds no room is left out, and the agent may read it. */
export function stepFiles(
	task: Pick<PlannedTask, 'writes'>,
	files: ReadableFiles,
	{ failures = [], isKnown = () => false }: StepFacts = {}
): PromptFile[] {
	const paths = files.list();
	const failing = failures.flatMap(({ file, suspects = [] }) => [...(file ? [file] : []), ...suspects]);
	const whole = new Set([...paths.filter((path) => isWritable(task.writes, path) && TEXT.test(path)), ...failing]);
	const near = [...whole].flatMap((path) => filesImported(path, files));
	const importers = paths.filter(
		(path) => !whole.has(path) && filesImported(path, files).some((imported) => whole.has(imported))
	);
	const extracts = [...near, ...importers].filter((path) => !whole.has(path) && !isKnown(path));
	return [
		...shown([...whole], MAX_CHARS, (path) => ({ path, content: files.read(path) ?? '' })),
		...shown([...new Set(extracts)], MAX_NEAR_CHARS, (path) => ({
			...{ path, isExtract: true },
			content: extractOf(path, files.read(path) ?? '')
		}))
	];
}

/** As many as there is room for. */
function shown(paths: readonly string[], maxChars: number, read: (path: string) => PromptFile): PromptFile[] {
	let room = maxChars;
	return paths.flatMap((path) => {
		const file = read(path);
		if (!file.content || file.content.length > room) return [];
		room -= file.content.length;
		return [file];
	});
}
