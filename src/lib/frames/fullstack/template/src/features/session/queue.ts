import { AppError } from '../../server/errors';

/** Runs so many jobs at once and lets so many wait; further ones are refused. */
export function createQueue(atOnce: number, waiting: number) {
	let running = 0;
	const turns: (() => void)[] = [];
	return async <T>(job: () => Promise<T>): Promise<T> => {
		if (running >= atOnce) {
			if (turns.length >= waiting)
				throw new AppError(429, 'busy', 'Too many sign-ins at once. Try again in a moment.', undefined, 2);
			// Whoever ends hands its place over: `running` stays.
			await new Promise<void>((turn) => turns.push(turn));
		} else running++;
		try {
			return await job();
		} finally {
			const next = turns.shift();
			if (next) next();
			else running--;
		}
	};
}
