import type { Blueprint, Requirement } from '../team/blueprint';
import type { BudgetLimits, CheckReport, Failure, GateName, PlannedTask, RunEvent } from './events';
import { gateNames } from './events';

/** Folds a run's events into what is true now. Pure: the same log gives the same state, on any machine. */

export type RunPhase =
	'idle' | 'blueprint' | 'approval' | 'building' | 'checking' | 'fixing' | 'done' | 'incomplete' | 'failed' | 'cancelled';
export type TaskStatus = 'waiting' | 'ready' | 'running' | 'done' | 'failed' | 'skipped';

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
	status: 'pending' | 'running' | 'passed' | 'failed';
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
	/** In plan order. */
	tasks: TaskState[];
	agents: Record<string, AgentState>;
	files: Record<string, FileState>;
	/** Names of artifacts published and still valid. */
	artifacts: Record<string, { by: string; sha256: string; time: number }>;
	gates: Record<GateName, GateState>;
	checks: CheckReport[];
	failures: Failure[];
	/** Times a fix was asked for, by fingerprint. */
	fixAttempts: Record<string, number>;
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
		tasks: [],
		agents: {},
		files: {},
		artifacts: {},
		gates: Object.fromEntries(
			gateNames.map((name) => [name, { name, status: 'pending', round: 0, summary: '', report: null }])
		) as unknown as RunState['gates'],
		checks: [],
		failures: [],
		fixAttempts: {},
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

/** The state after all of `events`, in order. */
export function foldEvents(events: Iterable<RunEvent>, from: RunState = initialRunState()): RunState {
	let state = from;
	for (const event of events) state = reduce(state, event);
	return state;
}

/** The state after one more event. The state given is never changed; what did not change is shared. */
export function reduce(state: RunState, event: RunEvent): RunState {
	if (event.seq <= state.lastSeq) return state;
	const next = { ...step(state, event), lastSeq: event.seq, lastTime: event.time };
	// What was under way when the run ended may still report; the run stays ended.
	return withCost(state.endedAt === null || next.endedAt === null ? next : { ...next, phase: state.phase }, event);
}

function step(state: RunState, event: RunEvent): RunState {
	switch (event.topic) {
		case 'run.started':
			return {
				...state,
				runId: event.runId,
				projectId: event.payload.projectId,
				requirement: event.payload.requirement,
				model: event.payload.model,
				workers: event.payload.workers,
				phase: 'blueprint',
				startedAt: event.time,
				workingSince: event.time,
				faults: event.payload.faults,
				budget: { ...state.budget, limits: event.payload.budget, settings: event.payload.budget }
			};
		case 'run.paused':
			return { ...restAt(state, event.time), isPaused: true };
		case 'run.resumed':
			return { ...(state.endedAt === null ? state : reopen(state)), isPaused: false, workingSince: event.time };
		case 'run.cancelled':
			return settle({ ...restAt(state, event.time), phase: 'cancelled', endedAt: event.time, summary: event.payload.reason });
		case 'run.finished':
			return settle({
				...restAt(state, event.time),
				phase: event.payload.outcome,
				endedAt: event.time,
				summary: event.payload.summary
			});
		case 'plan.proposed':
			return { ...withBlueprint(state, event.payload.blueprint), phase: 'approval', isApproved: false };
		case 'plan.approved':
			return { ...state, isApproved: true, phase: 'building' };
		case 'plan.patched':
			return withTasks(event.payload.blueprint ? withBlueprint(state, event.payload.blueprint) : state, event.payload.tasks);
		case 'task.ready':
			return patchTask(state, event.taskId, { status: 'ready' });
		case 'task.claimed': {
			const { agent, role, attempt } = event.payload;
			const claimed = patchTask(state, event.taskId, {
				status: 'running',
				agent,
				attempts: attempt,
				startedAt: event.time,
				note: ''
			});
			const phase = state.phase === 'checking' || state.phase === 'fixing' ? 'fixing' : state.phase;
			return judge({ ...patchAgent(claimed, agent, { role, status: 'working', taskId: event.taskId ?? null, note: '' }), phase });
		}
		case 'task.progress':
			return patchAgent(patchTask(state, event.taskId, { note: event.payload.text }), event.from, { note: event.payload.text });
		case 'task.result': {
			const { summary, files } = event.payload;
			const done = patchTask(state, event.taskId, { status: 'done', endedAt: event.time, note: summary, files });
			return judge(patchAgent(done, event.from, { status: 'idle', taskId: null, note: summary }));
		}
		case 'task.failed': {
			const { error, willRetry } = event.payload;
			const failed = patchTask(state, event.taskId, {
				status: willRetry ? 'waiting' : 'failed',
				endedAt: willRetry ? null : event.time,
				note: error.message
			});
			const agent = state.tasks.find((task) => task.id === event.taskId)?.agent ?? event.from;
			return judge(patchAgent(failed, agent, { status: 'failed', taskId: null, note: error.message }));
		}
		case 'task.skipped':
			return patchTask(state, event.taskId, { status: 'skipped', endedAt: event.time, note: event.payload.reason });
		case 'artifact.published':
			return publish(state, event);
		case 'artifact.superseded':
			return supersede(state, event.payload);
		case 'contract.changeRequested':
		case 'contract.resolved':
			return state;
		case 'question.asked': {
			const { questionId, question, default: byDefault } = event.payload;
			const asked = {
				id: questionId,
				question,
				default: byDefault,
				answer: null,
				byDefault: false,
				from: event.from,
				taskId: event.taskId ?? null
			};
			return { ...state, questions: [...state.questions.filter((one) => one.id !== questionId), asked] };
		}
		case 'question.answered': {
			const { questionId, answer, byDefault } = event.payload;
			return { ...state, questions: state.questions.map((one) => (one.id === questionId ? { ...one, answer, byDefault } : one)) };
		}
		case 'tool.called':
			return patchAgent(state, event.from, { status: 'working', note: event.payload.summary });
		case 'tool.returned':
			return state;
		case 'check.reported':
			return report(state, event.payload);
		case 'fix.requested': {
			const fixAttempts = { ...state.fixAttempts };
			for (const failure of event.payload.failures) fixAttempts[failure.fingerprint] = event.payload.attempt;
			return { ...state, phase: 'fixing', fixAttempts };
		}
		case 'gate.opened':
			// Packages install while agents still write: that is building, not checking.
			return patchGate({ ...state, phase: isBuilding(state) ? 'building' : 'checking' }, event.payload.gate, {
				status: 'running',
				round: event.payload.round,
				summary: ''
			});
		case 'gate.progress':
			return patchGate(state, event.payload.gate, { summary: event.payload.text });
		case 'gate.closed':
			return patchGate(state, event.payload.gate, {
				status: event.payload.ok ? 'passed' : 'failed',
				summary: event.payload.summary
			});
		case 'preview.ready':
			return { ...state, preview: { port: event.payload.port, url: event.payload.url } };
		case 'model.changed':
			return { ...state, model: event.payload.model };
		case 'budget.changed': {
			const { limits, isFromSettings } = event.payload;
			return { ...state, budget: { ...state.budget, limits, ...(isFromSettings ? { settings: limits } : {}) } };
		}
		case 'model.called':
			return event.from === 'conductor' ? state : patchAgent(state, event.from, { status: 'working' });
		case 'fault.injected':
			return state;
		case 'message': {
			const message = { id: event.id, from: event.from, to: event.to ?? null, text: event.payload.text, time: event.time };
			return { ...state, messages: [...state.messages, message] };
		}
	}
}

function isBuilding(state: RunState): boolean {
	return state.phase === 'building' && state.tasks.some((task) => ['waiting', 'ready', 'running'].includes(task.status));
}

function withBlueprint(state: RunState, blueprint: Blueprint): RunState {
	const requirements = blueprint.requirements.map((requirement) => {
		const before = state.requirements.find((one) => one.id === requirement.id)?.criteriaStatus ?? {};
		const criteriaStatus = Object.fromEntries(requirement.criteria.map((one) => [one.id, before[one.id] ?? ('open' as const)]));
		return { ...requirement, criteriaStatus };
	});
	return { ...state, blueprint, requirements };
}

function withTasks(state: RunState, planned: PlannedTask[]): RunState {
	const before = new Map(state.tasks.map((task) => [task.id, task]));
	const tasks = planned.map((task): TaskState => {
		const old = before.get(task.id);
		if (old) return { ...old, ...task };
		return { ...task, status: 'waiting', agent: null, attempts: 0, startedAt: null, endedAt: null, note: '', files: [] };
	});
	return { ...state, tasks };
}

function patchTask(state: RunState, taskId: string | undefined, patch: Partial<TaskState>): RunState {
	if (!taskId) return state;
	return { ...state, tasks: state.tasks.map((task) => (task.id === taskId ? { ...task, ...patch } : task)) };
}

function patchAgent(state: RunState, id: string, patch: Partial<AgentState>): RunState {
	if (id === 'conductor' || id === 'user' || id === 'hub') return state;
	const old: AgentState = state.agents[id] ?? {
		id,
		role: id.replace(/-\d+$/, ''),
		status: 'idle',
		taskId: null,
		note: '',
		inputTokens: 0,
		outputTokens: 0,
		money: 0,
		calls: 0,
		filesWritten: 0
	};
	return { ...state, agents: { ...state.agents, [id]: { ...old, ...patch } } };
}

function patchGate(state: RunState, name: GateName, patch: Partial<GateState>): RunState {
	return { ...state, gates: { ...state.gates, [name]: { ...state.gates[name], ...patch } } };
}

function publish(state: RunState, event: Extract<RunEvent, { topic: 'artifact.published' }>): RunState {
	const { name, path, sizeBytes, added, removed } = event.payload;
	const sha256 = event.artifactRefs[0]?.sha256 ?? '';
	const artifacts = { ...state.artifacts, [name]: { by: event.from, sha256, time: event.time } };
	if (!path) return { ...state, artifacts };
	const old = state.files[path];
	const file: FileState = {
		path,
		sha256,
		sizeBytes: sizeBytes ?? 0,
		by: event.from,
		taskId: event.taskId ?? null,
		added,
		removed,
		version: (old?.version ?? 0) + 1,
		time: event.time
	};
	const counted = patchAgent(state, event.from, { filesWritten: (state.agents[event.from]?.filesWritten ?? 0) + 1 });
	return { ...counted, artifacts, files: { ...state.files, [path]: file } };
}

function supersede(state: RunState, payload: { name: string; path?: string; deleted: boolean }): RunState {
	const artifacts = { ...state.artifacts };
	delete artifacts[payload.name];
	const files = { ...state.files };
	if (payload.path && payload.deleted) delete files[payload.path];
	return { ...state, artifacts, files };
}

function report(state: RunState, check: CheckReport): RunState {
	const failures = [...state.failures.filter((one) => one.gate !== check.gate), ...check.failures];
	return judge({ ...patchGate(state, check.gate, { report: check }), checks: [...state.checks, check], failures });
}

/** Settles each criterion: open -> building -> built, and proven or failing once its test has run. */
function judge(state: RunState): RunState {
	const tests = state.gates.tests.report;
	const proven = new Set(tests?.provenCriteria);
	const failing = new Set(tests?.failures.map((one) => one.criterion));
	const requirements = state.requirements.map((requirement) => ({
		...requirement,
		criteriaStatus: Object.fromEntries(
			requirement.criteria.map(({ id }) => {
				const tasks = state.tasks.filter((task) => task.criteria.includes(id));
				return [id, statusOf(id, tasks)];
			})
		)
	}));
	return { ...state, requirements };

	function statusOf(id: string, tasks: TaskState[]): CriterionStatus {
		if (failing.has(id)) return 'failing';
		if (proven.has(id)) return 'proven';
		if (tasks.length && tasks.every((task) => task.status === 'done')) return 'built';
		return tasks.some((task) => task.status === 'running' || task.status === 'done') ? 'building' : 'open';
	}
}

/** A new wish after the end: all but the files is made again. */
function reopen(state: RunState): RunState {
	const tasks = state.tasks
		.filter((task) => task.kind !== 'fix')
		.map((task): TaskState => ({
			...task,
			status: 'waiting',
			agent: null,
			attempts: 0,
			startedAt: null,
			endedAt: null,
			note: '',
			files: []
		}));
	const artifacts = Object.fromEntries(Object.entries(state.artifacts).filter(([name]) => name.startsWith('file:')));
	const { gates } = initialRunState();
	return {
		...state,
		endedAt: null,
		phase: 'blueprint',
		isApproved: false,
		summary: '',
		tasks,
		artifacts,
		gates,
		failures: [],
		fixAttempts: {}
	};
}

function settle(state: RunState): RunState {
	const agents = Object.fromEntries(
		Object.entries(state.agents).map(([id, agent]) => [id, { ...agent, status: 'idle' as const, taskId: null }])
	);
	const gates = Object.fromEntries(
		Object.entries(state.gates).map(([name, gate]) =>
			gate.status === 'running' ? [name, { ...gate, status: 'pending', summary: 'Stopped before it ended.' }] : [name, gate]
		)
	) as RunState['gates'];
	return { ...state, isPaused: false, agents, gates };
}

function restAt(state: RunState, time: number): RunState {
	return { ...state, workedMs: workedMsAt(state, time), workingSince: null };
}

/** How long the run has been worked on until `time`, in milliseconds. */
export function workedMsAt(state: RunState, time: number): number {
	return state.workedMs + (state.workingSince === null ? 0 : Math.max(0, time - state.workingSince));
}

function withCost(state: RunState, event: RunEvent): RunState {
	const cost = event.cost;
	if (!cost) return state;
	const budget: BudgetState = {
		...state.budget,
		inputTokens: state.budget.inputTokens + cost.inputTokens,
		outputTokens: state.budget.outputTokens + cost.outputTokens,
		money: state.budget.money + (cost.money ?? 0),
		isMoneyPartial: state.budget.isMoneyPartial || cost.money === null,
		calls: state.budget.calls + 1
	};
	const agent = state.agents[event.from];
	if (!agent) return { ...state, budget };
	return patchAgent({ ...state, budget }, event.from, {
		inputTokens: agent.inputTokens + cost.inputTokens,
		outputTokens: agent.outputTokens + cost.outputTokens,
		money: agent.money + (cost.money ?? 0),
		calls: agent.calls + 1
	});
}
