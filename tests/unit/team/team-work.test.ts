import { describe, expect, it } from 'vitest';
import type { ConductorOptions } from '../../../src/lib/team/conductor/conductor-options';
import type { AgentJob } from '../../../src/lib/bus/contracts/agent';
import type { AgentHost } from '../../../src/lib/bus/contracts/agent-host';
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

describe('a contract that changes', () => {
	const PATH = 'src/features/tips/contract.ts';
	const contract = (fields: string, path = '/api/tips') =>
		`const Tip = z.object({ ${fields} });\nexport const api = { list: endpoint({ id: 'listTips', method: 'get', path: '${path}', access: 'member', response: z.array(Tip) }) };`;
	const write = (text: string) => ['write_file', { path: PATH, content: text }] as const;
	const publish = ['publish', { artifact: 'contract:tips' }] as const;
	/** Something to do while another is waited for, each time something else. */
	const wait = (turn: number) => [['search', { text: `wait ${turn}` }]] as const;
	const versionsIn = async (log: ReturnType<typeof teamRun>['log']) =>
		(await log.read('run-1')).flatMap((event) =>
			event.topic === 'artifact.published' && event.payload.name === 'contract:tips' && event.payload.contract
				? [{ by: event.taskId, ...event.payload.contract, surface: {} }]
				: []
		);

	it('is told to who builds on it with the next call, as a version with what is different', async () => {
		const news: string[] = [];
		let isUiAtWork = false;
		let isChanged = false;
		const { part } = scripted((task, turn, { messages }) => {
			if (task === 'api:tips' && turn === 0) return [write(contract('title: z.string(), author: z.string()')), publish];
			if (task === 'api:tips' && !isUiAtWork) return wait(turn);
			if (task === 'api:tips' && !isChanged) {
				isChanged = true;
				return [write(contract('title: z.string()')), publish];
			}
			if (task !== 'ui:tips') return undefined;
			isUiAtWork = true;
			const told = messages.flatMap(({ role, content }) =>
				role === 'user' && content.includes('contract:tips has') ? [content] : []
			);
			news.push(...told);
			return told.length ? undefined : wait(turn);
		});
		const { conductor, log } = teamRun(part);
		const state = await conductor.run();
		expect(news).toEqual([
			'contract:tips has changed since you were shown it (version 2): Tip.author was removed (in listTips). src/features/tips/contract.ts has it as it is now: go by that.'
		]);
		expect(await versionsIn(log)).toEqual([
			{ by: 'api:tips', version: 1, changes: [], isBreaking: false, surface: {} },
			{ by: 'api:tips', version: 2, changes: ['Tip.author was removed (in listTips)'], isBreaking: true, surface: {} }
		]);
		expect(state.tasks.filter(({ id, feature }) => id.startsWith('hand-over') && feature === 'tips')).toEqual([]);
	});

	it('has those look again who had built on it, when it breaks what they have; published or not', async () => {
		let isChanged = false;
		const uiIsDone = () => run.conductor.state.tasks.find(({ id }) => id === 'ui:tips')?.status === 'done';
		const { part, asked } = scripted((task, turn) => {
			if (task !== 'api:tips') return undefined;
			if (turn === 0) return [write(contract('title: z.string()')), publish];
			if (!uiIsDone()) return wait(turn);
			if (isChanged) return undefined;
			isChanged = true;
			return [write(contract('name: z.string()'))];
		});
		const run = teamRun(part);
		const state = await run.conductor.run();
		expect(state.tasks.find(({ id }) => id === 'hand-over-1')).toMatchObject({
			role: 'frontend',
			feature: 'tips',
			status: 'done'
		});
		expect(asked.find(({ task }) => task === 'hand-over-1')?.prompt).toMatch(
			/backend-1 says: contract:tips has changed .*Tip\.title was removed/
		);
		expect((await versionsIn(run.log)).map(({ version }) => version)).toEqual([1, 2]);
	});

	it('is told as a repair of their own to those who had said their last words meanwhile', async () => {
		let isUiAtWork = false;
		let isChanged = false;
		const { part, asked } = scripted((task, turn) => {
			if (task === 'api:tips' && turn === 0) return [write(contract('title: z.string()')), publish];
			if (task === 'api:tips' && !isUiAtWork) return wait(turn);
			if (task === 'api:tips' && !isChanged) {
				isChanged = true;
				return [write(contract('name: z.string()')), publish];
			}
			return undefined;
		});
		const slow = part.runner;
		const runner = {
			run: async (job: AgentJob, host: AgentHost, signal: AbortSignal) => {
				if (job.task.id !== 'ui:tips') return slow.run(job, host, signal);
				isUiAtWork = true;
				await expect.poll(() => isChanged && run.conductor.state.contracts['contract:tips']?.version).toBe(2);
				return { summary: 'Done before I could be told.', steps: 1 };
			}
		};
		const run = teamRun({ ...part, runner });
		await run.conductor.run();
		expect(
			asked.some(({ task, prompt }) => task.startsWith('hand-over') && /frontend-1 says: contract:tips has/.test(prompt))
		).toBe(true);
	});

	it('is none by a comment, and who reads on is not disturbed by what is only added', async () => {
		let turns = 0;
		const { part } = scripted((task, turn) => {
			if (task !== 'api:tips') return undefined;
			turns = turn;
			if (turn === 0) return [write(contract('title: z.string()')), publish];
			if (turn === 1) return [write(`// More words.\n${contract('title: z.string()')}`), publish];
			if (turn === 2) return [write(contract('title: z.string(), likes: z.number()')), publish];
			return undefined;
		});
		const { conductor, log } = teamRun(part);
		const state = await conductor.run();
		expect(turns).toBe(3);
		expect((await versionsIn(log)).map(({ version, isBreaking }) => [version, isBreaking])).toEqual([
			[1, false],
			[2, false]
		]);
		expect(state.tasks.filter(({ id }) => id.startsWith('hand-over'))).toEqual([]);
	});

	it('that OpenAPI would not admit is not published, until the task ends', async () => {
		const results: string[] = [];
		const { part } = scripted((task, turn, { messages }) => {
			if (task !== 'api:tips') return undefined;
			if (turn === 0) return [publish];
			results.push(messages.findLast(({ role }) => role === 'tool')?.content ?? '');
			return turn === 1 ? [write(contract('title: z.string()', '/tips')), publish] : undefined;
		});
		const { conductor, log } = teamRun(part);
		await conductor.run();
		expect(results[0]).toMatch(/^Error CONTRACT_INVALID: .*contract\.ts is not written yet/);
		expect(results[1]).toMatch(/^Error CONTRACT_INVALID: .*must begin with \/api\//);
		expect(await versionsIn(log)).toMatchObject([{ version: 1, by: 'api:tips' }]);
	});
});

describe('the reviewer', () => {
	const REPO = 'src/features/tips/repo.ts';
	const finding = (more: object = {}) => ({
		...{ file: REPO, line: 2, rule: 'access', severity: 'high', why: 'Anybody may read the tips of others.' },
		...more
	});
	const report = (...findings: object[]) => [['report_findings', { findings }]] as const;
	/** A run whose checks all pass, and whose reviewer and fixers do as `script` says. */
	async function reviewed(script: Parameters<typeof scripted>[0], more: Partial<ConductorOptions> = {}) {
		const { asked, part } = scripted((task, turn, request) =>
			task === 'api:tips' && turn === 0
				? [['write_file', { path: REPO, content: 'one\ntwo\nthree\n' }]]
				: script(task, turn, request)
		);
		const run = teamRun({ ...part, container: async () => nowhere, gates: passingGates, ...more });
		const state = await run.conductor.run();
		const fixes = state.tasks.filter(({ id }) => id.startsWith('fix-'));
		return { state, asked, fixes, repo: () => run.workspace.read(REPO), log: run.log };
	}

	it('reads what was written once all checks pass; what it finds goes to who wrote it, and the checks come again', async () => {
		const { state, asked, fixes, repo, log } = await reviewed((task, turn) => {
			if (task === 'review') return report(finding());
			return task === 'fix-1' && turn === 0 ? [['write_file', { path: REPO, content: 'better' }]] : undefined;
		});
		const prompt = asked.find(({ task }) => task === 'review')?.prompt;
		expect(prompt).toContain(`<file path="${REPO}">one\ntwo`);
		expect(prompt).not.toContain('.test.ts');
		expect(fixes).toMatchObject([{ id: 'fix-1', role: 'backend', status: 'done' }]);
		expect(asked.find(({ task }) => task === 'fix-1')?.prompt).toMatch(/<failures>.*repo\.ts:2 access, high: Anybody may read/);
		expect(repo()).toBe('better');
		expect(state.phase).toBe('done');
		expect(state.summary).toMatch(
			/backend about REVIEW in src\/features\/tips\/repo\.ts: changed .*The reviewer found 1, 1 to be mended\./
		);
		const topics = (await log.read('run-1')).map((event) => `${event.topic} ${event.taskId ?? ''}`);
		expect(topics.lastIndexOf('gate.opened ')).toBeGreaterThan(topics.lastIndexOf('task.result fix-1'));
		expect(asked.filter(({ task }) => task === 'review')).toHaveLength(1);
	});

	it('is contradicted by who wrote it: then it stays, and the report says both', async () => {
		const { state, fixes, repo } = await reviewed((task) => {
			if (task === 'review') return report(finding());
			return task.startsWith('fix-') ? [['finish', { summary: 'Tips are for everybody, by R1.' }]] : undefined;
		});
		expect(fixes).toHaveLength(1);
		expect([state.phase, repo()]).toEqual(['done', 'one\ntwo\nthree\n']);
		expect(state.summary).toContain('changed nothing ("Tips are for everybody, by R1.")');
	});

	it('has what is small, or of files that nobody owns, noted', async () => {
		const { state, fixes } = await reviewed((task) =>
			task === 'review'
				? report(finding({ severity: 'low' }), finding({ file: 'src/server/app.ts' }), finding({ file: 'src/features/no.ts' }))
				: undefined
		);
		expect(fixes).toEqual([]);
		expect(state.summary).toMatch(
			/The reviewer found 3, 0 to be mended\. Noted: .*repo\.ts:2 access, low.*src\/server\/app\.ts:2/
		);
	});

	it.each([
		['finishes without a word', [['finish', { summary: 'Fine.' }]] as const, /The reviewer reported nothing\./],
		['only talks', 'It looks fine to me.', /There is no review\. AGENT_NO_ACTION/],
		['mumbles', [['report_findings', { findings: [{ file: 1 }] }]] as const, /There is no review\. AGENT_STUCK/]
	])('that %s fails nothing', async (_, said, words) => {
		const { state, fixes } = await reviewed((task) => (task === 'review' ? said : undefined));
		expect([state.phase, fixes]).toEqual(['done', []]);
		expect(state.summary).toMatch(words);
	});

	it('whose mending breaks the app is undone', async () => {
		const gates = {
			...passingGates,
			types: async ({ files }: { files: { read(path: string): string | undefined } }) =>
				reportOf('types', 0, {
					summary: 'No.',
					failures: files.read(REPO)?.startsWith('worse') ? [failureOf('types', 'TS1', 'No.', { file: REPO })] : []
				})
		};
		const { state, repo } = await reviewed(
			(task, turn) => {
				if (task === 'review') return report(finding());
				return task.startsWith('fix-') && turn === 0 ? [['write_file', { path: REPO, content: `worse ${task}` }]] : undefined;
			},
			{ gates }
		);
		expect([state.phase, repo()]).toEqual(['done', 'one\ntwo\nthree\n']);
		expect(state.summary).toContain('What the review led to was undone.');
		expect(state.gates.types.status).toBe('passed');
	});

	it('is left out where a setting says so, and where the built-in model works', async () => {
		const off = await reviewed(() => undefined, { isReviewed: false });
		const builtin = teamRun({ container: async () => nowhere, gates: passingGates });
		for (const { tasks } of [off.state, await builtin.conductor.run()]) expect(tasks.map(({ id }) => id)).not.toContain('review');
	});
});
