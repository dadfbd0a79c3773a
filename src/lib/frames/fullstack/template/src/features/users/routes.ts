import type { Context } from '../../server/context';
import { AppError, notFound } from '../../server/errors';
import { mount, type App } from '../../server/mount';
import { hashToken, newToken } from '../../server/password';
import { closeSessionsOf } from '../session/repo';
import { api as usersApi } from './contract';
import { dropInvites, findUser, insertUser, listUsers, replaceInvite, setActive, setRole } from './repo';

const INVITE_MS = 7 * 86_400_000;

export function routes(app: App, ctx: Context): void {
	const { db } = ctx;
	const link = async (userId: number): Promise<string> => {
		const token = newToken();
		await replaceInvite(db, userId, hashToken(token), new Date(ctx.now().getTime() + INVITE_MS));
		// After the #, so that the secret reaches no server log.
		return `/accept-invite#${token}`;
	};

	mount(app, ctx, usersApi.list, ({ query }) => listUsers(db, query));

	mount(app, ctx, usersApi.invite, async ({ body }) => {
		const id = await insertUser(db, body);
		if (!id) throw new AppError(409, 'email_taken', 'Check the marked fields', { email: 'This e-mail is in use already' });
		return { link: await link(id), user: await findUser(db, id) };
	});

	mount(app, ctx, usersApi.reinvite, async ({ params }) => {
		const user = await findUser(db, params.id);
		if (!user) throw notFound('User');
		if (user.status !== 'invited') throw new AppError(409, 'not_invited', 'Only invited users get a new link');
		return { link: await link(user.id), user };
	});

	mount(app, ctx, usersApi.update, async ({ params, body, user }) => {
		if (!(await findUser(db, params.id))) throw notFound('User');
		if (params.id === user.id) throw new AppError(409, 'own_access', 'You cannot change your own role or access');
		await db.tx(async (tx) => {
			if (body.role !== undefined) await setRole(tx, params.id, body.role);
			if (body.active !== undefined) await setActive(tx, params.id, body.active);
			if (body.active === false) {
				await closeSessionsOf(tx, params.id);
				await dropInvites(tx, params.id);
			}
		});
		return findUser(db, params.id);
	});
}
