import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { mergeTexts } from '../../../src/lib/project/merge-texts';
import type { ChatRequest, Reply, ToolCall } from '../protocol';
import { textOf } from '../protocol';
import { changedFiles, plannedFiles } from './file-steps';

/** A step of a change, a few files at a time: read as they are, then written, so that what a person changed in them stays. */

/** Files per answer: enough to be quick, few enough to be watched. */
const FILES_PER_TURN = 6;
/** What a tool gives is cut at this length; such a file is written as the blueprint has it. */
const MAX_READ_CHARS = 24_000;

export interface StepFiles {
	before: Blueprint;
	after: Blueprint;
	writes: readonly string[];
}

export function writeChanges(request: ChatRequest, { before, after, writes }: StepFiles): Reply {
	const [changes, bases] = [changedFiles(before, after, writes), plannedFiles(before)];
	const { read, done } = progressOf(request);
	const kept = keptByHand(changes, { read, bases });
	const left = [...changes.keys()].filter((path) => !done.has(path) && !kept.includes(path)).slice(0, FILES_PER_TURN);
	const unread = left.filter((path) => bases.has(path) && !read.has(path));
	if (unread.length)
		return {
			text: `Reading ${unread.join(', ')}.`,
			calls: unread.map((path) => ({ name: 'read_file', arguments: { path, whole: true } }))
		};
	if (left.length) {
		const calls = left.map((path): ToolCall => {
			const content = merged(path, changes.get(path), { read, bases });
			return content === undefined
				? { name: 'delete_file', arguments: { path } }
				: { name: 'write_file', arguments: { path, content } };
		});
		return { text: `Writing ${left.join(', ')}.`, calls };
	}
	return { text: '', calls: [{ name: 'finish', arguments: { summary: summaryOf(changes, kept) } }] };
}

interface Known {
	/** Texts as they are now; undefined where there is no such file. */
	read: ReadonlyMap<string, string | undefined>;
	/** Texts as the blueprint before had them. */
	bases: ReadonlyMap<string, string>;
}

/** Both what the change and what a person did to a file; undefined where they cannot be brought together, or the file goes. */
function merged(path: string, text: string | undefined, { read, bases }: Known): string | undefined {
	const [now, base] = [read.get(path), bases.get(path)];
	if (text === undefined || now === undefined || base === undefined || now.length >= MAX_READ_CHARS) return text;
	return mergeTexts(text, base, now);
}

/** Files that a person changed where the change is: they stay as they are. */
function keptByHand(changes: ReadonlyMap<string, string | undefined>, known: Known): string[] {
	return [...changes].flatMap(([path, text]) => {
		const now = known.read.get(path);
		if (now === undefined) return [];
		const isKept = text === undefined ? now !== known.bases.get(path) : merged(path, text, known) === undefined;
		return isKept ? [path] : [];
	});
}

function summaryOf(changes: ReadonlyMap<string, string | undefined>, kept: readonly string[]): string {
	const count = changes.size - kept.length;
	const verb = [...changes.values()].includes(undefined) ? 'Wrote and deleted' : 'Wrote';
	const words = `${verb} ${count === 1 ? '1 file' : `${count} files`} from the blueprint.`;
	return kept.length
		? `${words} Left as they are, because they were changed by hand in the same place: ${kept.join(', ')}.`
		: words;
}

/** What has been read and written in this conversation. */
function progressOf({ messages }: ChatRequest): { read: Map<string, string | undefined>; done: Set<string> } {
	const [read, done] = [new Map<string, string | undefined>(), new Set<string>()];
	const results = new Map(
		messages.filter(({ role }) => role === 'tool').map((message) => [message.tool_call_id, textOf(message)])
	);
	for (const { id, function: call } of messages.flatMap((message) => message.tool_calls ?? [])) {
		const path = pathOf(call?.arguments);
		const result = results.get(id);
		if (path === undefined || result === undefined) continue;
		if (call?.name === 'read_file') read.set(path, result.startsWith('Error ENOENT') ? undefined : result);
		else if (call?.name === 'write_file' || call?.name === 'delete_file') done.add(path);
	}
	return { read, done };
}

function pathOf(json = '{}'): string | undefined {
	try {
		const { path } = JSON.parse(json) as { path?: unknown };
		return typeof path === 'string' ? path : undefined;
	} catch {
		// Arguments that are no JSON name no file.
		return undefined;
	}
}
