import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { idle } from './idle';

/** Time that stands still until a test lets it pass. React's own work does not depend on it. */
export const clock = {
	/** Stops all timers and the time of day, for what begins from now on. @param at the instant that it is then */
	stop: (at?: string | number | Date) => {
		vi.useFakeTimers({
			toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
			...(at === undefined ? {} : { now: new Date(at) })
		});
	},
	/** Lets timers run as if this time had passed, and the page show what follows. */
	pass: async (ms: number) => {
		await act(async () => {
			await vi.advanceTimersByTimeAsync(ms);
		});
		await idle();
	}
};
