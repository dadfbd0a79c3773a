import type { Failure } from '../../domain/check';

/** What the workspace shows of a run: plain data, ready to draw. view-of.ts makes it from the run's state, each part by a file of its subject. */

export type PhaseId = 'blueprint' | 'plan' | 'build' | 'verify' | 'live';
export interface PhaseView {
	id: PhaseId;
	label: string;
	state: 'done' | 'now' | 'ahead';
}

export type RunStatus = 'idle' | 'running' | 'paused' | 'needs-you' | 'finished' | 'failed' | 'cancelled';

/** A state in words, with the tone it is shown in. */
export interface Word {
	text: string;
	tone: '' | 'busy' | 'ok' | 'warn' | 'bad';
}

export interface AgentView {
	id: string;
	role: string;
	label: string;
	word: Word;
	/** What it does, did last, or waits for. */
	doing: string;
	taskId?: string;
	tokens: number;
	dollars: number;
	/** 0 to 1, when it is at work on something measurable. */
	progress?: number;
	/** It has done all that was its to do. */
	isResting: boolean;
}

export interface TaskView {
	id: string;
	title: string;
	role: string;
	state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped';
	word: Word;
	/** Ids of the tasks whose results it builds on. */
	needs: string[];
	startedAtMs?: number;
	/** Milliseconds at work, once it has ended. */
	durationMs?: number;
	files: string[];
}

export interface CriterionView {
	id: string;
	text: string;
	word: Word;
	isProven: boolean;
	/** False for a wish that will not be built. */
	isPlanned: boolean;
}

/** Something only the person can decide. */
export interface QuestionView {
	id: string;
	from: string;
	text: string;
	/** The answers offered, the default first; empty means free text. */
	options: string[];
	/** What happens without an answer. */
	fallback?: string;
	why?: string;
}

export interface GateView {
	id: string;
	label: string;
	word: Word;
	summary: string;
	passed: number;
	failed: number;
	durationMs?: number;
	/** The end of the command's output; empty while there is none. */
	log: string;
}

export interface ProblemView {
	id: string;
	code: string;
	message: string;
	path?: string;
	/** 1-based. */
	lineNumber?: number;
	/** The gate that found it. */
	gate: string;
	/** The role whose file it is. */
	owner?: string;
	/** 'repairing, try 1 of 3'. */
	repair?: string;
	/** What somebody who is asked to mend it is shown. */
	failure: Failure;
}

export interface EventView {
	id: string;
	seq: number;
	timeMs: number;
	topic: string;
	from: string;
	to?: string;
	text: string;
	taskId?: string;
}

/** A word between the person and the team. */
export interface MessageView {
	id: string;
	from: string;
	to?: string;
	text: string;
	timeMs: number;
}

/** What one finished task, or the person, changed. */
export interface ChangeView {
	id: string;
	by: string;
	summary: string;
	files: string[];
	timeMs: number;
	/** The log's first event of this change: before it, the files were as they had been. */
	firstSeq: number;
}

export interface RunView {
	status: RunStatus;
	/** The run's state for the status line: 'building', 'paused', 'live'. */
	word: Word;
	phases: PhaseView[];
	agents: AgentView[];
	tasks: TaskView[];
	criteria: CriterionView[];
	questions: QuestionView[];
	gates: GateView[];
	problems: ProblemView[];
	tokens: number;
	dollars: number;
	budgetDollars?: number;
	/** The price of some calls is not known: dollars are a lower bound. */
	isCostPartial: boolean;
	startedAtMs?: number;
	/** When the clock stopped; undefined while it runs. */
	endedAtMs?: number;
	/** The last thing worth saying aloud. */
	announcement: string;
}
