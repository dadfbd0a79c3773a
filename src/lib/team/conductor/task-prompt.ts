import { AppError } from '../../domain/app-error';
import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import type { TeamRole } from '../../domain/role';
import type { RunState, TaskState } from '../../log/state';
import { frameOf } from '../../frames';
import { changePrompt } from '../changes/change-prompt';
import { blueprintSlice } from '../agents/blueprint-slice';
import { constantPrompt } from '../agents/constant-prompt';
import { promptFiles, type ReadableFiles } from '../agents/prompt-files';
import { userPrompt, type PromptFile, type PromptSummary } from '../agents/prompts';
import { plannedPart } from './run-writer';

export interface TaskPromptParts {
	role: TeamRole;
	requirement: string;
	files: ReadableFiles;
	/** What the task is to repair. */
	failures: readonly Failure[];
	/** The built-in model makes its files of the whole blueprint; others are sent what concerns the task. */
	isWhole?: boolean;
}

export interface TaskPrompt {
	system: string;
	user: string;
	files: readonly PromptFile[];
}

/** Summaries a colleague may have said too much in; the rest is in the files. */
const MAX_SUMMARY_CHARS = 600;

/** The messages that start an agent, and the files that they show. @throws AppError NO_BLUEPRINT for what is built on one, while there is none */
export function taskPrompt(task: PlannedTask, state: RunState, parts: TaskPromptParts): TaskPrompt {
	const system = constantPrompt(task, parts.role, frameOf(state.blueprint));
	if (task.request) return { system, ...changePrompt(task, state, parts) };
	const notes = state.messages.filter((message) => message.from === 'user').map((message) => message.text);
	if (task.kind === 'plan') {
		const answers = state.questions
			.filter((question) => question.answer !== null && !question.byDefault)
			.map(({ question, answer }) => `${question} ${answer ?? ''}`);
		const requirement = [parts.requirement, ...answers, ...notes].join('\n\n');
		return { system, user: userPrompt({ task: plannedPart(task), requirement }), files: [] };
	}
	const { blueprint } = state;
	if (!blueprint && task.kind !== 'fix') throw new AppError('NO_BLUEPRINT', 'There is no blueprint to work from.');
	const files = promptFiles(task, blueprint, parts.files, parts.failures);
	const user = userPrompt({
		task: plannedPart(task),
		...(blueprint ? { blueprint: parts.isWhole ? blueprint : blueprintSlice(blueprint, task) } : {}),
		summaries: summariesFor(task, state.tasks),
		files,
		failures: parts.failures,
		notes
	});
	return { system, user, files };
}

/** What was said at the end of each task that this one builds on; for a repair, of all tasks of its feature and earlier repairs there. */
function summariesFor(task: PlannedTask, tasks: readonly TaskState[]): PromptSummary[] {
	const isFix = task.kind === 'fix';
	const near = tasks.filter((other) => {
		if (other.id === task.id || other.status !== 'done' || other.kind === 'plan') return false;
		if (isFix) return !!task.feature && other.feature === task.feature;
		return other.publishes.some((name) => task.needs.includes(name));
	});
	return near
		.filter(({ note }) => note)
		.map(({ id, role, note }) => ({ task: id, role, text: note.slice(0, MAX_SUMMARY_CHARS) }));
}
