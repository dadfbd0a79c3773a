import type { RunState } from '../state';
import type { Steps } from './steps';

/** What waits to be asked: words that came while the team was at work, in the order in which they came. */
export const queueSteps: Steps<'wish.queued' | 'wish.dropped'> = {
	'wish.queued': (state, { payload: { wishId, ...wish } }) => ({
		...state,
		queue: [...state.queue.filter(({ id }) => id !== wishId), { id: wishId, ...wish }]
	}),
	'wish.dropped': (state, { payload: { wishId } }) => unqueued(state, wishId)
};

/** The state with a wish no longer waiting. */
export function unqueued(state: RunState, wishId: string | undefined): RunState {
	const queue = state.queue.filter(({ id }) => id !== wishId);
	return queue.length < state.queue.length ? { ...state, queue } : state;
}

/** Whether what waits may follow by itself: somebody looks first at what failed or was stopped. */
export function isQueueOpen({ endedAt, requests }: Pick<RunState, 'endedAt' | 'requests'>): boolean {
	const last = requests.at(-1)?.status;
	return endedAt !== null && last !== 'failed' && last !== 'cancelled';
}
