import { z } from '../../domain/zod';
import { chatReplySchema } from '../../models/chat';
import { blueprintSchema } from '../../domain/blueprint';
import { faultNameSchema } from '../../domain/fault';
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

/** What an agent gets to work with. The conductor's side implements it and enforces the write set, so a worker cannot get around it. */
export const agentHostContract = contract({
	listFiles: { input: [path], output: z.array(path) },
	/** Undefined when there is no such file. */
	readFile: { input: [path], output: z.string().optional() },
	search: { input: [z.string(), path], output: z.array(z.string()) },
	/** @throws AppError WRITE_DENIED outside the write set, EDITED_BY_HAND where the person wrote last and was not read. */
	writeFile: { input: [path, z.string()], output: nothing },
	/** @throws as writeFile */
	deleteFile: { input: [path], output: nothing },
	publish: { input: [z.string()], output: nothing },
	/** Answers at once: with what a person said already, or the default. */
	ask: { input: [z.string(), z.string()], output: z.string() },
	submitBlueprint: { input: [blueprintSchema], output: nothing },
	/** Waits while the run is paused, as long as it takes. Gives what people said to this agent since. @throws AppError BUDGET_SPENT, RUN_STOPPED */
	beforeCall: { input: [], output: z.array(z.string()), timeoutMs: 0 },
	called: { input: [callSchema], output: nothing },
	tool: { input: [toolUseSchema], output: nothing },
	progress: { input: [z.string()], output: nothing },
	/** A fault that was asked for has struck this agent. */
	faultStruck: { input: [faultNameSchema, z.string()], output: nothing }
});
export type AgentHost = Service<typeof agentHostContract>;
export type ModelCallNote = z.infer<typeof callSchema>;
export type ToolUseNote = z.infer<typeof toolUseSchema>;
