import { onTestFinished } from 'vitest';
import recorded from '../fixtures/run-01.json';
import type { FileChange, FileSource, PreviewStatus, ProjectHandle, TerminalProcess } from '../../src/lib/app/ports';
import { RecordedRun } from '../../src/lib/app/run-source';
import type { PageError } from '../../src/lib/container/container';
import { runEventSchema, type RunEvent } from '../../src/lib/domain/events';
import type { FileContent } from '../../src/lib/project/file-content';
import { Workspace } from '../../src/lib/screen/shell/workspace.svelte';

/** A run as it was recorded: 58 events, to a question while the team builds and one test fails. */
export const RUN: readonly RunEvent[] = runEventSchema.array().parse(recorded);
/** The run up to its last event of a topic, that one included. */
export const runUntil = (topic: RunEvent['topic']): readonly RunEvent[] =>
	RUN.slice(0, RUN.findLastIndex((event) => event.topic === topic) + 1);

/** These events and one more, stamped as the bus would. */
export function withEvent(
	events: readonly RunEvent[],
	{ from = 'conductor', ...event }: { topic: RunEvent['topic']; payload: object; from?: string; to?: string; taskId?: string }
): readonly RunEvent[] {
	const seq = events.length + 1;
	const stamp = { version: 1, id: `e${seq}`, runId: 'run-01', seq, time: (events.at(-1)?.time ?? 0) + 1000, causeId: null };
	return [...events, runEventSchema.parse({ ...stamp, artifactRefs: [], from, ...event })];
}
/** The recorded run, brought to a good end. */
export const ENDED_RUN = withEvent(RUN, { topic: 'run.finished', payload: { outcome: 'done', summary: 'All 42 tests pass' } });

export interface ProjectParts {
	events?: readonly RunEvent[];
	files?: Readonly<Record<string, FileContent>>;
	origin?: ProjectHandle['origin'];
	/** What stands in for the source of files, in part. */
	fileSource?: Partial<FileSource>;
	spawn?: () => Promise<TerminalProcess>;
}

/** An open project over a recorded run and files in memory. It is closed when the test is over. */
export function openProject({ events = RUN, files = {}, origin, fileSource, spawn }: ProjectParts = {}) {
	const run = new RecordedRun(events);
	const memory = new Map(Object.entries(files));
	const fileListeners = new Set<(change: FileChange) => void>();
	const previewListeners = new Set<(status: PreviewStatus) => void>();
	const errorListeners = new Set<(error: PageError) => void>();
	let startCount = 0;
	const workspace = new Workspace({
		id: crypto.randomUUID(),
		title: 'Demo',
		origin,
		run,
		lost: new AbortController().signal,
		files: {
			list: async () => [...memory.keys()],
			read: async (path) => memory.get(path) ?? '',
			readBefore: async () => undefined,
			isBehind: () => false,
			catchUp: async () => undefined,
			subscribe: listenIn(fileListeners),
			...fileSource
		},
		terminal: { spawn: spawn ?? (() => Promise.reject(new Error('no shell here'))) },
		preview: {
			subscribe: listenIn(previewListeners),
			onError: listenIn(errorListeners),
			start: () => (startCount += 1)
		},
		exportAs: async () => new Blob(),
		dispose: () => undefined
	});
	onTestFinished(() => workspace.dispose());
	return {
		workspace,
		run,
		/** Somebody writes a file, or removes it. */
		change: (change: FileChange) => fileListeners.forEach((listener) => listener(change)),
		showPreview: (status: PreviewStatus) => previewListeners.forEach((listener) => listener(status)),
		failInPreview: (error: PageError) => errorListeners.forEach((listener) => listener(error)),
		/** How often the app was asked to start. */
		startCount: () => startCount
	};
}

const listenIn =
	<T>(listeners: Set<(value: T) => void>) =>
	(listener: (value: T) => void) => {
		listeners.add(listener);
		return () => void listeners.delete(listener);
	};
