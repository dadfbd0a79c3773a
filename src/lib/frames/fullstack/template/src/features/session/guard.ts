import type { Context } from '../../server/context';
import { AppError } from '../../server/errors';
import { createLimiter } from './limiter';
import { createQueue } from './queue';

const MINUTE_MS = 60_000;
/** Hashing keeps a processor busy for a fifth of a second each time: two at once leave threads for files and names. */
const [AT_ONCE, WAITING] = [2, 8];
const MAX_KNOWN = 10_000;

export interface Attempt {
	address: string;
	/** Whose password is tried; undefined where none is. */
	account?: string;
}

/**
 * Stands before everything that hashes a password for somebody who is not signed in.
 * Nobody can lock an account: attempts count for one account from one address, for all accounts from one address, and in
 * all; who has signed in from an address before is held up by no stranger there.
 */
export function createGuard({ now }: Pick<Context, 'now'>) {
	const pairs = createLimiter(5, 15 * MINUTE_MS, now);
	const addresses = createLimiter(50, 15 * MINUTE_MS, now);
	const everybody = createLimiter(200, MINUTE_MS, now);
	const queue = createQueue(AT_ONCE, WAITING);
	const known = new Set<string>();

	/** @returns what `work` gives; undefined is a failed attempt, anything else clears those of the account. */
	return async function guarded<T>({ address, account }: Attempt, work: () => Promise<T | undefined>): Promise<T | undefined> {
		const pair = account === undefined ? undefined : `${address} ${account}`;
		const limits = [
			...(pair ? [[pairs, pair] as const] : []),
			...(pair && known.has(pair) ? [] : [[addresses, address] as const, [everybody, ''] as const])
		];
		const waitSeconds = Math.max(...limits.map(([limiter, key]) => limiter.waitSeconds(key)));
		if (waitSeconds > 0) throw tooMany(waitSeconds);
		// Counted before the work, or many at once would all come through.
		for (const [limiter, key] of limits) limiter.count(key);
		let result: T | undefined;
		try {
			result = await queue(work);
		} catch (error) {
			for (const [limiter, key] of limits) limiter.undo(key);
			throw error;
		}
		if (result !== undefined && pair) {
			pairs.clear(pair);
			if (!known.has(pair)) addresses.undo(address);
			if (known.size >= MAX_KNOWN) known.clear();
			known.add(pair);
		}
		return result;
	};
}

function tooMany(seconds: number): AppError {
	const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return new AppError(429, 'too_many_attempts', `Too many attempts. Try again in ${wait}.`, undefined, seconds);
}
