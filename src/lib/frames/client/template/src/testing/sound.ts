import { vi } from 'vitest';

export interface Heard {
	/** Seconds from the start of the sound. */
	startS: number;
	lengthS: number;
	hertz: number;
}

/** What an action lets sound. */
export async function heard(happen: () => Promise<unknown>): Promise<Heard[]> {
	const tones: Heard[] = [];
	class Oscillator {
		frequency = { value: 0 };
		#start = 0;
		connect = (next: unknown) => next;
		start = (at: number) => {
			this.#start = at;
		};
		stop = (at: number) => {
			tones.push({ startS: this.#start, lengthS: at - this.#start, hertz: this.frequency.value });
		};
	}
	class Context {
		currentTime = 0;
		destination = {};
		resume = async () => {};
		createOscillator = () => new Oscillator();
		createGain = () => ({
			gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} },
			connect: (next: unknown) => next
		});
	}
	vi.stubGlobal('AudioContext', Context);
	try {
		await happen();
	} finally {
		vi.unstubAllGlobals();
	}
	return tones;
}
