import type { ChatModel } from '../../models/chat';
import type { AgentJob, AgentOutcome } from '../../bus/contracts/agent';
import type { AgentHost } from '../../bus/contracts/agent-host';
import type { AgentRunner } from './agent-runner';
import { runAgent } from './agent-loop';

/** Runs agents in this realm: in Node, and where workers cannot be had. */
export class LocalAgents implements AgentRunner {
	constructor(private readonly modelOf: (job: AgentJob) => ChatModel) {}

	run(job: AgentJob, host: AgentHost, signal: AbortSignal): Promise<AgentOutcome> {
		return runAgent(job, host, this.modelOf(job), signal);
	}
}
