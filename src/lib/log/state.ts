import type { Blueprint, Requirement } from '../domain/blueprint';
import type { ChangePlan } from '../domain/change-plan';
import { gateNames, type CheckReport, type Failure, type GateName } from '../domain/check';
import type { BudgetLimits } from '../domain/budget';
import type { ContractVersion } from '../domain/contract-surface';
import type { PlannedTask } from '../domain/task';

/** What is true of a run after some of its events. */

export type RunPhase =
	'idle' | 'blueprint' | 'approval' | 'building' | 'checking' | 'fixing' | 'done' | 'incomplete' | 'failed' | 'cancelled';
export type TaskStatus = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

export interface TaskState extends PlannedTask {
	status: TaskStatus;
	agent: string | null;
	attempts: number;
	startedAt: number | null;
	endedAt: number | null;
	/** The last word of its agent: progress, summary, or what went wrong. */
	note: string;
	files: string[];
}

export interface AgentState {
	id: string;
	role: string;
	status: 'idle' | 'thinking' | 'working' | 'failed';
	taskId: string | null;
	note: string;
	inputTokens: number;
	outputTokens: number;
	money: number;
	calls: number;
	filesWritten: number;
}

export interface FileState {
	path: string;
	sha256: string;
	sizeBytes: number;
	/** Who wrote it last: an agent's id, 'conductor' or 'user'. */
	by: string;
	taskId: string | null;
	added: number;
	removed: number;
	version: number;
	time: number;
}

export interface GateState {
	name: GateName;
	/** 'absent' where the project has nothing of that kind. */
	status: 'pending' | 'running' | 'passed' | 'failed' | 'absent';
	round: number;
	summary: string;
	report: CheckReport | null;
}

export type CriterionStatus = 'open' | 'building' | 'built' | 'proven' | 'failing';
export interface RequirementState extends Requirement {
	criteriaStatus: Record<string, CriterionStatus>;
}

export interface QuestionState {
	id: string;
	question: string;
	default: string;
	answer: string | null;
	byDefault: boolean;
	from: string;
	taskId: string | null;
}

/** Somebody who was asked to repair something, and what came of it. */
export interface RepairState {
	/** Of the task that repairs. */
	taskId: string;
	/** The task whose author may be to blame. */
	suspectId: string;
	owner: string;
	failures: Failure[];
	/** The files when it was asked for. */
	filesBefore: Record<string, FileState>;
	/** Files that are different since; null while it is under way. */
	changed: string[] | null;
	/** The last words of who repaired. */
	words: string;
}

export interface BudgetState {
	limits: BudgetLimits;
	/** The limits that the settings gave last; the person may have gone beyond them since. */
	settings: BudgetLimits;
	inputTokens: number;
	outputTokens: number;
	money: number;
	/** True once a call's price was unknown: the money shown is then a lower bound. */
	isMoneyPartial: boolean;
	calls: number;
}

/** How a request stands: at work, or how it ended. */
export type RequestStatus = 'open' | 'done' | 'incomplete' | 'failed' | 'cancelled' | 'answered' | 'undone';

/** What was spent. */
export type Spent = Pick<BudgetState, 'inputTokens' | 'outputTokens' | 'money' | 'calls'>;

/** What a file was before a request and what it is since, as SHA-256; null where there was, or is, none. */
export interface ChangedFile {
	before: string | null;
	after: string | null;
	added: number;
	removed: number;
	by: string;
}

/** What a person asked of the project, and what came of it: a stretch of the log. */
export interface RequestState {
	id: string;
	text: string;
	isPlanFirst: boolean;
	/** Nothing is to change: it is only found out what holds. */
	isCheck: boolean;
	status: RequestStatus;
	/** Absent for the first, whose plan is the blueprint, and until one is made. */
	plan: ChangePlan | null;
	/** What it is about, where it comes from a check, a page or a line. */
	failures: Failure[];
	openedSeq: number;
	openedAt: number;
	/** The last event that belongs to it; null while it is open. */
	closedSeq: number | null;
	closedAt: number | null;
	summary: string;
	/** By path, hand edits made meanwhile left out. */
	files: Record<string, ChangedFile>;
	/** The run before it. */
	before: { phase: RunPhase; summary: string; blueprint: Blueprint | null; workedMs: number; spent: Spent };
	/** Of this request alone; what it has cost so far is told by {@link RunState.budget} until it is closed. */
	spent: Spent | null;
	workedMs: number | null;
	/** Files that could not be taken back. */
	conflicts: string[];
}

/** Words that wait to become a request. */
export interface QueuedWish {
	id: string;
	text: string;
	isPlanFirst: boolean;
	/** What it is about, where it comes from a check, a page or a line. */
	failures: Failure[];
}

export interface RunMessage {
	id: string;
	from: string;
	to: string | null;
	text: string;
	time: number;
}

export interface RunState {
	runId: string | null;
	projectId: string | null;
	requirement: string;
	model: string;
	workers: number;
	phase: RunPhase;
	isPaused: boolean;
	startedAt: number | null;
	endedAt: number | null;
	/** Milliseconds of work until `workingSince`: pauses, and the time between the end and a new wish, do not count. */
	workedMs: number;
	/** When work was last taken up; null while there is none. */
	workingSince: number | null;
	summary: string;
	blueprint: Blueprint | null;
	isApproved: boolean;
	requirements: RequirementState[];
	/** What was asked for, in order; the first is the requirement. */
	requests: RequestState[];
	/** What is to be asked once the team is done, in order. */
	queue: QueuedWish[];
	/** In plan order. */
	tasks: TaskState[];
	agents: Record<string, AgentState>;
	files: Record<string, FileState>;
	/** The files that the tests run on, and those that the last ones ran on. */
	testsBegunOn: Record<string, FileState> | null;
	testedFiles: Record<string, FileState> | null;
	/** Names of artifacts published and still valid. */
	artifacts: Record<string, { by: string; sha256: string; time: number }>;
	/** The latest version of each contract that was published, by the artifact's name. */
	contracts: Record<string, ContractVersion & { sha256: string }>;
	gates: Record<GateName, GateState>;
	checks: CheckReport[];
	failures: Failure[];
	/** Times a fix was asked for, by fingerprint. */
	fixAttempts: Record<string, number>;
	/** In the order in which they were asked for. */
	repairs: RepairState[];
	budget: BudgetState;
	questions: QuestionState[];
	messages: RunMessage[];
	faults: string[];
	preview: { port: number; url: string } | null;
	lastSeq: number;
	lastTime: number;
}

export function initialRunState(): RunState {
	return {
		runId: null,
		projectId: null,
		requirement: '',
		model: '',
		workers: 4,
		phase: 'idle',
		isPaused: false,
		startedAt: null,
		endedAt: null,
		workedMs: 0,
		workingSince: null,
		summary: '',
		blueprint: null,
		isApproved: false,
		requirements: [],
		requests: [],
		queue: [],
		tasks: [],
		agents: {},
		files: {},
		testsBegunOn: null,
		testedFiles: null,
		artifacts: {},
		contracts: {},
		gates: Object.fromEntries(
			gateNames.map((name) => [name, { name, status: 'pending', round: 0, summary: '', report: null }])
		) as unknown as RunState['gates'],
		checks: [],
		failures: [],
		fixAttempts: {},
		repairs: [],
		budget: {
			limits: { money: null, tokens: null, timeMs: null },
			settings: { money: null, tokens: null, timeMs: null },
			inputTokens: 0,
			outputTokens: 0,
			money: 0,
			isMoneyPartial: false,
			calls: 0
		},
		questions: [],
		messages: [],
		faults: [],
		preview: null,
		lastSeq: 0,
		lastTime: 0
	};
}
