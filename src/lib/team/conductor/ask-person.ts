import { deadline } from '../../async/deadline';
import type { LiveRun } from './live-run';

/** How long an agent's question waits where the person set no time of their own, in milliseconds. */
export const DEFAULT_ASK_WAIT_MS = 180_000;

export interface Question {
	agent: string;
	taskId: string;
	question: string;
	byDefault: string;
}

/**
 * Asks the person and waits for the answer: at most `waitMs`, then the default is taken, which the log says. While the run is paused the
 * time does not run out. What was answered before is not asked again.
 * @throws the run's reason when it is stopped meanwhile
 */
export async function askPerson(run: LiveRun, asked: Question, waitMs: number): Promise<string> {
	const { agent, taskId, question, byDefault } = asked;
	const questionId = `${taskId}:${question.slice(0, 60)}`;
	const answerNow = () => run.state.questions.find(({ id }) => id === questionId)?.answer ?? undefined;
	const known = answerNow();
	if (known !== undefined) return known;
	await run.write.ask({ questionId, question, default: byDefault }, { from: agent, taskId });
	const answer = waitMs > 0 ? await answerWithin(run, answerNow, waitMs) : answerNow();
	if (answer !== undefined) return answer;
	await run.write.emit('question.answered', { questionId, answer: byDefault, byDefault: true });
	return `Nobody has answered. ${byDefault ? `Go on with: ${byDefault}` : 'Go on with what seems best.'} An answer that comes later will be told to you.`;
}

async function answerWithin(run: LiveRun, answerNow: () => string | undefined, waitMs: number): Promise<string | undefined> {
	const time = new Clock(waitMs, () => run.changed.wake());
	try {
		for (;;) {
			run.signal.throwIfAborted();
			const answer = answerNow();
			if (answer !== undefined) return answer;
			if (time.isOver) return undefined;
			time.run(!run.state.isPaused);
			await deadline(run.changed.next(), { signal: run.signal });
		}
	} finally {
		time.run(false);
	}
}

/** A time that runs out only while it is let run. */
class Clock {
	isOver = false;
	#leftMs: number;
	#startedAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		ms: number,
		private readonly ring: () => void
	) {
		this.#leftMs = ms;
	}
	run(isRunning: boolean): void {
		if (isRunning === (this.#timer !== undefined) || this.isOver) return;
		if (isRunning) {
			this.#startedAt = Date.now();
			this.#timer = setTimeout(() => this.#end(), this.#leftMs);
			return;
		}
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#leftMs -= Date.now() - this.#startedAt;
	}
	#end(): void {
		this.isOver = true;
		this.#timer = undefined;
		this.ring();
	}
}
