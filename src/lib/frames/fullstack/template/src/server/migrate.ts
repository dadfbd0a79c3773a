import type { Db } from './db';

const files = import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** Runs the migrations that have not run yet, in order of their names. */
export async function migrate(db: Db): Promise<string[]> {
	await db.exec('create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())');
	const done = new Set((await db.query<{ name: string }>('select name from migrations')).map((r) => r.name));
	const ran: string[] = [];
	for (const path of Object.keys(files).sort()) {
		const name = path.split('/').pop()!;
		if (done.has(name)) continue;
		await db.tx(async (tx) => {
			await tx.exec(files[path]!);
			await tx.query('insert into migrations (name) values ($1)', [name]);
		});
		ran.push(name);
	}
	return ran;
}
