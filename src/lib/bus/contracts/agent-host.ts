import { z } from '../../domain/zod';
import { chatMessageSchema, chatReplySchema } from '../../models/chat';
import { blueprintSchema } from '../../domain/blueprint';
import { changePlanSchema } from '../../domain/change-plan';
import { faultNameSchema } from '../../domain/fault';
import { reviewFindingSchema } from '../../domain/review-finding';
import { contract, nothing, type Service } from '../contract';

const path = z.string();
const callSchema = z.object({
	reply: chatReplySchema.optional(),
	requestHash: z.string(),
	latencyMs: z.number(),
	error: z.object({ code: z.string(), message: z.string() }).optional()
});
/** Called where `ok` is missing, returned where it is there. */
const toolUseSchema = z.object({
	callId: z.string(),
	tool: z.string(),
	summary: z.string(),
	path: z.string().optional(),
	ok: z.boolean().optional()
});

const lookedAtSchema = z.object({
	path,
	/** Of the window, in CSS pixels. */
	widthPx: z.number(),
	/** A role, or an example account's address; a visitor when left out. */
	as: z.string().optional(),
	/** A picture is wanted as well. */
	isSeen: z.boolean()
});
export type LookedAt = z.infer<typeof lookedAtSchema>;

/** One more piece of what an agent and its model say to each other, for who reads along. Long texts are cut. */
export const conversationPartSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('asked'), system: z.string(), user: z.string() }),
	/** More words of the model, as they come. */
	z.object({ kind: z.literal('text'), text: z.string() }),
	z.object({ kind: z.literal('call'), callId: z.string(), tool: z.string(), input: z.string() }),
	z.object({ kind: z.literal('result'), callId: z.string(), ok: z.boolean(), text: z.string() }),
	/** What the team's code or the person put in. */
	z.object({ kind: z.literal('note'), text: z.string() })
]);
export type ConversationPart = z.infer<typeof conversationPartSchema>;

/** What an agent and its model have said so far, word for word, to go on from. Pictures that came with the prompt are left out. */
export const savedConversationSchema = z.object({
	messages: z.array(chatMessageSchema),
	/** Model calls so far. */
	steps: z.number().int()
});
export type SavedConversation = z.infer<typeof savedConversationSchema>;

/** What an agent gets to work with. The conductor's side implements it and enforces the write set, so a worker cannot get around it. */
export const agentHostContract = contract({
	listFiles: { input: [path], output: z.array(path) },
	/** Undefined when there is no such file. */
	readFile: { input: [path], output: z.string().optional() },
	/** What a frozen file offers, in place of its text; undefined for a file that should be read whole. */
	outline: { input: [path], output: z.string().optional() },
	/** Lines that contain the text, whatever its case. */
	search: { input: [z.string(), path], output: z.array(z.string()) },
	/**
	 * Gives what rules of the frame the file breaks, in words; it is written all the same.
	 * @throws AppError WRITE_DENIED outside the write set, EDITED_BY_HAND where the person wrote last and was not read.
	 */
	writeFile: { input: [path, z.string()], output: z.array(z.string()) },
	/** @throws as writeFile */
	deleteFile: { input: [path], output: nothing },
	/** @throws AppError PUBLISH_DENIED, CONTRACT_INVALID */
	publish: { input: [z.string()], output: nothing },
	/** What the person answers, or after the time that they set, the default. */
	ask: { input: [z.string(), z.string()], output: z.string(), timeoutMs: 0 },
	/** Types of the project and tests of this feature, as text. Waits for the engine. @throws AppError NO_ENGINE */
	check: { input: [z.enum(['types', 'tests']).optional()], output: z.string(), timeoutMs: 0 },
	/** A page of the running app, seen by one of the example accounts: what there is, console errors, and a picture where one is wanted. @throws AppError NO_ENGINE, START_FAILED, NO_ACCOUNT */
	look: { input: [lookedAtSchema], output: z.object({ text: z.string(), picture: z.string().optional() }), timeoutMs: 0 },
	/** Runs a command as far as the policy lets it; the end of its output. @throws AppError COMMAND_DENIED, NO_ENGINE */
	run: { input: [z.string()], output: z.string(), timeoutMs: 0 },
	/**
	 * Gives what is left to whoever owns it: a file, a feature or a role. The file at fault, and whether that ends this task.
	 * @throws AppError HAND_OVER_DENIED
	 */
	handOver: { input: [z.string(), z.string()], output: z.object({ file: z.string(), isEnd: z.boolean() }) },
	/** What still speaks against finishing: rules broken, criteria without a test. */
	review: { input: [], output: z.array(z.string()) },
	/** Keeps the conversation so far in place of the one before; lost, where it cannot be kept. */
	save: { input: [savedConversationSchema], output: nothing },
	/** For who reads along. */
	said: { input: [conversationPartSchema], output: nothing },
	submitBlueprint: { input: [blueprintSchema], output: nothing },
	/** @throws AppError CHANGE_UNPLANNED, BLUEPRINT_INVALID */
	submitChange: { input: [changePlanSchema], output: nothing },
	reportFindings: { input: [z.array(reviewFindingSchema)], output: nothing },
	/** Waits while the run is paused, as long as it takes. Gives what people said to this agent since. @throws AppError BUDGET_SPENT, RUN_STOPPED */
	beforeCall: { input: [], output: z.array(z.string()), timeoutMs: 0 },
	/** What changed since in the work of colleagues that this task builds on. */
	news: { input: [], output: z.array(z.string()) },
	called: { input: [callSchema], output: nothing },
	tool: { input: [toolUseSchema], output: nothing },
	progress: { input: [z.string()], output: nothing },
	/** A fault that was asked for has struck this agent. */
	faultStruck: { input: [faultNameSchema, z.string()], output: nothing }
});
export type AgentHost = Service<typeof agentHostContract>;
export type ModelCallNote = z.infer<typeof callSchema>;
export type ToolUseNote = z.infer<typeof toolUseSchema>;
