import { createSubscriber } from 'svelte/reactivity';

const TICK_MS = 1000;

/** The time for who shows a duration: it ticks once a second, while somebody shows one. */
class Clock {
	readonly #follow = createSubscriber((tick) => {
		const timer = setInterval(tick, TICK_MS);
		return () => clearInterval(timer);
	});

	/** Milliseconds since 1970. */
	get nowMs(): number {
		this.#follow();
		return Date.now();
	}
}

export const clock = new Clock();
