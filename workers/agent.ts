import type { Service } from '../src/lib/bus/contract';
import { agentContract, type AgentInit } from '../src/lib/bus/contracts/agent';
import { agentHostContract } from '../src/lib/bus/contracts/agent-host';
import { connect, serve } from '../src/lib/bus/rpc';
import { OpenAiChat, type BuiltinHandler } from '../src/lib/models/openai-chat';
import { BUILTIN_BASE_URL } from '../src/lib/models/providers';
import { runAgent } from '../src/lib/team/agents/agent-loop';
import { Faults } from '../src/lib/team/conductor/faults';

/** An agent worker: one agent at a time, terminable at any moment. Its state lives in the log, not here. */
const loadBuiltin = async (): Promise<BuiltinHandler> => (await import('./builtin-model/index')).handleChatCompletion;

const api: Service<typeof agentContract> = {
	run: async (job, endpoint, faults, port) => {
		const { client: host, dispose } = connect(port, agentHostContract, { name: 'The conductor' });
		try {
			const builtin = endpoint.baseUrl === BUILTIN_BASE_URL ? await loadBuiltin() : undefined;
			const chat = new OpenAiChat(endpoint, builtin ? { builtin } : {});
			const struck = new Faults(faults, (fault, detail) => void host.faultStruck(fault, detail));
			return await runAgent(job, host, struck.wrap(chat), new AbortController().signal);
		} finally {
			dispose();
		}
	}
};

globalThis.onmessage = (event: MessageEvent<AgentInit>) => {
	if (event.data.type === 'init') serve(event.data.api, agentContract, api);
};
