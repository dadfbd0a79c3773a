import type { Context } from '../../server/context';
import { AppError } from '../../server/errors';
import { mount, type App } from '../../server/mount';
import { decoyHash, hashPassword, verifyPassword } from '../../server/password';
import { SIGN_UP_ROLES } from '../../core/roles';
import { addressOf } from '../../server/address';
import { findUser, insertUser, isEmailTaken } from '../users/repo';
import { api as sessionApi } from './contract';
import { clearSession, setSession } from './cookie';
import { createGuard } from './guard';
import { closeSession, findLogin, isInvite, openSession, takeInvite } from './repo';

export function routes(app: App, ctx: Context): void {
	const guarded = createGuard(ctx);
	const from = (http: Parameters<typeof addressOf>[0]) => addressOf(http, ctx.config.TRUSTED_PROXIES);
	/** Checked when the e-mail is unknown, so both answers take the same time. */
	const decoy = decoyHash(ctx.passwordCost);

	mount(app, ctx, sessionApi.me, async ({ user }) => user ?? null);

	mount(app, ctx, sessionApi.signIn, async ({ body, http }) => {
		const login = await guarded({ address: from(http), account: body.email }, async () => {
			const found = await findLogin(ctx.db, body.email);
			const right = await verifyPassword(body.password, found?.password_hash ?? decoy);
			return right ? found : undefined;
		});
		if (!login) throw new AppError(401, 'wrong_login', 'E-mail or password is not right');
		setSession(http, ctx, await openSession(ctx, login.id));
		return findUser(ctx.db, login.id);
	});

	mount(app, ctx, sessionApi.signUp, async ({ body, http }) => {
		const role = body.role ?? SIGN_UP_ROLES[0];
		if (!role || !SIGN_UP_ROLES.includes(role)) throw new AppError(403, 'forbidden', 'Ask an administrator for an invitation');
		const taken = new AppError(409, 'email_taken', 'Check the marked fields', { email: 'This e-mail is in use already' });
		if (await isEmailTaken(ctx.db, body.email)) throw taken;
		const passwordHash = await guarded({ address: from(http) }, () => hashPassword(body.password, ctx.passwordCost));
		const id = passwordHash && (await insertUser(ctx.db, { email: body.email, name: body.name, role, passwordHash }));
		if (!id) throw taken;
		setSession(http, ctx, await openSession(ctx, id));
		return findUser(ctx.db, id);
	});

	mount(app, ctx, sessionApi.signOut, async ({ http }) => {
		await closeSession(ctx.db, http.get('token')!);
		clearSession(http);
		return { ok: true as const };
	});

	mount(app, ctx, sessionApi.accept, async ({ body, http }) => {
		const used = new AppError(409, 'invite_used', 'This invitation was used already or is too old. Ask for a new one.');
		if (!(await isInvite(ctx.db, body.token, ctx.now()))) throw used;
		const hash = await guarded({ address: from(http) }, () => hashPassword(body.password, ctx.passwordCost));
		const id = hash && (await takeInvite(ctx.db, body.token, hash, ctx.now()));
		if (!id) throw used;
		setSession(http, ctx, await openSession(ctx, id));
		return findUser(ctx.db, id);
	});
}
