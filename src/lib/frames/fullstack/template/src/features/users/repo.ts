import type { Role } from '../../core/contract';
import type { Db } from '../../server/db';
import { list, time, type ListArgs } from '../../server/list';
import type { User } from './contract';

export const userColumns = `u.id, u.email, u.name, u.role, u.status,
  ${time('u.created_at')} as "createdAt", ${time('u.last_seen_at')} as "lastSeenAt"`;

const SORTS = { name: 'u.name', email: 'u.email', role: 'u.role', status: 'u.status', lastSeen: 'u.last_seen_at' };

export const listUsers = (db: Db, args: ListArgs<keyof typeof SORTS>) =>
	list<User>(db, { columns: userColumns, from: 'users u', search: ['u.name', 'u.email'], sorts: SORTS, tie: 'u.id' }, args);

export async function findUser(db: Db, id: number): Promise<User> {
	const [user] = await db.query<User>(`select ${userColumns} from users u where u.id = $1`, [id]);
	return user!;
}

export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
	return (await db.query('select 1 from users where email = $1', [email])).length > 0;
}

/** Somebody with a password is active, others are invited. Undefined when the e-mail is taken. */
export async function insertUser(
	db: Db,
	user: { email: string; name: string; role: Role; passwordHash?: string }
): Promise<number | undefined> {
	const [row] = await db.query<{ id: number }>(
		`insert into users (email, name, role, status, password_hash)
     values ($1, $2, $3, case when $4::text is null then 'invited' else 'active' end, $4::text) on conflict (email) do nothing returning id`,
		[user.email, user.name, user.role, user.passwordHash ?? null]
	);
	return row?.id;
}

export async function replaceInvite(db: Db, userId: number, tokenHash: string, expires: Date): Promise<void> {
	await db.query('delete from invites where user_id = $1', [userId]);
	await db.query('insert into invites (token_hash, user_id, expires_at) values ($1, $2, $3::timestamptz)', [
		tokenHash,
		userId,
		expires.toISOString()
	]);
}

export const setRole = (db: Db, id: number, role: Role) => db.query('update users set role = $2 where id = $1', [id, role]);

/** Reactivated users without a password are invited again. */
export const setActive = (db: Db, id: number, active: boolean) =>
	db.query(
		`update users set status = case when not $2::boolean then 'deactivated'
       when password_hash is null then 'invited' else 'active' end where id = $1`,
		[id, active]
	);

export const dropInvites = (db: Db, id: number) => db.query('delete from invites where user_id = $1', [id]);
