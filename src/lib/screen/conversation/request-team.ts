import type { RequestState, RunState, TaskState } from '../../log/state';
import { FIRST_REQUEST } from '../../log/fold/requests';
import { agentsOf } from '../run/agents';
import type { AgentView, QuestionView } from '../run/run-view';

/** Who works on a request, and on which tasks. */

/** The tasks of one request. Repairs name none: they belong to whichever was being worked on. */
export function tasksOfRequest(state: Pick<RunState, 'tasks'>, request: RequestState): TaskState[] {
	const isMeanwhile = ({ startedAt }: TaskState) =>
		startedAt === null ? request.closedAt === null : startedAt >= request.openedAt && startedAt <= (request.closedAt ?? Infinity);
	return state.tasks.filter((task) => {
		if (task.request) return task.request === request.id;
		return task.kind === 'fix' ? isMeanwhile(task) : request.id === FIRST_REQUEST;
	});
}

interface TeamParts {
	request: RequestState;
	tasks: readonly TaskState[];
	kind: string;
	questions: readonly QuestionView[];
}

/** The agents of a request as they are, or were when it was closed. @param state the run at that time */
export function requestTeam(state: RunState, { request, tasks, kind, questions }: TeamParts): AgentView[] {
	if (kind === 'files') return [];
	const isOpen = request.status === 'open';
	const roles = new Set(tasks.map(({ role }) => role));
	const names = new Set(tasks.flatMap(({ agent }) => agent ?? []));
	const isIn = ({ id, role, word }: AgentView) => {
		if (request.id === FIRST_REQUEST) return isOpen || id in state.agents;
		if (!isOpen) return names.has(id);
		// Of several with one role, those that have taken nothing yet only stand by.
		return names.has(id) || word.tone === 'busy' || word.tone === 'warn' || (roles.has(role) && !hasTaker(tasks, role));
	};
	const rows = agentsOf(state, questions).filter(isIn);
	return request.status === 'cancelled' ? rows.map((row) => stopped(row, tasks)) : rows;
}

const hasTaker = (tasks: readonly TaskState[], role: string) => tasks.some((task) => task.role === role && task.agent !== null);

/** Who was still to do something when the request was stopped is not done. */
function stopped(row: AgentView, tasks: readonly TaskState[]): AgentView {
	const left = tasks.find(({ agent, status }) => agent === row.id && (status === 'running' || status === 'waiting'));
	return left ? { ...row, doing: left.title, word: { text: 'stopped', tone: '' }, isResting: false } : row;
}
