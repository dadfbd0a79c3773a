import type { Context } from '../../server/context';
import type { Db } from '../../server/db';
import { hashToken, isToken, newToken } from '../../server/password';
import { userColumns } from '../users/repo';
import type { User } from '../users/contract';

export const SESSION_DAYS = 14;
const DAY = 86_400_000;

export async function userOfToken({ db, now }: Context, token: string): Promise<User | undefined> {
	if (!isToken(token)) return undefined;
	const [user] = await db.query<User>(
		`select ${userColumns} from users u join sessions s on s.user_id = u.id
     where s.token_hash = $1 and s.expires_at > $2::timestamptz and u.status = 'active'`,
		[hashToken(token), now().toISOString()]
	);
	return user;
}

export async function openSession({ db, now }: Context, userId: number): Promise<string> {
	const token = newToken();
	await db.query('insert into sessions (token_hash, user_id, expires_at) values ($1, $2, $3::timestamptz)', [
		hashToken(token),
		userId,
		new Date(now().getTime() + SESSION_DAYS * DAY).toISOString()
	]);
	await db.query('update users set last_seen_at = $2::timestamptz where id = $1', [userId, now().toISOString()]);
	return token;
}

export const closeSession = (db: Db, token: string) => db.query('delete from sessions where token_hash = $1', [hashToken(token)]);

export const closeSessionsOf = (db: Db, userId: number) => db.query('delete from sessions where user_id = $1', [userId]);

export async function findLogin(db: Db, email: string) {
	const [row] = await db.query<{ id: number; password_hash: string | null }>(
		`select id, password_hash from users where email = $1 and status = 'active'`,
		[email]
	);
	return row;
}

/** Whether an invitation can be used: looked up before its password is hashed. */
export async function isInvite(db: Db, token: string, now: Date): Promise<boolean> {
	const rows = await db.query('select 1 from invites where token_hash = $1 and expires_at > $2::timestamptz', [
		hashToken(token),
		now.toISOString()
	]);
	return rows.length > 0;
}

/** Uses up an invitation: activates its user and returns the id. */
export async function takeInvite(db: Db, token: string, passwordHash: string, now: Date): Promise<number | undefined> {
	return db.tx(async (tx) => {
		const [invite] = await tx.query<{ user_id: number }>(
			`delete from invites where token_hash = $1 and expires_at > $2::timestamptz returning user_id`,
			[hashToken(token), now.toISOString()]
		);
		if (!invite) return undefined;
		const [user] = await tx.query<{ id: number }>(
			`update users set password_hash = $2, status = 'active' where id = $1 and status = 'invited' returning id`,
			[invite.user_id, passwordHash]
		);
		return user?.id;
	});
}
