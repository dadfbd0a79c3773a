import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { app } from '../app';
import { planOf } from '../core/collection';
import type { SessionState, User } from '../core/contract';
import { createGuard } from '../features/session/guard';
import { addressOf } from './address';
import type { Context } from './context';
import type { Db } from './db';
import { AppError } from './errors';
import { decoyHash, hashPassword, hashToken, isToken, newToken, verifyPassword } from './password';
import { readBody, type App, type Env } from './request';

/** Who is signed in, and who a visitor was before. */

const SESSION_DAYS = 14;
const DAY_MS = 86_400_000;
const VISITOR_DAYS = 365;

const Email = z.string().trim().toLowerCase().max(200).pipe(z.email('Enter a valid e-mail address'));
const Registration = z.object({
	name: z.string().trim().min(1, 'Name is missing').max(100),
	email: Email,
	password: z.string().min(12, 'Use at least 12 characters').max(200)
});
const Login = z.object({ email: Email, password: z.string().min(1, 'Password is missing').max(200) });

/** Members have something of their own only where a block says so. */
export const isOpen = (): boolean =>
	app.pages.some(({ blocks }) =>
		blocks.some(({ collections }) =>
			Object.keys(collections).some((name) => {
				const { read, create } = planOf(name).rules ?? {};
				return read === 'members' || create === 'members';
			})
		)
	);

export async function hasUsers(db: Db): Promise<boolean> {
	return (await db.query('select 1 from users limit 1')).length > 0;
}

/** @throws AppError 409 when the e-mail is taken */
export async function createUser(
	{ db, passwordCost }: Context,
	user: { email: string; name: string; password: string; kind?: User['kind'] }
): Promise<User> {
	const hash = await hashPassword(user.password, passwordCost);
	return db.tx(async (tx) => {
		// Two who come first at the same time: one of them is the owner.
		await tx.query(`select pg_advisory_xact_lock(hashtext('users'))`);
		const kind = user.kind ?? ((await hasUsers(tx)) ? 'member' : 'owner');
		const [made] = await tx.query<User>(
			`insert into users (email, name, kind, password_hash) values ($1, $2, $3, $4)
       on conflict (email) do nothing returning id, name, email, kind`,
			[user.email, user.name, kind, hash]
		);
		if (!made) throw new AppError(409, 'email_taken', 'Check the marked fields', { email: 'This e-mail is in use already' });
		return made;
	});
}

/** Puts who asks into the request, read afresh each time: the user, and the visitor that a cookie knows. */
export const readAccount = (ctx: Context) =>
	createMiddleware<Env>(async (c, next) => {
		const token = getCookie(c, 'session');
		const visitor = getCookie(c, 'visitor');
		c.set('token', token);
		c.set('user', token && isToken(token) ? await userOf(ctx, token) : undefined);
		c.set('visitor', visitor && isToken(visitor) ? hashToken(visitor) : undefined);
		await next();
	});

async function userOf({ db, now }: Context, token: string): Promise<User | undefined> {
	const [user] = await db.query<User>(
		`select u.id, u.name, u.email, u.kind from users u join sessions s on s.user_id = u.id
     where s.token_hash = $1 and s.expires_at > $2::timestamptz`,
		[hashToken(token), now().toISOString()]
	);
	return user;
}

/** Who makes a record: the user, or a visitor, who gets a cookie for it. */
export function makerOf(c: Parameters<typeof setCookie>[0], ctx: Context): string {
	const { user, visitor } = c.var as Env['Variables'];
	if (user) return user.id;
	if (visitor) return visitor;
	const token = newToken();
	setCookie(c, 'visitor', token, cookieFor(ctx, VISITOR_DAYS));
	return hashToken(token);
}

const cookieFor = ({ config }: Context, days: number) =>
	({ path: '/', httpOnly: true, sameSite: 'Lax', secure: config.SECURE_COOKIES, maxAge: days * 86_400 }) as const;

export function accountRoutes(server: App, ctx: Context): void {
	const { db, now, config } = ctx;
	const guarded = createGuard(ctx);
	const decoy = decoyHash(ctx.passwordCost);
	const open = async (c: Parameters<typeof setCookie>[0], user: User) => {
		const token = newToken();
		const expires = new Date(now().getTime() + SESSION_DAYS * DAY_MS).toISOString();
		await db.query('insert into sessions (token_hash, user_id, expires_at) values ($1, $2, $3::timestamptz)', [
			hashToken(token),
			user.id,
			expires
		]);
		setCookie(c, 'session', token, cookieFor(ctx, SESSION_DAYS));
	};

	server.get('/api/session', async (c) => {
		const state: SessionState = { user: c.get('user') ?? null, isNew: !(await hasUsers(db)), isOpen: isOpen() };
		return c.json(state);
	});
	server.post('/api/session', async (c) => {
		const { email, password } = await readBody(c, Login);
		const user = await guarded({ address: addressOf(c, config.TRUSTED_PROXIES), account: email }, async () => {
			const [found] = await db.query<User & { hash: string }>(
				'select id, name, email, kind, password_hash as hash from users where email = $1',
				[email]
			);
			const isRight = await verifyPassword(password, found?.hash ?? decoy);
			return isRight && found ? found : undefined;
		});
		if (!user) throw new AppError(401, 'wrong_login', 'E-mail or password is not right');
		await open(c, user);
		return c.json({ id: user.id, name: user.name, email: user.email, kind: user.kind } satisfies User, 201);
	});
	server.post('/api/session/register', async (c) => {
		const body = await readBody(c, Registration);
		if ((await hasUsers(db)) && !isOpen()) throw new AppError(403, 'forbidden', 'Nobody else can register here');
		const user = await guarded({ address: addressOf(c, config.TRUSTED_PROXIES) }, () => createUser(ctx, body));
		if (!user) throw new AppError(409, 'email_taken', 'This e-mail is in use already');
		await open(c, user);
		return c.json(user, 201);
	});
	server.delete('/api/session', async (c) => {
		const token = c.get('token');
		if (token) await db.query('delete from sessions where token_hash = $1', [hashToken(token)]);
		deleteCookie(c, 'session', { path: '/' });
		return c.json({ ok: true });
	});
}
