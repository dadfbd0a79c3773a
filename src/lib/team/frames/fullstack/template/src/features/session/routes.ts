import type { Context } from '../../server/context';
import { AppError } from '../../server/errors';
import { mount, type App } from '../../server/mount';
import { decoyHash, hashPassword, verifyPassword } from '../../server/password';
import { SIGN_UP_ROLES } from '../../core/roles';
import { findUser, insertInvited } from '../users/repo';
import { api as sessionApi } from './contract';
import { clearSession, setSession } from './cookie';
import { activate, closeSession, findLogin, openSession, takeInvite } from './repo';
import { createLimiter } from './limiter';

export function routes(app: App, ctx: Context): void {
  const limiter = createLimiter(5, 15 * 60_000, ctx.now);
  /** Checked when the e-mail is unknown, so both answers take the same time. */
  const decoy = decoyHash(ctx.passwordCost);

  mount(app, ctx, sessionApi.me, async ({ user }) => user ?? null);

  mount(app, ctx, sessionApi.signIn, async ({ body, http }) => {
    if (limiter.blocked(body.email)) {
      throw new AppError(429, 'too_many_attempts', 'Too many attempts. Try again in 15 minutes.');
    }
    const login = await findLogin(ctx.db, body.email);
    const right = await verifyPassword(body.password, login?.password_hash ?? decoy);
    if (!login || !right) {
      limiter.fail(body.email);
      throw new AppError(401, 'wrong_login', 'E-mail or password is not right');
    }
    limiter.clear(body.email);
    setSession(http, ctx, await openSession(ctx, login.id));
    return findUser(ctx.db, login.id);
  });

  mount(app, ctx, sessionApi.signUp, async ({ body, http }) => {
    const role = body.role ?? SIGN_UP_ROLES[0];
    if (!role || !SIGN_UP_ROLES.includes(role)) throw new AppError(403, 'forbidden', 'Ask an administrator for an invitation');
    const id = await insertInvited(ctx.db, { email: body.email, name: body.name, role });
    if (!id) throw new AppError(409, 'email_taken', 'Check the marked fields', { email: 'This e-mail is in use already' });
    await activate(ctx.db, id, await hashPassword(body.password, ctx.passwordCost));
    setSession(http, ctx, await openSession(ctx, id));
    return findUser(ctx.db, id);
  });

  mount(app, ctx, sessionApi.signOut, async ({ http }) => {
    await closeSession(ctx.db, http.get('token')!);
    clearSession(http);
    return { ok: true as const };
  });

  mount(app, ctx, sessionApi.accept, async ({ body, http }) => {
    const hash = await hashPassword(body.password, ctx.passwordCost);
    const id = await takeInvite(ctx.db, body.token, hash, ctx.now());
    if (!id) throw new AppError(409, 'invite_used', 'This invitation was used already or is too old. Ask for a new one.');
    setSession(http, ctx, await openSession(ctx, id));
    return findUser(ctx.db, id);
  });
}
