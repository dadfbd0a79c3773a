import { AppError } from '../../domain/app-error';
import type { RunState } from '../../log/state';
import { workedMsAt } from '../../log/fold/worked-time';
import type { LiveRun } from './live-run';

/** Lets agents call their models only while the run goes on and its budget lasts. */
export class BudgetGuard {
	constructor(
		private readonly run: LiveRun,
		/** Nobody watches: a spent budget ends the task instead of pausing the run. */
		private readonly isUnattended: boolean
	) {}

	/** Waits while the run is paused. @throws AppError BUDGET_SPENT, RUN_STOPPED */
	async mayCall(): Promise<void> {
		for (;;) {
			this.run.signal.throwIfAborted();
			const spent = spentLimit(this.run.state);
			if (spent && this.isUnattended) throw new AppError('BUDGET_SPENT', `The budget is spent: ${spent}. Raise it in Settings.`);
			if (spent) await this.run.pause(`The budget is spent: ${spent}.`, 'BUDGET_SPENT');
			if (!this.run.state.isPaused) return;
			await this.run.changed.next();
		}
	}
}

/** The first limit that is reached, in words; undefined when none is. */
export function spentLimit(state: RunState): string | undefined {
	const { limits, money, inputTokens, outputTokens } = state.budget;
	if (limits.money !== null && money >= limits.money) return `$${money.toFixed(2)} of $${limits.money.toFixed(2)}`;
	const tokens = inputTokens + outputTokens;
	if (limits.tokens !== null && tokens >= limits.tokens) return `${tokens} of ${limits.tokens} tokens`;
	const elapsedMs = workedMsAt(state, state.lastTime);
	if (limits.timeMs !== null && elapsedMs >= limits.timeMs)
		return `${Math.round(elapsedMs / 1000)} of ${Math.round(limits.timeMs / 1000)} s`;
	return undefined;
}
