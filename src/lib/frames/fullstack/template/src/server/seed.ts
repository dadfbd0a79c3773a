import { ROLES, ROLE_LABELS } from '../core/roles';
import type { Db } from './db';
import { Demo, type Seed } from './demo';
import { hashPassword } from './password';

export const DEMO_PASSWORD = 'demo-password';
/** Everybody knows it: a hash that is costly to make and to check would protect nothing. */
const DEMO_COST = 2;
const NAMES = ['Ada Keller', 'Max Sommer', 'Vera Lang', 'Tim Rossi', 'Nora Falk', 'Ole Brandt'];
const modules = import.meta.glob<{ seed: Seed }>('../features/*/seed.ts', { eager: true });
export const seeds = Object.values(modules)
	.map((module) => module.seed)
	.sort((a, b) => a.order - b.order);

/** The example rows of one table: they depend on nothing but the day. */
export const demoRows = (seed: Seed, today: Date) => {
	const demo = new Demo(20_240_601 + seed.order, today);
	return Array.from({ length: seed.count }, (_, i) => seed.row(demo, i));
};

async function fill(db: Db, table: string, rows: Record<string, unknown>[]): Promise<void> {
	if (rows.length === 0) return;
	const columns = Object.keys(rows[0]!)
		.map((name) => `"${name}"`)
		.join(', ');
	await db.query(
		`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
		[JSON.stringify(rows)]
	);
}

/** One user per role, in the order of ROLES from the most powerful: ids 1, 2, 3. */
export async function seedDemo(db: Db, today: Date): Promise<void> {
	const hash = await hashPassword(DEMO_PASSWORD, DEMO_COST);
	const users = [...ROLES].reverse().map((role, i) => ({
		email: `${role}@example.com`,
		name: NAMES[i] ?? ROLE_LABELS[role],
		role,
		status: 'active',
		password_hash: hash,
		created_at: today.toISOString()
	}));
	await db.tx(async (tx) => {
		await fill(tx, 'users', users);
		for (const seed of seeds) await fill(tx, seed.table, demoRows(seed, today));
	});
}

/** One invented record, to see pages move. */
export async function demoTick(db: Db): Promise<void> {
	const now = new Date();
	for (const seed of seeds.filter((one) => one.live)) {
		const [row] = await db.query<{ n: number }>(`select count(*)::int as n from ${seed.table}`);
		const demo = new Demo(now.getTime() % 2 ** 31, now);
		await fill(db, seed.table, [{ ...seed.row(demo, row?.n ?? 0), created_at: now.toISOString() }]);
	}
}
