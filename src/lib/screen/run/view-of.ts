import type { RunEvent } from '../../domain/events';
import type { AgentState, CriterionStatus, GateState, RunState, TaskState } from '../../log/state';
import { GATE_LABELS } from './gates';
import { agentLabel, roleLabel, roleOf, ROLES } from '../../domain/role-names';
import type {
	AgentView,
	CriterionView,
	EventView,
	GateView,
	MessageView,
	PhaseId,
	PhaseView,
	ProblemView,
	QuestionView,
	RunStatus,
	RunView,
	TaskView,
	Word
} from './run-view';

/** Puts a run's state into the words and order of the screen. Pure. */
export function viewOf(state: RunState, nowMs: number): RunView {
	const questions = questionsOf(state);
	const status = statusOf(state, questions);
	return {
		status,
		word: runWord(state, status),
		phases: phasesOf(state),
		agents: agentsOf(state, questions),
		tasks: tasksOf(state, nowMs),
		criteria: criteriaOf(state),
		questions,
		messages: messagesOf(state),
		gates: Object.values(state.gates).map(gateOf),
		problems: problemsOf(state),
		tokens: state.budget.inputTokens + state.budget.outputTokens,
		dollars: state.budget.money,
		isCostPartial: state.budget.isMoneyPartial,
		budgetDollars: state.budget.limits.money ?? undefined,
		startedAtMs: state.startedAt ?? undefined,
		endedAtMs: state.endedAt ?? undefined,
		announcement: announcementOf(state, questions),
		failure: failureOf(state)
	};
}

const MAX_TRIES = 3;
const PHASES: PhaseId[] = ['blueprint', 'plan', 'build', 'verify', 'live'];

function statusOf(state: RunState, questions: QuestionView[]): RunStatus {
	if (state.phase === 'idle') return 'idle';
	if (state.phase === 'cancelled') return 'cancelled';
	if (state.phase === 'done') return 'finished';
	if (state.phase === 'incomplete' || state.phase === 'failed') return 'failed';
	if (state.isPaused) return 'paused';
	return questions.length > 0 ? 'needs-you' : 'running';
}

function runWord(state: RunState, status: RunStatus): Word {
	if (status === 'paused') return { text: 'paused', tone: 'warn' };
	if (status === 'needs-you') return { text: 'needs you', tone: 'warn' };
	const words: Record<RunState['phase'], Word> = {
		idle: { text: 'not started', tone: '' },
		blueprint: { text: 'reading the requirement', tone: 'busy' },
		approval: { text: 'planning', tone: 'busy' },
		building: { text: 'building', tone: 'busy' },
		checking: { text: 'verifying', tone: 'busy' },
		fixing: { text: 'repairing', tone: 'busy' },
		done: { text: 'live', tone: 'ok' },
		incomplete: { text: 'incomplete', tone: 'warn' },
		failed: { text: 'failed', tone: 'bad' },
		cancelled: { text: 'stopped', tone: '' }
	};
	return words[state.phase];
}

function phaseOf(state: RunState): PhaseId | undefined {
	switch (state.phase) {
		case 'idle':
			return undefined;
		case 'blueprint':
			return 'blueprint';
		case 'approval':
			return 'plan';
		case 'building':
			return 'build';
		case 'checking':
		case 'fixing':
			return 'verify';
		case 'done':
			return 'live';
		default:
			if (!state.blueprint) return 'blueprint';
			if (!state.isApproved) return 'plan';
			return state.tasks.every(isSettled) ? 'verify' : 'build';
	}
}

function phasesOf(state: RunState): PhaseView[] {
	const now = phaseOf(state);
	const at = now ? PHASES.indexOf(now) : -1;
	const counts = `${state.tasks.filter((task) => task.status === 'done').length}/${state.tasks.length}`;
	const gates = Object.values(state.gates);
	const labels: Record<PhaseId, string> = {
		blueprint: 'Blueprint',
		plan: 'Plan',
		build: now === 'build' && state.tasks.length > 0 ? `Build ${counts}` : 'Build',
		verify: now === 'verify' ? `Verify ${gates.filter((gate) => gate.status === 'passed').length}/${gates.length}` : 'Verify',
		live: 'Live'
	};
	const stateOf = (id: PhaseId, index: number): PhaseView['state'] => {
		// What was imported has been through none of the phases here.
		if (!state.blueprint && id !== 'live') return index === at && state.phase !== 'done' ? 'now' : 'ahead';
		if (state.phase === 'done' || index < at) return 'done';
		return index === at ? 'now' : 'ahead';
	};
	return PHASES.map((id, index) => ({ id, label: labels[id], state: stateOf(id, index) }));
}

function agentsOf(state: RunState, questions: QuestionView[]): AgentView[] {
	const agents = Object.values(state.agents);
	const present = new Set(agents.map((agent) => agent.role));
	const planned = [...new Set(state.tasks.map((task) => task.role))].filter((role) => !present.has(role));
	const rows = [...agents.map((agent) => agentOf(agent, state, questions)), ...planned.map((role) => plannedAgent(role, state))];
	return rows.toSorted((a, b) => rank(a.role) - rank(b.role) || a.id.localeCompare(b.id));
}
function rank(role: string): number {
	const at = (ROLES as readonly string[]).indexOf(role);
	return at < 0 ? ROLES.length : at;
}

function agentOf(agent: AgentState, state: RunState, questions: QuestionView[]): AgentView {
	const mine = state.tasks.filter((task) => task.role === agent.role);
	const task = state.tasks.find((one) => one.id === agent.taskId);
	const next = mine.find((one) => one.status === 'waiting');
	const done = mine.filter((one) => one.status === 'done').length;
	const isAsking = questions.some((question) => question.from === agent.id);
	const checks = agent.id === LEAD_TESTER && !task && state.endedAt === null ? runningGates(state) : [];
	const word = agentWord(agent, task, {
		isAsking,
		isChecking: checks.length > 0,
		isNextWaiting: next !== undefined,
		isOver: state.endedAt !== null,
		isPlanned: state.isApproved
	});
	return {
		id: agent.id,
		role: agent.role,
		label: agentLabel(agent.id),
		word,
		doing:
			checks.length > 0
				? checks.map((gate) => gate.summary || GATE_LABELS[gate.name]).join(' · ')
				: doingOf(agent, task, next, state),
		taskId: agent.taskId ?? undefined,
		tokens: agent.inputTokens + agent.outputTokens,
		dollars: agent.money,
		progress: task && mine.length > 1 ? (done + 0.5) / mine.length : undefined,
		isResting: word.text === 'done'
	};
}
/** Gates are nobody's task; on the screen the first tester runs them. */
const LEAD_TESTER = 'qa-1';
const runningGates = (state: RunState): GateState[] => Object.values(state.gates).filter((gate) => gate.status === 'running');

function doingOf(agent: AgentState, task: TaskState | undefined, next: TaskState | undefined, state: RunState): string {
	if (task) return `${task.title}${agent.note ? `: ${agent.note}` : ''}`;
	if (next && state.endedAt === null) return waitsFor(next, state);
	if (agent.note) return agent.note;
	return state.blueprint ? 'Blueprint done' : 'Reading the requirement';
}
function agentWord(
	agent: AgentState,
	task: TaskState | undefined,
	is: { isAsking: boolean; isChecking: boolean; isNextWaiting: boolean; isOver: boolean; isPlanned: boolean }
): Word {
	if (is.isAsking) return { text: 'needs you', tone: 'warn' };
	if (agent.status === 'failed') return { text: 'failed', tone: 'bad' };
	if (agent.status === 'thinking' && (task || !is.isPlanned)) return { text: 'thinking', tone: 'busy' };
	// Only the blueprint is written without a task; after that, nobody works without one.
	if (task || (agent.status === 'working' && !is.isPlanned)) return { text: task ? verbOf(task) : 'planning', tone: 'busy' };
	if (is.isChecking) return { text: 'testing', tone: 'busy' };
	return is.isNextWaiting && !is.isOver ? { text: 'waiting', tone: '' } : { text: 'done', tone: 'ok' };
}
function verbOf(task: TaskState): string {
	if (task.kind === 'fix') return 'repairing';
	if (task.kind === 'tests' || task.kind === 'gate') return 'testing';
	return 'writing';
}
function plannedAgent(role: string, state: RunState): AgentView {
	const next = state.tasks.find((task) => task.role === role && task.status !== 'done');
	return {
		id: role,
		role,
		label: roleLabel(role),
		word: { text: 'waiting', tone: '' },
		doing: next ? waitsFor(next, state) : '',
		tokens: 0,
		dollars: 0,
		isResting: false
	};
}
function waitsFor(task: TaskState, state: RunState): string {
	const missing = task.needs.filter((need) => !state.artifacts[need]);
	return missing.length > 0 ? `Next: ${task.title}. Needs ${missing[0]}` : `Next: ${task.title}`;
}

function tasksOf(state: RunState, nowMs: number): TaskView[] {
	const maker = new Map(state.tasks.flatMap((task) => task.publishes.map((name) => [name, task.id] as const)));
	return state.tasks.map((task) => ({
		id: task.id,
		title: task.title,
		role: task.role,
		state: task.status,
		word: taskWord(task),
		needs: [...new Set(task.needs.flatMap((need) => maker.get(need) ?? []))].filter((id) => id !== task.id),
		durationMs: task.startedAt === null ? undefined : (task.endedAt ?? state.endedAt ?? nowMs) - task.startedAt,
		files: task.files
	}));
}
function taskWord(task: TaskState): Word {
	const words: Record<TaskState['status'], Word> = {
		waiting: { text: 'waiting', tone: '' },
		running: { text: verbOf(task), tone: 'busy' },
		done: { text: 'done', tone: 'ok' },
		failed: { text: 'failed', tone: 'bad' },
		skipped: { text: 'skipped', tone: '' }
	};
	return words[task.status];
}
function isSettled(task: TaskState): boolean {
	return task.status === 'done' || task.status === 'skipped' || task.status === 'failed';
}

function criteriaOf(state: RunState): CriterionView[] {
	const words: Record<CriterionStatus, Word> = {
		open: { text: 'open', tone: '' },
		building: { text: 'building', tone: 'busy' },
		built: { text: 'built', tone: '' },
		proven: { text: 'proven', tone: 'ok' },
		failing: { text: 'failing', tone: 'bad' }
	};
	return state.requirements.flatMap((requirement): CriterionView[] => {
		if (requirement.status === 'not-understood')
			return [
				{
					id: requirement.id,
					text: requirement.text,
					word: { text: 'not understood', tone: 'warn' },
					isProven: false,
					isPlanned: false
				}
			];
		return requirement.criteria.map(({ id, text }) => {
			const status = requirement.criteriaStatus[id] ?? 'open';
			return { id, text, word: words[status], isProven: status === 'proven', isPlanned: true };
		});
	});
}

function questionsOf(state: RunState): QuestionView[] {
	if (state.endedAt !== null) return [];
	return state.questions
		.filter((question) => question.answer === null)
		.map((question) => ({
			id: question.id,
			from: question.from,
			text: question.question,
			options: question.default ? [question.default] : [],
			fallback: question.default || undefined
		}));
}

function messagesOf(state: RunState): MessageView[] {
	return state.messages
		.filter((message) => message.from === 'user' || message.to === 'user' || message.to === null)
		.map((message) => ({
			id: message.id,
			from: message.from,
			to: message.to ?? undefined,
			text: message.text,
			timeMs: message.time
		}));
}

function gateOf(gate: GateState): GateView {
	const words: Record<GateState['status'], Word> = {
		pending: { text: 'ahead', tone: '' },
		running: { text: 'running', tone: 'busy' },
		passed: { text: 'passed', tone: 'ok' },
		failed: { text: 'failing', tone: 'bad' }
	};
	return {
		id: gate.name,
		label: GATE_LABELS[gate.name],
		word: words[gate.status],
		summary: gate.summary || gate.report?.summary || '',
		passed: gate.report?.passed ?? 0,
		failed: gate.report?.failed ?? 0,
		durationMs: gate.report?.durationMs,
		log: gate.report?.log ?? ''
	};
}

function problemsOf(state: RunState): ProblemView[] {
	const seen = new Map<string, number>();
	return state.failures.map((failure) => {
		// Faults of one kind in one file share a fingerprint.
		const count = (seen.get(failure.fingerprint) ?? 0) + 1;
		seen.set(failure.fingerprint, count);
		const tries = state.fixAttempts[failure.fingerprint];
		const by = failure.file ? state.files[failure.file]?.by : undefined;
		return {
			id: `${failure.fingerprint}|${count}`,
			gate: GATE_LABELS[failure.gate],
			code: failure.code,
			message:
				failure.criterion && !failure.message.includes(failure.criterion)
					? `${failure.criterion} ${failure.message}`
					: failure.message,
			path: failure.file,
			lineNumber: failure.lineNumber,
			owner: by && roleOf(by),
			repair: tries ? `repairing, try ${tries} of ${MAX_TRIES}` : undefined
		};
	});
}

function announcementOf(state: RunState, questions: QuestionView[]): string {
	const [question] = questions;
	if (question) return `${roleLabel(question.from)} asks: ${question.text}`;
	if (state.endedAt !== null) return `The run is over: ${state.summary || state.phase}`;
	const now = phasesOf(state).find((phase) => phase.state === 'now');
	return now ? `${now.label}, ${runWord(state, 'running').text}` : '';
}

function failureOf(state: RunState): RunView['failure'] {
	if (state.phase === 'failed')
		return {
			code: 'RUN_FAILED',
			message: state.summary || 'The run could not go on.',
			action: 'See Problems below, then tell the team what to change, or run it again.'
		};
	if (state.phase === 'incomplete')
		return {
			code: 'RUN_INCOMPLETE',
			message: state.summary || 'Some checks still fail.',
			action: 'The best version so far is here to use and export. Message the team to go on.'
		};
	return undefined;
}

/** One line of words per event, for the bus and the timeline. */
export function eventView(event: RunEvent): EventView {
	return {
		id: event.id,
		seq: event.seq,
		timeMs: event.time,
		topic: event.topic,
		from: event.from,
		to: event.to,
		taskId: event.taskId,
		text: textOf(event)
	};
}
function textOf(event: RunEvent): string {
	switch (event.topic) {
		case 'run.started':
			return event.payload.requirement.slice(0, 160);
		case 'plan.proposed':
			return event.payload.blueprint.title;
		case 'plan.patched':
			return `${event.payload.tasks.length} tasks. ${event.payload.reason}`;
		case 'task.claimed':
			return `${event.payload.agent} took ${event.taskId ?? 'a task'}`;
		case 'task.failed':
			return event.payload.error.message;
		case 'artifact.published':
			return `${event.payload.name}${event.payload.path ? ` +${event.payload.added} −${event.payload.removed}` : ''}`;
		case 'artifact.superseded':
			return event.payload.name;
		case 'question.asked':
			return event.payload.question;
		case 'question.answered':
			return event.payload.answer;
		case 'model.called':
			return `${event.payload.model}, ${Math.round(event.payload.latencyMs)} ms${event.payload.error ? `: ${event.payload.error.message}` : ''}`;
		case 'model.changed':
			return event.payload.model;
		case 'preview.ready':
			return `port ${event.payload.port}`;
		case 'gate.opened':
			return event.payload.gate;
		case 'fix.requested':
			return `${event.payload.failures.length} failures to ${event.payload.owner}, try ${event.payload.attempt}`;
		default: {
			const payload: Record<string, unknown> = event.payload;
			const said = payload.text ?? payload.summary ?? payload.reason ?? payload.detail ?? payload.change ?? '';
			return String(said);
		}
	}
}
