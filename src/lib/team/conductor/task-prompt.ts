import { AppError } from '../../domain/app-error';
import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import type { RunState } from '../../log/state';
import { promptFiles, type ReadableFiles } from '../agents/prompt-files';
import { userPrompt } from '../agents/prompts';
import { plannedPart } from './run-writer';

export interface TaskPromptParts {
	requirement: string;
	files: ReadableFiles;
	/** What the task is to repair. */
	failures: readonly Failure[];
}

/** The message that starts an agent on a task. @throws AppError NO_BLUEPRINT for any task but planning, while there is none */
export function taskPrompt(task: PlannedTask, state: RunState, parts: TaskPromptParts): string {
	const notes = state.messages.filter((message) => message.from === 'user').map((message) => message.text);
	if (task.kind === 'plan') {
		const answers = state.questions
			.filter((question) => question.answer !== null && !question.byDefault)
			.map(({ question, answer }) => `${question} ${answer ?? ''}`);
		return userPrompt({ task: plannedPart(task), requirement: [parts.requirement, ...answers, ...notes].join('\n\n') });
	}
	if (!state.blueprint) throw new AppError('NO_BLUEPRINT', 'There is no blueprint to work from.');
	const failing = parts.failures.flatMap((failure) => failure.file ?? []);
	return userPrompt({
		task: plannedPart(task),
		requirement: parts.requirement,
		blueprint: state.blueprint,
		files: promptFiles(task, state.blueprint, parts.files, failing),
		failures: [...parts.failures],
		notes
	});
}
