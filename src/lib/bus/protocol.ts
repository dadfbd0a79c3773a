import type { ModelEndpoint } from '../models/providers';
import type { EngineChange } from '../project/engine-changes';
import type { BudgetLimits } from '../run/events';
import type { AgentHost, AgentJob, AgentOutcome } from '../team/agent-host';
import type { Blueprint } from '../team/blueprint';
import type { TeamRole } from '../team/roles/role';

/** What each worker offers, and the one message that starts it. Nothing else crosses between realms. */

/** To hub.ts: one more party. */
export type HubMessage = { type: 'admit'; port: MessagePort };

/** To conductor.ts: its ways to everybody. */
export interface ConductorInit {
	type: 'init';
	/** Offers ConductorApi. */
	api: MessagePort;
	hub: MessagePort;
	/** Offers ContainerApi. */
	container: MessagePort;
}

export interface RunOptions {
	runId: string;
	projectId: string;
	requirement: string;
	endpoint: ModelEndpoint;
	/** Models of their own, by role. */
	endpointByRole?: Record<string, ModelEndpoint>;
	team?: TeamRole[];
	workers?: number;
	budget?: Partial<BudgetLimits>;
	faults?: string[];
	isPlanFirst?: boolean;
	isUnattended?: boolean;
	/** The npm registry to look packages up in. */
	registryUrl?: string;
}

export interface ConductorApi {
	/** Starts a run, or goes on with one that the log has. Answers once it is under way. */
	start(options: RunOptions): Promise<void>;
	/** Answers when the run has ended. @throws what made it break off without a word in its log, such as a full disk */
	ended(): Promise<void>;
	pause(): Promise<void>;
	resume(): Promise<void>;
	stop(): Promise<void>;
	approve(blueprint?: Blueprint): Promise<void>;
	answer(questionId: string, answer: string): Promise<void>;
	say(text: string, to?: string): Promise<void>;
	setBudget(limits: BudgetLimits): Promise<void>;
	/** A file as a person edited it. */
	editFile(path: string, content: string): Promise<void>;
	/** What the person's programs did to files in the engine. */
	takeChanges(changes: EngineChange[]): Promise<void>;
}
export const CONDUCTOR_METHODS = [
	'start',
	'ended',
	'pause',
	'resume',
	'stop',
	'approve',
	'answer',
	'say',
	'setBudget',
	'editFile',
	'takeChanges'
] as const satisfies readonly (keyof ConductorApi)[];

/** To agent.ts. */
export interface AgentInit {
	type: 'init';
	/** Offers AgentApi. */
	api: MessagePort;
}
export interface AgentApi {
	ready(): Promise<void>;
	/** Does one task. `host` offers AgentHost. The key in `endpoint` stays in this worker. */
	run(job: AgentJob, endpoint: ModelEndpoint, faults: string[], host: MessagePort): Promise<AgentOutcome>;
}
export const AGENT_METHODS = ['ready', 'run'] as const satisfies readonly (keyof AgentApi)[];
export const HOST_METHODS = [
	'listFiles',
	'readFile',
	'search',
	'writeFile',
	'deleteFile',
	'publish',
	'ask',
	'submitBlueprint',
	'beforeCall',
	'called',
	'tool',
	'progress',
	'faultStruck'
] as const satisfies readonly (keyof AgentHost)[];
