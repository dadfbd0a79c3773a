import { describe, expect, it } from 'vitest';
import { Deferred } from '../../../src/lib/async/deferred';
import type { Container } from '../../../src/lib/container/container';
import type { ConductorOptions } from '../../../src/lib/team/conductor/conductor-options';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { readPrompt } from '../../../src/lib/team/agents/prompts';
import { failureOf, reportOf } from '../../../src/lib/team/gates/gate';
import { goesOnAfter, SavedConversations } from '../../../src/lib/team/conductor/saved-conversations';
import { Workspace } from '../../../src/lib/project/workspace';
import { call, chunk, end, fakeServer, refusal, stream, type WireBody } from '../models/support/fake-server';
import { endpoint } from '../models/support/probe-agent';
import { MemoryEventStore } from '../support/memory-event-store';
import { memoryTaskTexts } from '../support/memory-task-texts';
import { passingGates, teamRun } from '../support/team-run';
import { tipsBlueprint } from '../support/tips-blueprint';

const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;
const THOUGHT = 'I think, "so" 雪.';
type Call = readonly [name: string, input: object];
/** What a script says when nothing is answered: the tab is closed while it is waited for. */
const SILENCE = 'silence';

/** A server that wants its thoughts back word for word, and a run on it that tabs are closed under. */
function reloadable(
	script: (task: string, turn: number) => readonly Call[] | typeof SILENCE | undefined,
	part: Partial<ConductorOptions> = {}
) {
	const asked: { task: string; turn: number; body: WireBody }[] = [];
	let heard: (() => void) | undefined;
	const closed = new Deferred<Response>();
	const server = fakeServer(async ({ body }) => {
		const said = body.messages.find(({ role }) => role === 'user')?.content;
		const task = (JSON.parse(readPrompt(String(said)).task ?? '{}') as { id: string }).id;
		const replies = body.messages.filter(({ role }) => role === 'assistant');
		asked.push({ task, turn: replies.length, body });
		if (replies.some((reply) => reply.reasoning_content !== THOUGHT))
			return refusal(400, { error: { message: 'A thought is lost.' } });
		const calls = script(task, replies.length);
		if (calls === SILENCE) {
			heard?.();
			return closed.promise;
		}
		const done: Call = task === 'blueprint' ? ['submit_blueprint', tipsBlueprint] : ['finish', { summary: `${task} done.` }];
		return stream(
			chunk({ reasoning_content: THOUGHT.slice(0, 8) }),
			chunk({ reasoning_content: THOUGHT.slice(8) }),
			...(calls ?? [done]).map(([name, input], index) =>
				chunk({ tool_calls: [call({ index, id: `${task}-${replies.length}-${index}`, type: 'function' }, name, input)] })
			),
			end('tool_calls')
		);
	});
	const at = endpoint({ apiKey: 'sk-secret-of-mine' });
	const events = new MemoryEventStore();
	const texts = memoryTaskTexts();
	const workspace = new Workspace();
	const shared = { model: at.model, workspace, savedConversations: texts, ...part };
	const runner = () => new LocalAgents(() => new OpenAiChat(at, { fetch: server.fetch, maxRetries: 0 }));
	return {
		asked,
		texts,
		workspace,
		/** Runs until the server is silent; what is left is what a closed tab leaves. */
		async untilClosed() {
			const silent = new Promise<void>((done) => (heard = done));
			const { conductor } = teamRun({ ...shared, runner: runner() }, events);
			const lost = conductor.run().catch(() => undefined);
			await silent;
			await expect.poll(() => texts.texts.size).toBeGreaterThan(0);
			const kept = memoryTaskTexts(texts.texts);
			const half = new MemoryEventStore();
			for (const event of await events.read('run-1')) await half.append(event);
			await conductor.stop();
			closed.resolve(refusal(500, 'The tab is closed.'));
			await lost;
			return { kept, half };
		},
		again: (half: MemoryEventStore, kept: typeof texts) =>
			teamRun({ ...shared, runner: runner(), savedConversations: kept }, half)
	};
}

const REPO = 'src/features/tips/repo.ts';
const write = (content: string): Call => ['write_file', { path: REPO, content }];

describe('a task whose tab was closed', () => {
	it('goes on with its conversation, thoughts and results word for word, and keeps nothing once it has ended', async () => {
		let isClosed = false;
		const { asked, untilClosed, again, workspace } = reloadable((task, turn) => {
			if (task !== 'api:tips') return undefined;
			if (turn === 0) return [['publish', { artifact: 'contract:tips' }], write('one')];
			if (turn === 1 && !isClosed) return SILENCE;
			return undefined;
		});
		const { kept, half } = await untilClosed();
		expect([...kept.texts.keys()]).toContain('api:tips');
		expect(JSON.stringify([...kept.texts])).not.toContain('sk-secret');
		const before = asked.find(({ task, turn }) => task === 'api:tips' && turn === 1);
		isClosed = true;
		const from = asked.length;
		const { conductor, log } = again(half, kept);
		const state = await conductor.run();
		const after = asked.slice(from).filter(({ task }) => task === 'api:tips');
		expect(after.map(({ turn }) => turn)).toEqual([1]);
		expect(after[0]?.body.messages).toEqual(before?.body.messages);
		expect(state.tasks.every(({ status }) => status === 'done')).toBe(true);
		expect(state.tasks.find(({ id }) => id === 'api:tips')?.files).toEqual([REPO]);
		expect(workspace.read(REPO)).toBe('one');
		const claims = (await log.read('run-1')).flatMap((event) =>
			event.topic === 'task.claimed' && event.taskId === 'api:tips' ? [event.payload.isResumed ?? false] : []
		);
		expect(claims).toEqual([false, true]);
		expect(kept.texts.size).toBe(0);
	});

	it('that was repairing goes on with the repair, which is remembered as asked', async () => {
		let isClosed = false;
		const failing = failureOf('types', 'TS1', 'No.', { file: REPO });
		const gates = {
			...passingGates,
			types: async ({ files }: { files: { read(path: string): string | undefined } }) =>
				reportOf('types', 0, files.read(REPO) === 'mended' ? { summary: 'Sound.' } : { summary: 'No.', failures: [failing] })
		};
		const { asked, untilClosed, again, workspace } = reloadable(
			(task, turn) => {
				if (task === 'api:tips' && turn === 0) return [write('one')];
				if (task === 'fix-1' && turn === 0) return [['read_file', { path: REPO }]];
				if (task === 'fix-1' && turn === 1) return isClosed ? [write('mended')] : SILENCE;
				return undefined;
			},
			{ container: async () => nowhere, gates }
		);
		const { kept, half } = await untilClosed();
		isClosed = true;
		const from = asked.length;
		const { conductor } = again(half, kept);
		const state = await conductor.run();
		expect(state.phase).toBe('done');
		const repairs = asked.slice(from).filter(({ task }) => task.startsWith('fix-'));
		expect(repairs.map(({ task, turn }) => `${task} ${turn}`)).toEqual(['fix-1 1', 'fix-1 2']);
		expect(workspace.read(REPO)).toBe('mended');
		expect(state.repairs).toMatchObject([{ taskId: 'fix-1', suspectId: 'api:tips', changed: [REPO] }]);
	});
});

describe('a conversation is kept', () => {
	const task = (content: string) => ({
		conversation: { messages: [{ role: 'user' as const, content }], steps: 1 },
		...{ written: [], handOvers: [], heard: 0, contracts: {} }
	});

	it('for its own run only, and not when it is longer than any model takes', async () => {
		const store = memoryTaskTexts();
		const saved = new SavedConversations(store, 'run-1');
		saved.save('a', task('short'));
		expect((await saved.of('a'))?.conversation.messages).toEqual([{ role: 'user', content: 'short' }]);
		expect(await new SavedConversations(store, 'run-2').of('a')).toBeUndefined();
		saved.save('a', task('long'.repeat(500_000)));
		await expect.poll(() => store.texts.size).toBe(0);
	});

	it('as it was last, however many came while one was written', async () => {
		const store = memoryTaskTexts();
		let writes = 0;
		const slow = {
			...store,
			write: async (id: string, text: string) => {
				writes++;
				await new Promise((done) => setTimeout(done, 5));
				await store.write(id, text);
			}
		};
		const saved = new SavedConversations(slow, 'run-1');
		for (const word of ['one', 'two', 'three']) saved.save('a', task(word));
		expect((await saved.of('a'))?.conversation.messages[0]?.content).toBe('three');
		expect(writes).toBe(2);
	});

	it('over what passes, and not over what the same words would meet again', () => {
		const codes = [
			'AGENT_LOST',
			'MODEL_UNREACHABLE',
			'MODEL_AUTH',
			'MODEL_CONTEXT',
			'MODEL_REFUSED',
			'AGENT_STUCK',
			'AGENT_NO_ACTION'
		];
		expect(codes.filter((code) => goesOnAfter({ code }))).toEqual(['AGENT_LOST', 'MODEL_UNREACHABLE', 'MODEL_AUTH']);
	});
});
