import { CUSTOMER_DASHBOARD } from '../../fixtures/requirements.mjs';
import { handleChatCompletion } from '../../../workers/builtin-model/index';
import type { ChatModel } from '../../../src/lib/models/chat';
import { OpenAiChat } from '../../../src/lib/models/openai-chat';
import { BUILTIN_MODEL, builtinEndpoint } from '../../../src/lib/models/providers';
import { Workspace } from '../../../src/lib/project/workspace';
import { StoredEventLog } from '../../../src/lib/log/event-log';
import { gateNames, type GateName } from '../../../src/lib/domain/check';
import { Conductor } from '../../../src/lib/team/conductor/conductor';
import type { ConductorOptions } from '../../../src/lib/team/conductor/conductor-options';
import { fullstackFrame } from '../../../src/lib/frames/fullstack';
import { reportOf, type Gate } from '../../../src/lib/team/gates/gate';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { standardTeam } from '../../../src/lib/team/roles/registry';
import { MemoryEventStore } from './memory-event-store';

export const passingGates = Object.fromEntries(
	gateNames.map((name): [GateName, Gate] => [
		name,
		async () => reportOf(name, performance.now(), { summary: 'Fine.', passed: 1 })
	])
) as Record<GateName, Gate>;

/** A whole team in this process, with the built-in model, nothing checked unless a container is given. */
export function teamRun(part: Partial<ConductorOptions> = {}, store = new MemoryEventStore()) {
	const log = new StoredEventLog(store);
	const workspace = part.workspace ?? new Workspace();
	// The model's faults are the conductor's, which is made with the model.
	const holder: { conductor?: Conductor } = {};
	const model = (): ChatModel => {
		const chat = new OpenAiChat(builtinEndpoint, { builtin: handleChatCompletion });
		return holder.conductor ? holder.conductor.faults.wrap(chat) : chat;
	};
	const conductor = (holder.conductor = new Conductor({
		runId: 'run-1',
		projectId: 'project-1',
		requirement: CUSTOMER_DASHBOARD,
		model: BUILTIN_MODEL,
		log,
		workspace,
		runner: new LocalAgents(model),
		probe: {
			open: async (url, path, signal) => {
				const response = await fetch(url + path, { signal, headers: { accept: 'text/html' } });
				return { status: response.status, title: '', text: await response.text(), consoleErrors: [] };
			}
		},
		registry: { has: async (name) => !name.includes('nobody-made') },
		team: standardTeam,
		frame: fullstackFrame,
		isAutoApproved: true,
		isUnattended: true,
		// The model's name may change in a test; it is the built-in one that answers all the same.
		...(part.runner ? {} : { isBuiltin: () => true }),
		...part
	}));
	return { conductor, log, workspace, store };
}
