import { z } from './zod';
import { blueprintSchema } from './blueprint';
import { budgetLimitsSchema, costSchema, type Cost } from './budget';
import { contractVersionSchema } from './contract-surface';
import { checkReportSchema, failureSchema, gateNameSchema } from './check';
import { changePlanSchema } from './change-plan';
import { plannedTaskSchema } from './task';

/** The events of a run. A run is the list of its events; all that the screen or the conductor knows is folded from them. */

export const EVENT_VERSION = 1;

export const artifactRefSchema = z.object({ id: z.string(), sha256: z.string() });
export type ArtifactRef = z.infer<typeof artifactRefSchema>;

const errorSchema = z.object({ code: z.string(), message: z.string(), data: z.record(z.string(), z.unknown()).optional() });

const envelope = {
	version: z.literal(EVENT_VERSION).default(EVENT_VERSION),
	id: z.string().min(1),
	/** Stamped by the hub: 1, 2, 3 ... within a run. */
	seq: z.number().int().positive(),
	runId: z.string().min(1),
	/** Milliseconds since the epoch. */
	time: z.number(),
	/** 'conductor', 'user', or an agent's id such as 'backend-1'. */
	from: z.string().min(1),
	to: z.string().optional(),
	taskId: z.string().optional(),
	/** The id of the event that led to this one; null for the first. */
	causeId: z.string().nullable().default(null),
	artifactRefs: z.array(artifactRefSchema).default([]),
	cost: costSchema.optional()
};

/** The payload of each topic. */
export const payloads = {
	'run.started': z.object({
		requirement: z.string(),
		projectId: z.string(),
		model: z.string(),
		workers: z.number().int().min(1).default(4),
		budget: budgetLimitsSchema.prefault({}),
		faults: z.array(z.string()).default([])
	}),
	/** `code` is that of the failure which paused it. */
	'run.paused': z.object({ reason: z.string().default(''), code: z.string().optional() }),
	'run.resumed': z.object({ reason: z.string().default('') }),
	/** Another model answers from now on. */
	'model.changed': z.object({ model: z.string() }),
	'run.cancelled': z.object({ reason: z.string().default('') }),
	'run.finished': z.object({
		outcome: z.enum(['done', 'incomplete', 'failed']),
		summary: z.string(),
		durationMs: z.number().default(0)
	}),
	/** Somebody asks for something more of what is there; the first request is 'run.started'. */
	'request.opened': z.object({
		requestId: z.string().min(1),
		text: z.string(),
		/** It waits for approval once it is planned. */
		isPlanFirst: z.boolean().default(false),
		/** What it is about, where it comes from a check, a page or a line. */
		failures: z.array(failureSchema).default([]),
		/** Nothing is to change: it is only found out what holds. */
		isCheck: z.boolean().default(false),
		/** Set where it has waited in the queue. */
		wishId: z.string().optional()
	}),
	/** Words that wait until the team is done; they are a request then. */
	'wish.queued': z.object({
		wishId: z.string().min(1),
		text: z.string().min(1),
		isPlanFirst: z.boolean().default(false),
		failures: z.array(failureSchema).default([])
	}),
	/** Words that waited are taken back before they became a request. */
	'wish.dropped': z.object({ wishId: z.string() }),
	'request.planned': z.object({ requestId: z.string(), plan: changePlanSchema }),
	/** What a request changed was taken back; files in `conflicts` were changed since, and stay. */
	'request.undone': z.object({
		requestId: z.string(),
		blueprint: blueprintSchema.optional(),
		conflicts: z.array(z.string()).default([])
	}),
	'plan.proposed': z.object({ blueprint: blueprintSchema }),
	'plan.approved': z.object({ automatically: z.boolean().default(true) }),
	'plan.patched': z.object({
		blueprint: blueprintSchema.optional(),
		/** All tasks of the plan, in order. Tasks that were there keep their state. */
		tasks: z.array(plannedTaskSchema),
		reason: z.string().default('')
	}),
	'task.claimed': z.object({
		agent: z.string(),
		role: z.string(),
		attempt: z.number().int().default(1),
		/** Names and versions of the prompts, as in 'rules@2 backend@2'. */
		prompts: z.string().default(''),
		/** It goes on with the conversation that an interruption has ended. */
		isResumed: z.boolean().optional()
	}),
	'task.progress': z.object({ text: z.string() }),
	'task.result': z.object({ summary: z.string(), files: z.array(z.string()).default([]) }),
	'task.failed': z.object({ error: errorSchema, willRetry: z.boolean().default(false) }),
	'task.skipped': z.object({ reason: z.string() }),
	'artifact.published': z.object({
		name: z.string(),
		kind: z.string(),
		/** The file, when the artifact is one. */
		path: z.string().optional(),
		sizeBytes: z.number().optional(),
		/** How many lines were added and removed against the version before. */
		added: z.number().int().default(0),
		removed: z.number().int().default(0),
		/** Which version of a contract it is. */
		contract: contractVersionSchema.optional()
	}),
	'artifact.superseded': z.object({
		name: z.string(),
		path: z.string().optional(),
		deleted: z.boolean().default(false),
		reason: z.string().default('')
	}),
	'question.asked': z.object({ questionId: z.string(), question: z.string(), default: z.string().default('') }),
	'question.answered': z.object({ questionId: z.string(), answer: z.string(), byDefault: z.boolean().default(false) }),
	'tool.called': z.object({ callId: z.string(), tool: z.string(), summary: z.string(), path: z.string().optional() }),
	'tool.returned': z.object({
		callId: z.string(),
		tool: z.string(),
		ok: z.boolean(),
		summary: z.string(),
		path: z.string().optional()
	}),
	'check.reported': checkReportSchema,
	'fix.requested': z.object({
		failures: z.array(failureSchema),
		owner: z.string(),
		files: z.array(z.string()).default([]),
		attempt: z.number().int(),
		/** The task that repairs, and the one whose author may be to blame; absent where a frozen file is only put back. */
		repairId: z.string().optional(),
		suspectId: z.string().optional()
	}),
	'gate.opened': z.object({ gate: gateNameSchema, round: z.number().int().default(1) }),
	'gate.progress': z.object({ gate: gateNameSchema, text: z.string() }),
	'gate.closed': z.object({ gate: gateNameSchema, ok: z.boolean(), summary: z.string(), isAbsent: z.boolean().optional() }),
	'preview.ready': z.object({ port: z.number(), url: z.string() }),
	/** `isFromSettings`: they are what the settings now say, not an answer to this run alone. */
	'budget.changed': z.object({
		limits: budgetLimitsSchema,
		reason: z.string().default(''),
		isFromSettings: z.boolean().default(false)
	}),
	'model.called': z.object({
		model: z.string(),
		requestHash: z.string(),
		latencyMs: z.number(),
		finishReason: z.string().default(''),
		error: errorSchema.optional()
	}),
	'fault.injected': z.object({ fault: z.string(), detail: z.string() }),
	message: z.object({ text: z.string() })
} as const;

export type Topic = keyof typeof payloads;
export type Payload<T extends Topic> = z.infer<(typeof payloads)[T]>;
/** A payload as the sender may write it: what has a default may be left out. */
export type PayloadInput<T extends Topic> = z.input<(typeof payloads)[T]>;

type Envelope = z.infer<z.ZodObject<typeof envelope>>;
/** An event of any topic; narrowing by `topic` narrows `payload`. */
export type RunEvent = { [T in Topic]: Envelope & { topic: T; payload: Payload<T> } }[Topic];
/** An event of one topic. */
export type EventOf<T extends Topic> = Extract<RunEvent, { topic: T }>;

/** An event before the hub has given it id, seq and time. */
export type EventDraft = {
	[T in Topic]: {
		topic: T;
		runId: string;
		from: string;
		payload: PayloadInput<T>;
		to?: string;
		taskId?: string;
		causeId?: string | null;
		artifactRefs?: ArtifactRef[];
		cost?: Cost;
	};
}[Topic];

const members = (Object.keys(payloads) as Topic[]).map((topic) =>
	z.object({ ...envelope, topic: z.literal(topic), payload: payloads[topic] })
);
/** Checks a whole event, as it arrives from another realm or from storage. */
export const runEventSchema = z.discriminatedUnion('topic', members as never) as unknown as z.ZodType<RunEvent>;

const drafts = (Object.keys(payloads) as Topic[]).map((topic) =>
	z
		.object({ ...envelope, topic: z.literal(topic), payload: payloads[topic] })
		.omit({ id: true, seq: true, time: true })
		.partial({ version: true })
);
/** Checks an event that the hub has not stamped yet. */
export const eventDraftSchema = z.discriminatedUnion('topic', drafts as never) as unknown as z.ZodType<EventDraft, EventDraft>;

/** Completes and checks a draft. @throws ZodError when the payload does not fit its topic. */
export function stampEvent(draft: EventDraft, stamp: { id: string; seq: number; time: number }): RunEvent {
	return runEventSchema.parse({ ...draft, ...stamp, causeId: draft.causeId ?? null });
}
