import { z } from '../../domain/zod';
import { modelEndpointSchema } from '../../models/providers';
import { plannedTaskSchema } from '../../domain/task';
import { teamRoleSchema } from '../../domain/role';
import { contract, port } from '../contract';

/** All that an agent needs to start: plain data, so that it can travel to a worker. */
const agentJobSchema = z.object({
	agent: z.string(),
	role: teamRoleSchema,
	task: plannedTaskSchema,
	/** The first two messages, ready to send. */
	prompt: z.object({ system: z.string(), user: z.string() }),
	/** Model calls at most. */
	maxSteps: z.number()
});
export type AgentJob = z.infer<typeof agentJobSchema>;

const agentOutcomeSchema = z.object({ summary: z.string(), steps: z.number() });
export type AgentOutcome = z.infer<typeof agentOutcomeSchema>;

/** What workers/agent.ts offers. */
export const agentContract = contract({
	/** Does one task, as long as it takes. The port offers agentHostContract; the key of the endpoint stays in this worker. */
	run: { input: [agentJobSchema, modelEndpointSchema, z.array(z.string()), port], output: agentOutcomeSchema, timeoutMs: 0 }
});

export interface AgentInit {
	type: 'init';
	/** Offers agentContract. */
	api: MessagePort;
}
