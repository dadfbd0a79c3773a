/** One app on one in-memory database; every test file gets it freshly filled. No network. */
import type { Endpoint, Input, Output } from '../core/contract';
import { createApp } from '../server/app';
import { loadConfig } from '../server/config';
import type { Context } from '../server/context';
import { openDb, type Db } from '../server/db';
import { createEvents, type Events } from '../server/events';
import { migrate } from '../server/migrate';
import { DEMO_PASSWORD, seedDemo } from '../server/seed';

/** A Wednesday. Move the clock with `at`. */
export const TODAY = new Date('2025-06-18T12:00:00Z');
const kept = globalThis as { testDb?: Promise<{ db: Db; events: Events }> };

async function open() {
	const db = await openDb(process.env['TEST_DATABASE_URL'] ?? 'memory://');
	await migrate(db);
	return { db, events: await createEvents(db) };
}

export async function startApp() {
	const { db, events } = await (kept.testDb ??= open());
	const tables = await db.query<{ name: string }>(
		`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`
	);
	await db.exec(`truncate ${tables.map((one) => one.name).join(', ')} restart identity cascade`);
	const clock = { at: TODAY };
	const ctx: Context = { db, events, config: loadConfig({}), now: () => clock.at, passwordCost: 2, explains: true };
	await seedDemo(db, TODAY);
	const app = createApp(ctx);

	/** Somebody at an address of the network. */
	const visitor = (address = '127.0.0.1') => {
		let cookie = '';
		const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
			const answer = await app.request(
				`http://app.test${path}`,
				{
					method: init.method ?? 'GET',
					...(init.body != null && { body: init.body }),
					headers: { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) }
				},
				{ incoming: { socket: { remoteAddress: address } } }
			);
			for (const set of answer.headers.getSetCookie()) cookie = set.split(';')[0]!;
			return answer;
		};
		/** A typed call; fails the test unless the answer is as expected. */
		const call = async <const E extends Endpoint>(spec: E, input: Input<E>): Promise<Output<E>> => {
			const { status, data } = await tryCall(spec, input);
			if (status >= 400) {
				const sent = `${spec.id} (${spec.method.toUpperCase()} ${spec.path}) with ${JSON.stringify(input)}`;
				throw new Error(`${sent} was answered with ${status} ${JSON.stringify(data)}`);
			}
			return data as Output<E>;
		};
		const tryCall = async (spec: Endpoint, input: unknown) => {
			const { params = {}, query = {}, body } = input as Record<'params' | 'query', Record<string, string>> & { body?: unknown };
			const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
			const answer = await send(`${path}?${new URLSearchParams(query)}`, {
				method: spec.method.toUpperCase(),
				...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
			});
			return { status: answer.status, data: (await answer.json()) as any, headers: answer.headers };
		};
		return { send, call, tryCall, cookie: () => cookie };
	};

	const signIn = async (who: string, password = DEMO_PASSWORD) => {
		const user = visitor();
		const email = who.includes('@') ? who : `${who}@example.com`;
		const answer = await user.send('/api/session', {
			method: 'POST',
			body: JSON.stringify({ email, password }),
			headers: { 'content-type': 'application/json' }
		});
		return Object.assign(user, { status: answer.status });
	};
	return { app, ctx, db, clock, visitor, signIn };
}

/** The rows of a list's answer, whether it comes in pages or as a whole. */
export function rowsOf(spec: Endpoint, data: unknown): any[] {
	const rows = Array.isArray(data) ? data : (data as { rows?: unknown } | null)?.rows;
	if (!Array.isArray(rows))
		throw new Error(
			`${spec.id} (GET ${spec.path}) must answer with its rows: there is a PATCH beside it. It answered ${JSON.stringify(data)}`
		);
	return rows;
}
