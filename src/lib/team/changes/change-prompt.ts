import { AppError } from '../../domain/app-error';
import type { PlannedTask } from '../../domain/task';
import type { RequestState, RunState } from '../../log/state';
import { blueprintSlice } from '../agents/blueprint-slice';
import { userPrompt, type PromptFile, type PromptSummary } from '../agents/prompts';
import { projectBrief } from '../brief/project-brief';
import type { TaskPromptParts } from '../conductor/task-prompt';
import { plannedPart } from '../conductor/run-writer';
import { isOfFrame } from '../planning/frozen';
import { stepFiles } from './step-files';
import { stepOf } from './change-tasks';

/** The user messages of a change: who plans it is sent the project's brief, who carries out a step the files that it is about. */

const MAX_SUMMARY_CHARS = 600;

/** @throws AppError NO_BLUEPRINT for a request that nobody knows */
export function changePrompt(
	task: PlannedTask,
	state: RunState,
	parts: TaskPromptParts
): { user: string; files: readonly PromptFile[] } {
	const request = state.requests.find(({ id }) => id === task.request);
	if (!request) throw new AppError('NO_BLUEPRINT', `There is no request '${task.request ?? ''}' to work on.`);
	const notes = [...answersTo(task, state), ...wordsSince(request, state)];
	const common = { task: plannedPart(task), wish: request.text, failures: parts.failures, notes };
	if (task.kind !== 'plan') return stepPrompt(task, state, { ...parts, common, request });
	if (parts.isWhole)
		return {
			user: userPrompt({
				...common,
				failures: request.failures,
				requirement: state.requirement,
				paths: parts.files.list(),
				...(state.blueprint ? { blueprint: state.blueprint } : {})
			}),
			files: []
		};
	const brief = projectBrief({
		...{ files: parts.files, blueprint: state.blueprint, failures: state.failures },
		requests: state.requests.slice(0, -1),
		isFrozen: (path) => isOfFrame(state, path)
	});
	return { user: userPrompt({ ...common, failures: request.failures, brief }), files: [] };
}

interface StepParts extends TaskPromptParts {
	common: Pick<Parameters<typeof userPrompt>[0], 'task' | 'wish' | 'failures' | 'notes'>;
	request: RequestState;
}

function stepPrompt(
	task: PlannedTask,
	state: RunState,
	{ common, request, ...parts }: StepParts
): { user: string; files: readonly PromptFile[] } {
	const { blueprint } = state;
	const step = request.plan && task.kind === 'change' ? stepOf(task, request.plan) : undefined;
	const files = stepFiles(task, parts.files, {
		failures: common.failures ?? [],
		isKnown: (path) => state.files[path]?.by === 'conductor'
	});
	const user = userPrompt({
		...common,
		...(step ? { step: step.what } : {}),
		...(blueprint ? { blueprint: parts.isWhole ? blueprint : blueprintSlice(blueprint, task) } : {}),
		...(parts.isWhole && request.before.blueprint ? { before: request.before.blueprint } : {}),
		summaries: summariesOf(task, state),
		files: parts.isWhole ? [] : files
	});
	return { user, files };
}

/** What colleagues said at the end of the steps that this one builds on, or that a repair follows. */
function summariesOf(task: PlannedTask, { tasks }: RunState): PromptSummary[] {
	const near = tasks.filter(
		(other) =>
			other.request === task.request &&
			other.status === 'done' &&
			other.kind !== 'plan' &&
			(task.kind === 'fix' || other.publishes.some((name) => task.needs.includes(name)))
	);
	return near
		.filter(({ note }) => note)
		.map(({ id, role, note }) => ({ task: id, role, text: note.slice(0, MAX_SUMMARY_CHARS) }));
}

/** What the person answered to the questions of this task. */
function answersTo(task: PlannedTask, { questions }: RunState): string[] {
	const answered = questions.filter(({ taskId, answer }) => taskId === task.id && answer !== null);
	return answered.map(({ question, answer }) => `You asked: ${question} The answer: ${answer ?? ''}`);
}

function wordsSince(request: RequestState, { messages }: RunState): string[] {
	return messages.filter(({ from, time }) => from === 'user' && time >= request.openedAt).map(({ text }) => text);
}
