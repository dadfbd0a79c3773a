import { z } from '../../domain/zod';
import { chatImageSchema } from '../../models/chat';
import { modelEndpointSchema } from '../../models/providers';
import { plannedTaskSchema } from '../../domain/task';
import { teamRoleSchema } from '../../domain/role';
import { contract, port } from '../contract';
import { savedConversationSchema } from './agent-host';

/** All that an agent needs to start: plain data, so that it can travel to a worker. */
const agentJobSchema = z.object({
	agent: z.string(),
	role: teamRoleSchema,
	task: plannedTaskSchema,
	/** The system message, ready to send; role and persona alone where there is none. */
	system: z.string().optional(),
	/** The user message, ready to send. */
	prompt: z.string(),
	/** Pictures that go with it, for models that see. */
	images: z.array(chatImageSchema).optional(),
	/** Model calls at most, those of a conversation that is taken up included. */
	maxSteps: z.number(),
	/** A conversation to go on with, in place of the two messages. */
	saved: savedConversationSchema.optional(),
	/** Whether the conversation is to be kept as it grows. */
	isSaved: z.boolean().optional()
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
