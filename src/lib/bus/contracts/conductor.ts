import { z } from '../../domain/zod';
import { chatImageSchema } from '../../models/chat';
import { modelEndpointSchema } from '../../models/providers';
import { engineChangeSchema } from '../../project/engine-changes';
import { failureSchema } from '../../domain/check';
import { budgetLimitsSchema } from '../../domain/budget';
import { blueprintSchema } from '../../domain/blueprint';
import { commandRuleSchema } from '../../domain/command-policy';
import { teamRoleSchema } from '../../domain/role';
import { contract, nothing, port } from '../contract';
import type { ConversationPart } from './agent-host';

/** One piece of a conversation, and whose it is. */
export interface ConversationEntry {
	agent: string;
	taskId: string;
	timeMs: number;
	part: ConversationPart;
}

const runOptionsSchema = z.object({
	runId: z.string(),
	projectId: z.string(),
	requirement: z.string(),
	/** Pictures that came with the requirement. */
	pictures: z.array(chatImageSchema).optional(),
	/** Pictures that came with the last request, where it goes on. */
	wishPictures: z.array(chatImageSchema).optional(),
	endpoint: modelEndpointSchema,
	/** Models of their own, by role. */
	endpointByRole: z.record(z.string(), modelEndpointSchema).optional(),
	team: z.array(teamRoleSchema).optional(),
	workers: z.number().int().positive().optional(),
	budget: budgetLimitsSchema.partial().optional(),
	faults: z.array(z.string()).optional(),
	/** How long an agent's question waits for the person, in milliseconds; 0 takes the default at once. */
	askWaitMs: z.number().nonnegative().optional(),
	/** What commands of agents may do that no list names. */
	commandRule: commandRuleSchema.optional(),
	/** Whether a reviewer reads the code once all checks pass; by default. */
	isReviewed: z.boolean().optional(),
	isPlanFirst: z.boolean().optional(),
	isUnattended: z.boolean().optional(),
	/** The npm registry to look packages up in. */
	registryUrl: z.string().optional()
});
export type RunOptions = z.infer<typeof runOptionsSchema>;

/** A request about a project that is there. */
const wishSchema = z.object({
	text: z.string().trim().min(1),
	/** It waits for approval once it is planned. */
	isPlanFirst: z.boolean().optional(),
	/** Pictures that came with it. */
	pictures: z.array(chatImageSchema).optional(),
	/** What it is about, where it comes from a check, a page or a line. */
	failures: z.array(failureSchema).optional(),
	/** Nothing is to change: it is only found out what holds. */
	isCheck: z.boolean().optional(),
	/** Set where it has waited in the queue. */
	wishId: z.string().optional()
});
export type Wish = z.infer<typeof wishSchema>;

/** What workers/conductor.ts offers the page. */
export const conductorContract = contract({
	/** Starts a run, or goes on with one that the log has. Resolves once it is under way. */
	start: { input: [runOptionsSchema], output: nothing },
	/** Resolves when the run has ended. @throws what made it break off without a word in its log, such as a full disk */
	ended: { input: [], output: nothing, timeoutMs: 0 },
	pause: { input: [], output: nothing },
	resume: { input: [], output: nothing },
	stop: { input: [], output: nothing },
	approve: { input: [blueprintSchema.optional()], output: nothing },
	answer: { input: [z.string(), z.string()], output: nothing },
	/** Asks for something more of a project whose run has ended. @throws AppError RUN_BUSY */
	ask: { input: [runOptionsSchema, wishSchema], output: nothing },
	/** Goes on with a run that was stopped. */
	goOn: { input: [runOptionsSchema], output: nothing },
	/** Takes back what a request changed; the files that are different now. @throws AppError REQUEST_UNKNOWN, RUN_BUSY, VERSION_GONE */
	undo: { input: [z.string()], output: z.array(z.object({ path: z.string(), content: z.string().optional() })) },
	/** Words for the whole team, or for one agent or role. */
	say: { input: [z.string(), z.string().optional()], output: nothing },
	/** What agents and their models have said, and go on to say, is posted to the port as {@link ConversationEntry}s. */
	watchConversations: { input: [port], output: nothing },
	setBudget: { input: [budgetLimitsSchema], output: nothing },
	/** A file as a person edited it. */
	editFile: { input: [z.string(), z.string()], output: nothing },
	/** What the person's programs did to files in the engine. */
	takeChanges: { input: [z.array(engineChangeSchema)], output: nothing }
});

/** To conductor.ts: its ways to everybody. */
export interface ConductorInit {
	type: 'init';
	/** Offers conductorContract. */
	api: MessagePort;
	hub: MessagePort;
	/** Offers containerContract. */
	container: MessagePort;
}
