import type { AgentState, GateState, RunState, TaskState } from '../../log/state';
import { agentLabel, roleLabel, ROLES } from '../../domain/role-names';
import { GATE_LABELS } from './gates';
import type { AgentView, QuestionView, Word } from './run-view';
import { verbOf } from './tasks';

/** A row for each agent, in the order of the roles; roles of the plan that nobody has taken yet wait. */
export function agentsOf(state: RunState, questions: readonly QuestionView[]): AgentView[] {
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

function agentOf(agent: AgentState, state: RunState, questions: readonly QuestionView[]): AgentView {
	const mine = state.tasks.filter((task) => task.role === agent.role);
	const task = state.tasks.find(({ id }) => id === agent.taskId);
	const next = mine.find(({ status }) => status === 'waiting');
	const done = mine.filter(({ status }) => status === 'done').length;
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
