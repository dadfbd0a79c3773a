import { AppError, assertNever } from '../../domain/app-error';
import type { BudgetState, RunState } from '../../log/state';
import type { BudgetLimits } from '../../domain/budget';
import type { Wish } from '../../bus/contracts/conductor';
import type { RunCommand } from '../run-source';
import type { Conductor } from './conductor-link';

export interface CommandParts {
	/** The conductor with a run under way. */
	conductor: Conductor;
	state: RunState;
	start(): Promise<void>;
	ask(wish: Wish): Promise<void>;
	goOn(): Promise<void>;
}

/** Commands that change no file. */
export type TeamCommand = Exclude<RunCommand, { type: 'editFile' | 'restore' | 'undo' | 'queue' | 'unqueue' }>;

/** Carries a command out. @throws AppError RUN_ENDED for a start */
export async function carryOut(command: TeamCommand, { conductor, state, start, ask, goOn }: CommandParts): Promise<void> {
	switch (command.type) {
		case 'start':
			if (state.endedAt !== null) throw new AppError('RUN_ENDED', 'This run has ended. Ask for what should be different.');
			return start();
		case 'ask':
			return ask(command.wish);
		case 'goOn':
			return goOn();
		case 'pause':
			return conductor.pause();
		case 'resume':
			return conductor.resume();
		case 'stop':
			return conductor.stop();
		case 'doubleBudget':
			await conductor.setBudget(doubled(state.budget));
			return conductor.resume();
		case 'approve':
			return conductor.approve();
		case 'message':
			return conductor.say(command.text, command.to);
		case 'answer':
			return conductor.answer(command.questionId, command.answer);
		default:
			assertNever(command);
	}
}

/** Twice the limits, or as much again as was spent beyond them. */
export function doubled({ limits, money, inputTokens, outputTokens }: BudgetState): BudgetLimits {
	const twice = (limit: number | null, spent: number) => limit && Math.max(limit * 2, spent + limit);
	return { ...limits, money: twice(limits.money, money), tokens: twice(limits.tokens, inputTokens + outputTokens) };
}
