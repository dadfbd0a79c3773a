import { beforeAll, describe, expect, test, vi } from 'vitest';
import type * as z from 'zod';
import { ROLES } from '../core/contract';
import { Day, Decimal, Id, Instant, Whole, listQuery } from '../core/fields';
import { contracts } from '../features';
import { api as sessionApi } from '../features/session/contract';
import { createGuard } from '../features/session/guard';
import { rowsOf, startApp } from '../testing/harness';
import { addressOf } from './address';
import { cleaned, DbError } from './db-errors';
import type { AppError } from './errors';
import { logError } from './log';

let server: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => void (server = await startApp()));
const JSON_TYPE = { 'content-type': 'application/json' };

describe('requests that are not as agreed', () => {
	const signIn = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
		server.visitor().send('/api/session', { method: 'POST', body, headers });

	test('are answered by what is wrong with them', async () => {
		const fine = JSON.stringify({ email: 'nobody@example.com', password: 'wrong' });
		expect((await signIn('{"email":')).status).toBe(400);
		expect((await signIn('')).status).toBe(400);
		expect((await signIn(fine, { 'content-type': 'text/plain' })).status).toBe(415);
		expect((await signIn('[]')).status).toBe(422);
		expect((await signIn(JSON.stringify({ email: 'nobody@example.com', password: 'x'.repeat(201) }))).status).toBe(422);
		expect((await signIn(JSON.stringify({ email: 'nobody@example.com', password: 'a\0b' }))).status).toBe(422);
		expect((await signIn(fine, { ...JSON_TYPE, 'content-length': String(2 ** 20 + 1) })).status).toBe(413);
		const put = await server.visitor().send('/api/session', { method: 'PUT' });
		expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, DELETE']);
		expect((await server.visitor().send('/api/nothing')).status).toBe(404);
	});

	test('are cut off at the limit when they do not say how long they are', async () => {
		const piece = new Uint8Array(2 ** 18).fill(32);
		let sent = 0;
		const body = new ReadableStream({ pull: (to) => (sent++ < 100 ? to.enqueue(piece) : to.close()) });
		const request = new Request('http://app.test/api/session', {
			method: 'POST',
			body,
			headers: JSON_TYPE,
			duplex: 'half'
		} as RequestInit);
		expect((await server.app.request(request)).status).toBe(413);
		expect(sent).toBeLessThan(10);
	});

	test('are refused by every list and record, and never break it', async () => {
		const admin = await server.signIn('admin');
		for (const spec of contracts.filter((one) => one.method === 'get' && (one.query || one.params))) {
			const status = async (path: string) => (await admin.send(path)).status;
			if (spec.params)
				for (const id of ['2147483648', '%00'])
					expect([404, 422], `${spec.id} ${id}`).toContain(await status(spec.path.replace(/\{\w+\}/, id)));
			if (!spec.query || spec.params) continue;
			for (const query of ['page=99999999', 'q=%00'])
				expect(await status(`${spec.path}?${query}`), `${spec.id} ${query}`).toBe(422);
		}
	});

	test('name the reference that is not there', async () => {
		const admin = await server.signIn('admin');
		for (const spec of contracts.filter((one) => one.method === 'patch' && one.body)) {
			const list = contracts.find((one) => one.method === 'get' && one.path === spec.path.replace('/{id}', ''));
			const [row] = list ? rowsOf(list, (await admin.tryCall(list, { query: {} })).data) : [];
			const names = Object.keys(row ?? {}).filter((name) => `${name}Label` in row);
			for (const name of names) {
				const { status, data } = await admin.tryCall(spec, { params: { id: row.id }, body: { [name]: 2 ** 31 - 1 } });
				expect([404, 422], spec.id).toContain(status);
				expect(Object.keys(data.error.fields), spec.id).toEqual([name]);
			}
		}
	});

	test('answers about people are kept by nobody', async () => {
		for (const path of ['/api/session', '/api/users', '/api/nothing'])
			expect((await server.visitor().send(path)).headers.get('cache-control')).toBe('no-store');
		expect((await signIn(JSON.stringify({ email: 'nobody@example.com', password: 'wrong' }))).headers.get('cache-control')).toBe(
			'no-store'
		);
	});
});

describe('sign-in', () => {
	const tryOn = (address: string, email: string, password = 'wrong') =>
		server.visitor(address).tryCall(sessionApi.signIn, { body: { email, password } });
	const statuses = async (all: ReturnType<typeof tryOn>[]) => (await Promise.all(all)).map((answer) => answer.status).sort();

	test('is held up for one address and account after wrong passwords, and open from elsewhere', async () => {
		const many = await statuses(Array.from({ length: 7 }, () => tryOn('10.0.0.1', 'admin@example.com')));
		expect(many).toEqual([401, 401, 401, 401, 401, 429, 429]);
		const refused = await tryOn('10.0.0.1', 'admin@example.com', 'demo-password');
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await tryOn('10.0.0.2', 'admin@example.com', 'demo-password')).status).toBe(201);
		server.clock.at = new Date(server.clock.at.getTime() + 15 * 60_000 + 1);
		expect((await tryOn('10.0.0.1', 'admin@example.com', 'demo-password')).status).toBe(201);
	});

	test('is worked on for a few at once; the others are asked to come again', async () => {
		const guarded = createGuard({ now: () => server.clock.at });
		let checked = () => {};
		const checking = new Promise<void>((done) => (checked = done));
		const answers = Array.from({ length: 12 }, (_, i) =>
			guarded({ address: '10.0.0.5', account: `nobody${i}` }, () => checking).then(
				() => [401],
				(error: AppError) => [error.status, error.retryAfterSeconds]
			)
		);
		checked();
		expect(await Promise.all(answers)).toEqual([...Array.from({ length: 10 }, () => [401]), [429, 2], [429, 2]]);
	});

	test('is limited per address and in all, but not for who has signed in from there before', async () => {
		const guarded = createGuard({ now: () => server.clock.at });
		const attempt = (address: string, account: string, isRight = false) =>
			guarded({ address, account }, async () => isRight || undefined).then(
				(right) => (right ? 201 : 401),
				(error: AppError) => error.status
			);
		expect(await attempt('10.0.0.9', 'admin', true)).toBe(201);
		for (let i = 0; i < 50; i++) expect(await attempt('10.0.0.1', `nobody${i}`)).toBe(401);
		expect(await attempt('10.0.0.1', 'somebody')).toBe(429);
		for (let i = 0; i < 160; i++) await attempt(`10.0.1.${i}`, 'nobody');
		expect(await attempt('10.0.0.3', 'somebody')).toBe(429);
		expect(await attempt('10.0.0.9', 'admin', true)).toBe(201);
		server.clock.at = new Date(server.clock.at.getTime() + 60_001);
		expect(await attempt('10.0.0.3', 'somebody')).toBe(401);
	});

	test('hashes nothing for an invitation that is not there', async () => {
		const body = { token: '0'.repeat(64), password: 'a long password' };
		const { passwordCost } = server.ctx;
		// No power of two: hashing would fail.
		server.ctx.passwordCost = 3;
		expect((await server.visitor().tryCall(sessionApi.accept, { body })).status).toBe(409);
		server.ctx.passwordCost = passwordCost;
	});
});

test('an address is the peer, or what a trusted proxy says; a /64 of IPv6 is one', () => {
	const from = (peer: string, forwarded: string, proxies: number) =>
		addressOf({ env: { incoming: { socket: { remoteAddress: peer } } }, req: { header: () => forwarded } } as never, proxies);
	expect(from('10.0.0.1', '1.2.3.4', 0)).toBe('10.0.0.1');
	expect(from('10.0.0.1', '9.9.9.9, 1.2.3.4', 1)).toBe('1.2.3.4');
	expect(from('10.0.0.1', 'no address', 1)).toBe('10.0.0.1');
	expect(from('::ffff:10.0.0.1', '', 0)).toBe('10.0.0.1');
	expect(from('2001:db8::1', '', 0)).toBe(from('2001:db8:0:0:1:2:3:4', '', 0));
	expect(from('2001:db8:1::1', '', 0)).not.toBe(from('2001:db8:2::1', '', 0));
});

test('fields keep to what their columns hold', () => {
	const passes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
	for (const value of [0, -1, 2 ** 31, 1.5, Number.NaN, '1e300']) expect(passes(Id, value)).toBe(false);
	for (const value of [2 ** 31, -(2 ** 31), '1e18', 'Infinity']) expect(passes(Whole('N'), value)).toBe(false);
	for (const value of [1e10, '-1e300', 'Infinity']) expect(passes(Decimal('N'), value)).toBe(false);
	for (const value of ['0000-01-01', '999999-01-01', '2025-02-30', '2025-13-01', '']) expect(passes(Day('D'), value)).toBe(false);
	for (const value of ['0000-01-01T00:00:00Z', '9999-12-31T23:00:00-23:00', '+012025-01-01T00:00:00Z'])
		expect(passes(Instant('T'), value)).toBe(false);
	expect(Instant('T').parse('2025-06-18T12:00:00+23:00')).toBe('2025-06-17T13:00:00.000Z');
	expect(passes(listQuery(['name']), { page: '1e18' })).toBe(false);
});

test('an error of the database is logged and told without the values that were sent', async () => {
	const error = await server.db.query('select $1::text::integer', ['secret-value']).catch((problem: unknown) => problem);
	expect(error).toBeInstanceOf(DbError);
	expect(error).toMatchObject({ code: '22P02' });
	const taken = await server.db
		.query(`insert into users (email, name, role, status) values ($1, 'secret-value', 'admin', 'active')`, [
			`${ROLES[0]}@example.com`
		])
		.catch((problem: unknown) => problem);
	expect(taken).toMatchObject({ code: '23505', table: 'users', columns: ['email'] });
	expect(cleaned(Object.assign(new Error('lost'), { code: 'ECONNREFUSED' }))).toMatchObject({ code: '08006' });
	const lines: unknown[][] = [];
	const spy = vi.spyOn(console, 'error').mockImplementation((...line) => void lines.push(line));
	for (const one of [error, taken, Object.assign(new Error('broken'), { parameters: ['secret-value'] })])
		logError('GET /api/users', one);
	spy.mockRestore();
	expect(lines).toHaveLength(3);
	expect(JSON.stringify(lines)).not.toMatch(/secret-value|example\.com/);
});
