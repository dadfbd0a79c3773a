/**
 * One small query layer, two drivers: PGlite (PostgreSQL as WebAssembly, on disk or
 * in memory) and any PostgreSQL server. SQL is the same for both. Keep results plain:
 * cast counts with ::int, sums with ::float8, and send JSON as $1::text::jsonb.
 */
import { cleaned } from './db-errors';

export type Row = Record<string, unknown>;

export interface Db {
	query<T = Row>(sql: string, params?: unknown[]): Promise<T[]>;
	/** Several statements, no parameters (migrations). */
	exec(sql: string): Promise<void>;
	tx<T>(work: (db: Db) => Promise<T>): Promise<T>;
	listen(channel: string, hear: (payload: string) => void): Promise<void>;
	close(): Promise<void>;
}

/** `memory://`, a folder for PGlite, or `postgres://…`. */
export async function openDb(url: string): Promise<Db> {
	return clean(await (/^postgres(ql)?:/.test(url) ? openServer(url) : openPglite(url)));
}

/** No error leaves with what drivers attach to it: parameters are personal data. */
function clean(db: Db): Db {
	const guarded = async <T>(work: Promise<T>): Promise<T> => {
		try {
			return await work;
		} catch (error) {
			throw cleaned(error);
		}
	};
	return {
		...db,
		query: (sql, params) => guarded(db.query(sql, params)),
		exec: (sql) => guarded(db.exec(sql)),
		tx: (work) => guarded(db.tx((tx) => work(clean(tx))))
	};
}

async function openPglite(dir: string): Promise<Db> {
	const [{ PGlite }, { existsSync, mkdirSync }] = await Promise.all([import('@electric-sql/pglite'), import('node:fs')]);
	if (!dir.startsWith('memory:')) mkdirSync(dir, { recursive: true });
	const isNew = !existsSync(`${dir}/PG_VERSION`);
	const lite = await PGlite.create(dir, isNew ? { loadDataDir: await emptyCluster() } : {});
	const wrap = (on: Pick<typeof lite, 'query' | 'exec'>): Db => ({
		query: async <T>(sql: string, params: unknown[] = []) => (await on.query<T>(sql, params)).rows,
		exec: async (sql) => void (await on.exec(sql)),
		tx: (work) => (on === lite ? (lite.transaction((t) => work(wrap(t as never))) as never) : work(wrap(on))),
		listen: async (channel, hear) => void (await lite.listen(channel, hear)),
		close: () => lite.close()
	});
	return wrap(lite);
}

/** A cluster that `initdb` has filled already: three times as fast as filling one. */
async function emptyCluster(): Promise<Blob> {
	const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
	return dataDir();
}

async function openServer(url: string): Promise<Db> {
	const { default: connect } = await import('postgres');
	const pool = connect(url, { max: 10, onnotice: () => {} });
	const wrap = (on: Pick<typeof pool, 'unsafe'>): Db => ({
		query: async <T>(sql: string, params: unknown[] = []) => [...(await on.unsafe(sql, params as never))] as T[],
		exec: async (sql) => void (await on.unsafe(sql).simple()),
		tx: (work) => (on === pool ? (pool.begin((t) => work(wrap(t))) as never) : work(wrap(on))),
		listen: async (channel, hear) => void (await pool.listen(channel, hear)),
		close: () => pool.end({ timeout: 5 })
	});
	return wrap(pool);
}
