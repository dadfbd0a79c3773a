import type { ChatReply } from '../models/chat';
import type { PlannedTask } from '../run/events';
import type { Blueprint } from './blueprint';
import type { FaultName } from './faults';
import type { TeamRole } from './roles/role';

/** What an agent gets to work with. The conductor's side implements it and enforces the write set, so a worker cannot get around it. */
export interface AgentHost {
	listFiles(under: string): Promise<string[]>;
	/** Undefined when there is no such file. */
	readFile(path: string): Promise<string | undefined>;
	search(text: string, under: string): Promise<string[]>;
	/** @throws AppError WRITE_DENIED outside the write set. */
	writeFile(path: string, content: string): Promise<void>;
	deleteFile(path: string): Promise<void>;
	publish(artifact: string): Promise<void>;
	/** Answers at once: with what a person said already, or the default. */
	ask(question: string, byDefault: string): Promise<string>;
	submitBlueprint(blueprint: Blueprint): Promise<void>;
	/** Waits while the run is paused. @throws AppError BUDGET_SPENT, or RUN_STOPPED. Gives what people said to this agent since. */
	beforeCall(): Promise<string[]>;
	called(call: {
		reply?: ChatReply;
		requestHash: string;
		latencyMs: number;
		error?: { code: string; message: string };
	}): Promise<void>;
	tool(event: { callId: string; tool: string; summary: string; path?: string; ok?: boolean }): Promise<void>;
	progress(text: string): Promise<void>;
	/** A fault that was asked for has struck this agent. */
	faultStruck(fault: FaultName, detail: string): Promise<void>;
}

/** All that an agent needs to start: plain data, so that it can travel to a worker. */
export interface AgentJob {
	agent: string;
	role: TeamRole;
	task: PlannedTask;
	/** The user message, ready to send. */
	prompt: string;
	/** Model calls at most. */
	maxSteps: number;
}

export interface AgentOutcome {
	summary: string;
	steps: number;
}

/** Runs agents: in this realm, or each in a worker of its own. */
export interface AgentRunner {
	/** @throws AppError; an abort ends the agent at once. */
	run(job: AgentJob, host: AgentHost, signal: AbortSignal): Promise<AgentOutcome>;
}
