import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const [COST, R, P] = [2 ** 14, 8, 5];
const [SALT_BYTES, HASH_BYTES] = [16, 32];
/** Above what scrypt takes with these parameters, a few times over. */
const MAX_MEMORY_BYTES = 64 * 2 ** 20;

const join = (cost: number, salt: Buffer, hash: Buffer) =>
	['scrypt', cost, R, P, salt.toString('hex'), hash.toString('hex')].join(':');

/** Off the main thread: other requests are answered meanwhile. */
const derive = (password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> =>
	new Promise((done, fail) =>
		scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { N, r, p, maxmem: MAX_MEMORY_BYTES }, (error, hash) =>
			error ? fail(error) : done(hash)
		)
	);

/** scrypt:N:r:p:salt:hash, so the cost can grow without breaking old hashes. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	return join(cost, salt, await derive(password, salt, { N: cost, r: R, p: P }));
}

/** The hash of no password, as costly to check as any. */
export const decoyHash = (cost = COST): string => join(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
	const [, N, r, p, salt, want] = stored.split(':');
	const got = await derive(password, Buffer.from(salt!, 'hex'), { N: Number(N), r: Number(r), p: Number(p) });
	const wanted = Buffer.from(want!, 'hex');
	return got.length === wanted.length && timingSafeEqual(got, wanted);
}

/** A secret for a cookie or a link; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('hex');
export const isToken = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
