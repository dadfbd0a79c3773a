import { describe, expect, it } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import type { ChatModel, ChatRequest } from '../../../src/lib/models/chat';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { readPrompt } from '../../../src/lib/team/agents/prompts';
import { promptOf } from '../../../src/lib/team/prompts/prompts';
import { failureOf, reportOf } from '../../../src/lib/team/gates/gate';
import { standardTeam } from '../../../src/lib/team/roles/registry';
import type { BlueprintInput } from '../../../src/lib/domain/blueprint';
import { passingGates, teamRun } from '../support/team-run';
import { tipsBlueprint } from '../support/tips-blueprint';

const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;
type Call = readonly [name: string, input: object];

/** A team whose model answers each task, by its id and turn, with what `script` says; else it finishes. */
function scripted(script: (task: string, turn: number, request: ChatRequest) => readonly Call[] | string | undefined) {
	const asked: { task: string; prompt: string; system: string }[] = [];
	const model: ChatModel = {
		complete: async (request) => {
			const [system, user] = request.messages;
			const task = (JSON.parse(readPrompt(user?.content ?? '').task ?? '{}') as { id: string }).id;
			const turn = request.messages.filter(({ role }) => role === 'assistant').length;
			if (turn === 0) asked.push({ task, prompt: user?.content ?? '', system: system?.content ?? '' });
			const blueprint: Call = ['submit_blueprint', tipsBlueprint satisfies BlueprintInput];
			const said = script(task, turn, request) ?? [
				task === 'blueprint' ? blueprint : (['finish', { summary: `${task} done.` }] as const)
			];
			const calls = typeof said === 'string' ? [] : said;
			return {
				text: typeof said === 'string' ? said : '',
				toolCalls: calls.map(([name, input], index) => ({
					id: `${task}-${turn}-${index}`,
					name,
					arguments: JSON.stringify(input)
				})),
				...{
					finishReason: 'tool_calls',
					usage: { inputTokens: 1, outputTokens: 1 },
					money: null,
					latencyMs: 1,
					model: 'scripted'
				}
			};
		}
	};
	return { asked, part: { model: 'scripted', runner: new LocalAgents(() => model) } };
}

describe('a team', () => {
	it('passes on what its members say at the end, and the log says which prompts they had', async () => {
		const { asked, part } = scripted(() => undefined);
		const { conductor, log } = teamRun(part);
		await conductor.run();
		expect(asked.find(({ task }) => task === 'tests:tips')?.prompt).toMatch(
			/<summaries>api:tips \(backend\): api:tips done\.\nui:tips \(frontend\): ui:tips done\.<\/summaries>/
		);
		const claimed = (await log.read('run-1')).flatMap((event) =>
			event.topic === 'task.claimed' && event.taskId === 'api:tips' ? [event.payload.prompts] : []
		);
		expect(claimed).toEqual([`rules@${promptOf('rules').version} backend@${promptOf('backend').version}`]);
	});

	it('passes on what a member sees amiss in the work of another, as a repair with the reason', async () => {
		const said = ['hand_over', { to: 'src/features/tips/repo.ts', reason: 'Answer with rows.' }] as const;
		const { asked, part } = scripted((task, turn) => (task === 'tests:tips' && turn === 0 ? [said] : undefined));
		const { conductor } = teamRun(part);
		const state = await conductor.run();
		expect(state.tasks.find(({ id }) => id === 'hand-over-1')).toMatchObject({
			role: 'backend',
			kind: 'fix',
			status: 'done',
			feature: 'tips'
		});
		const repair = asked.find(({ task }) => task === 'hand-over-1');
		expect(repair?.prompt).toMatch(/<failures>.*qa-1 says: Answer with rows\./);
		expect(repair?.system).toContain(promptOf('fixer').text);
		expect(state.tasks.find(({ id }) => id === 'tests:tips')).toMatchObject({ status: 'done', note: 'tests:tips done.' });
		expect(state.messages).toContainEqual(
			expect.objectContaining({ from: 'qa-1', to: 'backend', text: 'src/features/tips/repo.ts: Answer with rows.' })
		);
	});

	it('has a repair that is not its agent’s end with words that name the file at fault', async () => {
		const { part } = scripted((task) =>
			task === 'fix-1' ? [['hand_over', { to: 'backend', reason: 'The sum is wrong.' }]] : undefined
		);
		let round = 0;
		const failing = failureOf('tests', 'TEST', 'expected 47, received 48', { file: 'src/features/tips/list.page.tsx' });
		const { conductor } = teamRun({
			...part,
			container: async () => nowhere,
			gates: {
				...passingGates,
				tests: async () =>
					reportOf(
						'tests',
						performance.now(),
						++round === 1 ? { summary: '1 fails.', failures: [failing] } : { summary: 'All pass.' }
					)
			}
		});
		const state = await conductor.run();
		expect(state.tasks.find(({ id }) => id === 'fix-1')?.note).toMatch(
			/^Handed over, the cause is in src\/features\/\w+\/contract\.ts: The sum is wrong\.$/
		);
		expect(state.tasks.filter(({ id }) => id.startsWith('hand-over'))).toEqual([]);
	});

	it('whose file names a role wrongly works with the standard one, and says so', async () => {
		const team = standardTeam.map((role) => (role.name === 'backend' ? { ...role, name: 'bakend' } : role));
		const { conductor } = teamRun({ ...scripted(() => undefined).part, team });
		const state = await conductor.run();
		expect(state.tasks.find(({ id }) => id === 'api:tips')).toMatchObject({ status: 'done', role: 'backend' });
		expect(state.messages.filter(({ text }) => text.startsWith('ROLE_UNKNOWN: '))).toHaveLength(1);
	});

	it('whose model only talks is paused with a code, and goes on from there with another', async () => {
		let isTalking = true;
		const { part } = scripted((task) => (task === 'api:tips' && isTalking ? 'I would do it thus.' : undefined));
		const { conductor, log } = teamRun({ ...part, isUnattended: false });
		log.subscribe((event) => {
			if (event.topic !== 'run.paused') return;
			expect(event.payload.code).toBe('AGENT_NO_ACTION');
			isTalking = false;
			// Once the run itself has heard of it.
			queueMicrotask(() => void conductor.resume());
		});
		const state = await conductor.run();
		expect(isTalking).toBe(false);
		expect(state.tasks.find(({ id }) => id === 'api:tips')).toMatchObject({ status: 'done', attempts: 2 });
	});
});
