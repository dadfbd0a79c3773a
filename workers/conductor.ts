import { BridgedContainer } from '../src/lib/bus/container-bridge';
import { HubLog } from '../src/lib/bus/hub';
import type { Service } from '../src/lib/bus/contract';
import { conductorContract, type ConductorInit, type RunOptions } from '../src/lib/bus/contracts/conductor';
import { serve } from '../src/lib/bus/rpc';
import { WorkerAgents } from '../src/lib/team/agents/worker-agents';
import { BUILTIN_BASE_URL, type ModelEndpoint } from '../src/lib/models/providers';
import type { TeamRole } from '../src/lib/domain/role';
import { Database } from '../src/lib/project/database';
import { Workspace } from '../src/lib/project/workspace';
import { AppError } from '../src/lib/domain/app-error';
import { Conductor } from '../src/lib/team/conductor/conductor';
import { Conversations } from '../src/lib/team/conductor/conversations';
import type { ConductorOptions } from '../src/lib/team/conductor/conductor-options';
import { frameNamed } from '../src/lib/frames';
import { npmRegistry } from '../src/lib/team/gates/npm-registry';
import { standardTeam } from '../src/lib/team/roles/registry';
import { foldEvents } from '../src/lib/log/reducer';
import { keptTexts } from '../src/lib/project/kept-texts';
import { undoRequest } from '../src/lib/team/changes/undo-request';
import { takeTracked, writeTracked } from '../src/lib/team/conductor/tracked-files';

/** The conductor worker: leads one project's run, the agents in workers below it. */

let log: HubLog;
let container: BridgedContainer;
let current:
	| {
			options: RunOptions;
			conductor: Conductor;
			workspace: Workspace;
			database: Database;
			done: Promise<unknown>;
			isBroken?: boolean;
	  }
	| undefined;

const conversations = new Conversations();
const carry: NonNullable<ConductorOptions['carry']> = {};

async function start(options: RunOptions, more: Pick<ConductorOptions, 'wish' | 'isContinued'> = {}): Promise<void> {
	if (
		current &&
		!current.isBroken &&
		current.options.runId === options.runId &&
		current.conductor.state.endedAt === null &&
		current.conductor.state.phase !== 'idle'
	)
		return;
	if (!current?.isBroken) {
		await current?.conductor.stop('Another run was started.');
		// What it is about to clear up is not the next one's.
		await current?.done.catch(() => undefined);
	}
	const { projectId } = options;
	const database = await Database.open();
	const workspace = new Workspace(await database.readFiles(projectId), [database.sinkOf(projectId)]);
	const streamFaults = (options.faults ?? []).filter((fault) => fault === 'truncated-stream');
	const endpointOf = (role: TeamRole): ModelEndpoint => ({
		...(options.endpointByRole?.[role.name] ?? options.endpoint),
		...(role.model ? { model: role.model } : {})
	});
	const agents = new WorkerAgents(
		() => new Worker(new URL('./agent.ts', import.meta.url), { type: 'module', name: 'agent' }),
		({ role }) => endpointOf(role),
		streamFaults
	);
	agents.warm(2);
	const conductor = new Conductor({
		runId: options.runId,
		projectId,
		requirement: options.requirement,
		...(options.pictures ? { pictures: options.pictures } : {}),
		...(options.wishPictures ? { wishPictures: options.wishPictures } : {}),
		model: options.endpoint.model,
		log,
		workspace,
		runner: agents,
		container: () => container.boot(),
		probe: container,
		registry: npmRegistry(options.registryUrl),
		team: options.team ?? standardTeam,
		isBuiltin: (role) => endpointOf(role).baseUrl === BUILTIN_BASE_URL,
		frame: (blueprint) => frameNamed(blueprint.frame).files({ ...blueprint, language: blueprint.design.language }),
		...(options.workers ? { workers: options.workers } : {}),
		...(options.budget ? { budget: options.budget } : {}),
		faults: options.faults ?? [],
		...(options.askWaitMs === undefined ? {} : { askWaitMs: options.askWaitMs }),
		...(options.commandRule ? { commandRule: options.commandRule } : {}),
		...(options.isReviewed === undefined ? {} : { isReviewed: options.isReviewed }),
		isAutoApproved: !options.isPlanFirst,
		isUnattended: options.isUnattended ?? false,
		carry,
		conversations,
		savedConversations: database.conversationsOf(projectId),
		...more
	});
	const done = conductor.run().finally(() => agents.dispose());
	const run: NonNullable<typeof current> = { options, conductor, workspace, database, done };
	current = run;
	done.catch(() => (run.isBroken = true));
	await Promise.race([conductor.loaded, done]);
}

function running(): NonNullable<typeof current> {
	if (!current) throw new AppError('NO_RUN', 'No run has been started yet.');
	return current;
}

const api: Service<typeof conductorContract> = {
	start: (options) => start(options),
	ended: async () => void (await running().done),
	pause: () => running().conductor.pause('Paused by you.'),
	resume: () => running().conductor.resume(),
	stop: () => running().conductor.stop(),
	approve: (blueprint) => running().conductor.approve(blueprint),
	answer: (questionId, answer) => running().conductor.answer(questionId, answer),
	say: (text, to) => running().conductor.say(text, to),
	ask: (options, wish) => {
		if (running().conductor.state.endedAt === null)
			throw new AppError(
				'RUN_BUSY',
				'The team is still at work. Stop it, or wait until it is done; words meanwhile go to the agents.'
			);
		return start(options, { wish });
	},
	goOn: (options) => start(options, { isContinued: true }),
	undo: async (requestId) => {
		const { options, workspace, database } = running();
		const { runId, projectId } = options;
		const events = await log.read(runId);
		const state = foldEvents(events);
		const request = state.requests.find(({ id }) => id === requestId);
		const authors = new Map<string, string>();
		for (const event of events)
			if (request && event.seq < request.openedSeq && event.topic === 'artifact.published' && event.payload.path)
				authors.set(event.payload.path, event.from);
		return undoRequest(requestId, {
			...{ runId, workspace, state, append: (draft) => log.append(draft) },
			texts: await keptTexts(database, projectId, new Map(workspace.entries())),
			authorBefore: (path) => authors.get(path)
		});
	},
	watchConversations: (port) => {
		conversations.watch((entry) => port.postMessage(entry));
	},
	setBudget: (limits) => running().conductor.setBudget(limits),
	editFile: async (path, content) => {
		const { options, workspace } = running();
		await writeTracked({ runId: options.runId, workspace, append: (draft) => log.append(draft) }, { path, content, by: 'user' });
	},
	takeChanges: async (changes) => {
		const { options, workspace, database } = running();
		const keepBytes = (path: string, bytes: Uint8Array) => database.putFile(options.projectId, path, bytes);
		await takeTracked({ runId: options.runId, workspace, append: (draft) => log.append(draft), keepBytes }, changes);
	}
};

globalThis.onmessage = (event: MessageEvent<ConductorInit>) => {
	if (event.data.type !== 'init') return;
	log = new HubLog(event.data.hub);
	container = new BridgedContainer(event.data.container);
	serve(event.data.api, conductorContract, api);
};
