import { app } from '../app';
import { loadConfig, type Config } from './config';
import { openDb, type Db } from './db';
import { createEvents, type Events } from './events';
import { migrate } from './migrate';
import { createUser, hasUsers } from './accounts';
import { seedCollections } from './records';

/** Everything a handler needs from outside; tests make their own. */
export interface Context {
	db: Db;
	events: Events;
	config: Config;
	now: () => Date;
	/** scrypt work factor, a power of two */
	passwordCost: number;
}

export const DEMO_PASSWORD = 'demo-password';

export async function createContext(env: Record<string, string | undefined>): Promise<Context> {
	const config = loadConfig(env);
	const db = await openDb(config.DATABASE_URL ?? config.DATA_DIR);
	for (const name of await migrate(db)) console.log(`migrated ${name}`);
	const ctx: Context = { db, events: await createEvents(db), config, now: () => new Date(), passwordCost: 2 ** 14 };
	await seedCollections(ctx.db);
	await firstOwner(ctx);
	return ctx;
}

/** From the settings, or for trying out; without either, whoever registers first. */
async function firstOwner(ctx: Context): Promise<void> {
	const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, SEED } = ctx.config;
	if (await hasUsers(ctx.db)) return;
	if (email && password) await createUser(ctx, { email: email.toLowerCase(), name: 'Owner', password, kind: 'owner' });
	else if (SEED === 'demo')
		await createUser(ctx, { email: 'admin@example.com', name: 'Owner', password: DEMO_PASSWORD, kind: 'owner' });
	else console.log(`Nobody has registered yet: open /register of ${app.title}; who does so first becomes its owner.`);
}
