import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Endpoint } from '../core/contract';
import { contracts } from '../features';
import { api as sessionApi } from '../features/session/contract';
import { rowsOf, startApp } from '../testing/harness';
import { migrate } from './migrate';
import { routeOf } from './mount';
import { demoRows, seeds } from './seed';

let server: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => void (server = await startApp()));

describe('the API', () => {
	test('lists every endpoint with its answer in /openapi.json', async () => {
		const doc = await (await server.app.request('/openapi.json')).json();
		for (const e of contracts) {
			const operation = doc.paths[e.path][e.method];
			expect(operation).toMatchObject({ operationId: e.id });
			expect(operation.responses[e.status ?? 200].content['application/json'].schema, e.id).toBeTruthy();
		}
		const refs = [...JSON.stringify(doc).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!);
		expect(refs.filter((name) => !doc.components.schemas[name])).toEqual([]);
	});

	test('serves every endpoint that a contract declares', () => {
		const served = new Set(server.app.routes.map(({ method, path }) => `${method} ${path}`));
		const isServed = (e: Endpoint) => served.has(`${e.method.toUpperCase()} ${routeOf(e.path)}`);
		expect(contracts.filter((e) => !isServed(e)).map((e) => e.id)).toEqual([]);
	});

	test('has no two endpoints of one name', () => {
		const ids = contracts.map((e) => e.id);
		expect(ids).toEqual([...new Set(ids)]);
	});

	test('lets nobody change anything without a session, but for the session itself', async () => {
		for (const e of contracts.filter((one) => one.method !== 'get' && one.tag !== 'Session')) {
			const answer = await server.visitor().tryCall(e, { params: { id: 1 }, body: {} });
			expect(answer.status, e.id).toBe(401);
		}
	});

	test('refuses a change sent from another origin', async () => {
		const user = await server.signIn(ROLES[0]);
		expect((await user.send('/api/session', { method: 'DELETE', headers: { origin: 'https://evil.example' } })).status).toBe(403);
		const spoofed = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' };
		expect((await user.send('/api/session', { method: 'DELETE', headers: spoofed })).status).toBe(403);
	});
});

describe('sessions', () => {
	test('open with the right password, and end on the server', async () => {
		const user = await server.signIn(ROLES[0]);
		expect(await user.call(sessionApi.me, {})).toMatchObject({ email: `${ROLES[0]}@example.com` });
		const cookie = user.cookie();
		await user.call(sessionApi.signOut, {});
		expect(await (await server.app.request('/api/session', { headers: { cookie } })).json()).toBeNull();
	});

	test('refuse a wrong password and an unknown e-mail with one and the same answer', async () => {
		const login = (email: string) => server.visitor().tryCall(sessionApi.signIn, { body: { email, password: 'wrong' } });
		const [known, unknown] = [await login(`${ROLES[0]}@example.com`), await login('nobody@example.com')];
		expect([known.status, unknown.status]).toEqual([401, 401]);
		expect(known.data).toEqual(unknown.data);
	});
});

test('every migration has run once and in order', async () => {
	const ran = await server.db.query<{ name: string }>('select name from migrations order by ran_at, name');
	const names = ran.map((one) => one.name);
	expect(names).toEqual(readdirSync('migrations').sort());
	expect(await migrate(server.db)).toEqual([]);
});

test('the example data is the same for the same day', () => {
	const day = new Date('2025-06-18T12:00:00Z');
	for (const seed of seeds) expect(demoRows(seed, day)).toEqual(demoRows(seed, day));
});

test('example records can be saved again unchanged', async () => {
	const admin = await server.signIn('admin');
	for (const update of contracts.filter((e) => e.method === 'patch' && e.body)) {
		const list = contracts.find((e) => e.method === 'get' && e.path === update.path.replace('/{id}', ''));
		if (!list) continue;
		const { data } = await admin.tryCall(list, {});
		for (const row of rowsOf(list, data)) expect(update.body!.safeParse(row).error?.issues ?? [], update.id).toEqual([]);
	}
});

test('every criterion of docs/requirements.md has a test, and every test names one that exists', () => {
	if (!existsSync('docs/requirements.md')) return;
	const ids = (text: string) => new Set(text.match(/\bR\d+\.\d+\b/g));
	const wanted = ids(readFileSync('docs/requirements.md', 'utf8'));
	const files = (readdirSync('src', { recursive: true }) as string[]).filter((f) => /\.test\.tsx?$/.test(f));
	const tested = ids(files.map((f) => readFileSync(`src/${f}`, 'utf8')).join('\n'));
	expect([...wanted].filter((id) => !tested.has(id))).toEqual([]);
	expect([...tested].filter((id) => !wanted.has(id))).toEqual([]);
});
