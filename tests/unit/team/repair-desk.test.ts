import { expect, test } from 'vitest';
import type { Failure } from '../../../src/lib/domain/check';
import type { PlannedTask, TaskKind } from '../../../src/lib/domain/task';
import { stampEvent, type EventDraft, type RunEvent } from '../../../src/lib/domain/events';
import { foldEvents } from '../../../src/lib/log/reducer';
import { initialRunState, type RunState } from '../../../src/lib/log/state';
import type { Repair } from '../../../src/lib/team/conductor/task-runner';
import { failureOf } from '../../../src/lib/team/gates/gate';
import { RepairDesk } from '../../../src/lib/team/gates/repair-desk';

const task = (kind: TaskKind, role: string, feature: string, file: string): PlannedTask => ({
	...{ id: `${kind}:${feature}`, title: kind, role, kind, feature, needs: [], publishes: [], criteria: [], estimate: 1 },
	writes: [`src/features/${feature}/${file}`]
});
const TASKS = [
	task('api', 'backend', 'books', 'routes.ts'),
	task('ui', 'frontend', 'books', 'list.page.tsx'),
	task('tests', 'qa', 'books', 'ui.test.tsx'),
	task('ui', 'designer', 'game', 'board.tsx')
];

interface Reply {
	/** Files and their new text. */
	writes?: Record<string, string>;
	words?: string;
}

const FILES = [
	['src/features/books/routes.ts', 'routes'],
	['src/features/books/list.page.tsx', 'page'],
	['src/features/books/ui.test.tsx', 'test'],
	['src/features/game/board.tsx', 'board']
] as const;

/** A desk whose fixers answer as `reply` says, over a run's log in memory; what they were asked is kept. */
function desk(reply: (repair: Repair, turn: number) => Reply) {
	const files = new Map<string, string>(FILES);
	const asked: { role: string; failures: Failure[] }[] = [];
	const events: RunEvent[] = [];
	let state = initialRunState();
	const add = (draft: Omit<EventDraft, 'runId' | 'from'> & { from?: string }) => {
		const stamp = { id: `event-${events.length}`, seq: events.length + 1, time: events.length };
		const event = stampEvent({ runId: 'run-1', from: 'conductor', ...draft } as EventDraft, stamp);
		events.push(event);
		state = foldEvents([event], state);
	};
	const write = (path: string, text: string, taskId?: string) => {
		files.set(path, text);
		const payload = { name: `file:${path}`, kind: 'file', path };
		const artifactRefs = [{ id: `file:${path}`, sha256: text }];
		add({ topic: 'artifact.published', payload, artifactRefs, ...(taskId ? { taskId } : {}) });
	};
	add({ topic: 'plan.patched', payload: { tasks: TASKS } });
	for (const [path, text] of FILES) write(path, text);
	const open = (stateNow: () => RunState) =>
		new RepairDesk({
			state: stateNow,
			files: {
				read: (path) => files.get(path),
				list: (under = '') => [...files.keys()].filter((path) => path.startsWith(under))
			},
			frame: new Map([['src/server/app.ts', 'frozen']]),
			emit: async (topic, payload) => add({ topic, payload } as EventDraft),
			repair: async (repairs) => {
				add({ topic: 'plan.patched', payload: { tasks: [...state.tasks, ...repairs.map(({ task }) => task)] } });
				for (const repair of repairs) {
					const { writes = {}, words = '' } = reply(repair, asked.length);
					asked.push({ role: repair.task.role, failures: repair.failures });
					for (const [path, text] of Object.entries(writes)) write(path, text, repair.task.id);
					const payload = { summary: words, files: Object.keys(writes) };
					add({ topic: 'task.result', payload, from: `${repair.task.role}-1`, taskId: repair.task.id });
				}
			}
		});
	return {
		desk: open(() => state),
		/** What is left after a reload: the log. */
		reloaded: () => {
			state = foldEvents(events);
			return open(() => state);
		},
		asked,
		roles: () => asked.map(({ role }) => role)
	};
}

const FAILURE = failureOf('tests', 'TEST', 'R1.1 shows books: No.', { file: 'src/features/books/ui.test.tsx' });

test('a fix that changes nothing, or writes the same again, goes on at once to the next one', async () => {
	const { desk: made, roles } = desk(({ task: { role } }): Reply =>
		role === 'frontend'
			? { writes: { 'src/features/books/list.page.tsx': 'page' } }
			: { writes: { 'src/features/books/ui.test.tsx': 'better' } }
	);
	expect(await made.repair([FAILURE])).toBe(true);
	expect(roles()).toEqual(['frontend', 'qa']);
});

test('whoever is asked next reads what the one before said, and the report tells all of it', async () => {
	const { desk: made, asked } = desk((_, turn) =>
		turn === 0 ? { words: 'The test expects too much.' } : { writes: { 'src/features/books/ui.test.tsx': 'better' } }
	);
	await made.repair([FAILURE]);
	expect(asked[1]?.failures[0]?.asked).toEqual(['frontend: The test expects too much.']);
	expect(made.summary()).toBe(
		'frontend about the test "R1.1 shows books": changed nothing ("The test expects too much."). qa about the test "R1.1 shows books": changed src/features/books/ui.test.tsx.'
	);
});

test('who a fixer says is to blame is asked next', async () => {
	const { desk: made, roles } = desk((_, turn) =>
		turn === 0
			? { words: 'Nothing to change here. The cause is in src/features/game: board.tsx draws too much.' }
			: { writes: { 'src/features/game/board.tsx': 'less' } }
	);
	expect(await made.repair([FAILURE])).toBe(true);
	expect(roles()).toEqual(['frontend', 'designer']);
});

test('when everybody has changed nothing, it is over', async () => {
	const { desk: made, roles } = desk(() => ({}));
	expect(await made.repair([FAILURE])).toBe(false);
	expect(roles()).toEqual(['frontend', 'qa', 'backend', 'frontend']);
	expect(await made.repair([FAILURE])).toBe(false);
});

test('a reload forgets nobody who was asked, nor what they said', async () => {
	const {
		desk: made,
		reloaded,
		asked,
		roles
	} = desk((_, turn) =>
		turn === 0
			? { words: 'The test is wrong.' }
			: { writes: { 'src/features/books/ui.test.tsx': `better ${turn}` }, words: 'Mended.' }
	);
	await made.repair([FAILURE]);
	const before = made.summary();
	const after = reloaded();
	expect(after.summary()).toBe(before);
	await after.repair([FAILURE]);
	expect(roles()).toEqual(['frontend', 'qa', 'backend']);
	expect(asked[2]?.failures[0]?.asked).toEqual(['frontend: The test is wrong.', 'qa: Mended.']);
});
