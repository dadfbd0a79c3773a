import type { RunState } from '../../log/state';
import { agentsOf } from './agents';
import { criteriaOf } from './criteria';
import { gateOf, gatesOf } from './gates';
import { questionsOf } from './messages';
import { phasesOf } from './phases';
import { problemsOf } from './problems';
import { changedSinceTests, criteriaNow } from './proof';
import type { RunView } from './run-view';
import { announcementOf, runWord, statusOf } from './status';
import { tasksOf } from './tasks';

export interface ViewOptions {
	/** The moment that is replayed; undefined where time goes on. */
	replayedMs?(): number | undefined;
	/** The run was imported: what it proved, it proved elsewhere. */
	isRecorded?: boolean;
}

/**
 * Puts a run's state into the words and order of the screen: each part is made when it is read, and reads what it shows of the state alone.
 */
export function viewOf(state: RunState, { replayedMs, isRecorded = false }: ViewOptions = {}): RunView {
	return {
		get status() {
			return statusOf(state, this.questions);
		},
		get word() {
			return runWord(state, this.status);
		},
		get phases() {
			return phasesOf(state);
		},
		get agents() {
			return agentsOf(state, this.questions);
		},
		get tasks() {
			return tasksOf(state, replayedMs?.());
		},
		get criteria() {
			const isChanged = state.endedAt !== null && (changedSinceTests(state)?.length ?? 0) > 0;
			return criteriaNow(criteriaOf(state), { isChanged, isRecorded });
		},
		get questions() {
			return questionsOf(state);
		},
		get gates() {
			return gatesOf(state).map(gateOf);
		},
		get problems() {
			return problemsOf(state);
		},
		get tokens() {
			return state.budget.inputTokens + state.budget.outputTokens;
		},
		get dollars() {
			return state.budget.money;
		},
		get isCostPartial() {
			return state.budget.isMoneyPartial;
		},
		get budgetDollars() {
			return state.budget.limits.money ?? undefined;
		},
		get startedAtMs() {
			return state.startedAt ?? undefined;
		},
		get endedAtMs() {
			return state.endedAt ?? undefined;
		},
		get announcement() {
			return announcementOf(state, this.questions);
		}
	};
}
