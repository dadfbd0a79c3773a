import { ROLES } from '../core/roles';
import { loadConfig, type Config } from './config';
import { openDb, type Db } from './db';
import { createEvents, type Events } from './events';
import { logError } from './log';
import { migrate } from './migrate';
import { hashPassword } from './password';
import { DEMO_PASSWORD, demoTick, seedDemo } from './seed';

/** Everything a handler needs from outside; tests make their own. */
export interface Context {
	db: Db;
	events: Events;
	config: Config;
	now: () => Date;
	/** scrypt work factor, a power of two */
	passwordCost: number;
	/** Answers say what was wrong with them: while the app is being made. */
	explains?: boolean;
}

export async function createContext(env: Record<string, string | undefined>): Promise<Context> {
	const config = loadConfig(env);
	const db = await openDb(config.DATABASE_URL ?? config.DATA_DIR);
	for (const name of await migrate(db)) console.log(`migrated ${name}`);
	const ctx: Context = { db, events: await createEvents(db), config, now: () => new Date(), passwordCost: 2 ** 14 };
	await firstUsers(ctx);
	if (config.DEMO_EVERY > 0) {
		setInterval(() => demoTick(db).catch((error: unknown) => logError('demo data', error)), config.DEMO_EVERY * 1000).unref?.();
	}
	return ctx;
}

async function firstUsers({ db, config, now, passwordCost }: Context): Promise<void> {
	const [{ n } = { n: 0 }] = await db.query<{ n: number }>('select count(*)::int as n from users');
	if (n > 0) return;
	if (config.SEED === 'demo') {
		await seedDemo(db, now());
		console.log(`demo data: sign in as ${ROLES.map((role) => `${role}@example.com`).join(', ')}, password "${DEMO_PASSWORD}"`);
	} else if (config.ADMIN_EMAIL && config.ADMIN_PASSWORD) {
		const hash = await hashPassword(config.ADMIN_PASSWORD, passwordCost);
		await db.query(
			`insert into users (email, name, role, status, password_hash) values (lower($1::text), 'Administrator', 'admin', 'active', $2)`,
			[config.ADMIN_EMAIL, hash]
		);
	} else {
		console.warn('No users yet. Set ADMIN_EMAIL and ADMIN_PASSWORD, or SEED=demo, and start again.');
	}
}
