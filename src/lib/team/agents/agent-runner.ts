import type { AgentJob, AgentOutcome } from '../../bus/contracts/agent';
import type { AgentHost } from '../../bus/contracts/agent-host';

/** Runs agents: in this realm, or each in a worker of its own. */
export interface AgentRunner {
	/** @throws AppError; an abort ends the agent at once. */
	run(job: AgentJob, host: AgentHost, signal: AbortSignal): Promise<AgentOutcome>;
}
