import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { logOfFiles } from '../../../src/lib/app/project/read-import';
import { Workspace } from '../../../src/lib/project/workspace';
import type { ConductorOptions } from '../../../src/lib/team/conductor/conductor-options';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { MemoryEventStore } from './memory-event-store';
import { NativeContainer } from './native-container';
import { readSlips, replayedMind } from './replayed-mind';
import { teamRun } from './team-run';

/** Projects that were made elsewhere, as an import leaves them, for tests that have the team change them. */

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** A project of tests/fixtures/imported, by path. */
export function importedFixture(name: string): Record<string, string> {
	const root = join(FIXTURES, 'imported', name);
	const paths = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
	return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

type Slips = ReturnType<typeof readSlips>;

/** Imports files, has a mind of tests/fixtures/minds carry out a wish in a folder with real programs, and tells what came of it. */
export async function changeImported(
	files: Record<string, string>,
	{ mind, wish, slips = [], ...options }: { mind: string; wish: string; slips?: Slips } & Partial<Omit<ConductorOptions, 'wish'>>
) {
	const store = new MemoryEventStore();
	const workspace = new Workspace(Object.entries(files));
	const container = await NativeContainer.create();
	const { conductor, log } = teamRun(
		{
			...{ workspace, model: 'replay', isReviewed: false, isBuiltin: () => false },
			container: async () => container,
			runner: new LocalAgents(() => replayedMind(join(FIXTURES, 'minds', mind), slips)),
			wish: { text: wish },
			...options
		},
		store
	);
	const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
	const imported = { files: bytes, leftOut: new Map<string, number>(), executables: 0 };
	const run = { runId: 'run-1', projectId: 'project-1', requirement: 'Imported from a.zip.' };
	for (const draft of await logOfFiles(run, imported)) await log.append(draft);
	try {
		const state = await conductor.run();
		const now = Object.fromEntries(workspace.entries());
		const changed = Object.keys({ ...files, ...now }).filter((path) => files[path] !== now[path]);
		return { state, files: now, changed: changed.sort(), events: await store.read('run-1'), container };
	} finally {
		await container.dispose();
	}
}
