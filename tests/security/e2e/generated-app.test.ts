import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NativeApp } from '../support/native-app';

const CLINIC =
	'A small clinic needs an appointment book. Patients (name, birth date, phone), doctors with a specialty, appointments of 15/30/60 minutes. Never two appointments at once for a doctor.';
const JSON_TYPE = { 'content-type': 'application/json' };

let app: NativeApp;
let cookie = '';
beforeAll(async () => {
	app = await NativeApp.start(CLINIC, { TRUSTED_PROXIES: '1' });
	const answer = await signIn('192.0.2.1', 'admin@example.com', 'demo-password');
	cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => app?.dispose());

const send = (path: string, init: RequestInit = {}) => fetch(`${app.url}${path}`, init);
const signIn = (address: string, email: string, password: string) =>
	send('/api/session', {
		method: 'POST',
		headers: { ...JSON_TYPE, 'x-forwarded-for': address },
		body: JSON.stringify({ email, password })
	});
const asAdmin = (path: string, method = 'GET', body?: unknown) =>
	send(path, { method, headers: { ...JSON_TYPE, cookie }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const appointment = {
	title: 'Visit',
	patient: 1,
	doctor: 1,
	startsAt: '2031-03-03T09:00:00.000Z',
	minutes: 30,
	status: 'booked'
};

test('a change that another site sends is refused; the proxy says which site is ours', async () => {
	const from = (origin: string, forwardedHost: string) =>
		send('/api/session', {
			method: 'POST',
			headers: { ...JSON_TYPE, origin, 'x-forwarded-for': '192.0.2.9', 'x-forwarded-host': forwardedHost },
			body: JSON.stringify({ email: 'admin@example.com', password: 'demo-password' })
		});
	expect((await from('https://evil.example', 'app.example')).status).toBe(403);
	expect((await from('https://app.example', 'app.example')).status).toBe(201);
});

test('requests are answered while forty sign-ins wait, and the administrator gets in from elsewhere', async () => {
	const order: string[] = [];
	const attempts = Array.from({ length: 40 }, async (_, index) => {
		const answer = await signIn('192.0.2.7', index % 2 ? 'admin@example.com' : `nobody${index}@example.com`, 'wrong');
		if (answer.status === 401) order.push('sign-in');
		return answer;
	});
	const reads: number[] = [];
	const over = Promise.all(attempts).then((answers) => {
		order.push('over');
		return answers;
	});
	while (!order.includes('over')) {
		reads.push((await send('/api/session')).status);
		order.push('read');
	}
	const answers = await over;
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
	expect(answers.filter(({ status, headers }) => status === 429 && !headers.get('retry-after'))).toEqual([]);
	expect(new Set(reads)).toEqual(new Set([200]));
	// Between two passwords that were hashed, others had their turn.
	expect(order.lastIndexOf('sign-in') - order.indexOf('sign-in')).toBeGreaterThan(
		order.filter((step) => step === 'sign-in').length
	);
	expect((await signIn('192.0.2.8', 'admin@example.com', 'demo-password')).status).toBe(201);
});

describe('what is not as agreed gets an answer of its own', () => {
	test.each([
		['JSON that is none', 400, { method: 'POST', headers: JSON_TYPE, body: '{"email"' }],
		['JSON that is nested without end', 400, { method: 'POST', headers: JSON_TYPE, body: '['.repeat(500_000) }],
		['a form', 415, { method: 'POST', body: new URLSearchParams({ email: 'a@example.com' }) }],
		['no type', 415, { method: 'POST', body: new Uint8Array(3) }],
		['a body over the limit', 413, { method: 'POST', headers: JSON_TYPE, body: ' '.repeat(2 ** 20 + 1) }],
		['another method', 405, { method: 'PUT', headers: JSON_TYPE, body: '{}' }],
		['another origin', 403, { method: 'POST', headers: { ...JSON_TYPE, origin: 'https://other.example' }, body: '{}' }],
		[
			'a long password',
			422,
			{ method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ email: 'a@example.com', password: 'x'.repeat(201) }) }
		],
		['a NUL', 422, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ email: 'a@example.com', password: 'a\0' }) }]
	] satisfies [string, number, RequestInit][])('%s: %d', async (_name, status, init) => {
		const answer = await send('/api/session', init);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.json()).toMatchObject({ error: { code: expect.any(String) } });
	});

	test('a body without a length is cut off at the limit: 413', async () => {
		const status = await new Promise<number>((done, fail) => {
			const sending = request(`${app.url}/api/session`, { method: 'POST', headers: JSON_TYPE }, (answer) => {
				answer.resume();
				done(answer.statusCode ?? 0);
			});
			sending.on('error', fail);
			for (let index = 0; index < 24; index++) sending.write(' '.repeat(2 ** 16));
			sending.end();
		});
		expect(status).toBe(413);
		expect((await send('/api/health')).status).toBe(200);
	});

	test.each([
		'/%00',
		'/assets/%00',
		'/%',
		'/%zz',
		'/..%2f..%2fetc',
		'/api/%00',
		'/api/appointments/%00',
		'/api/appointments/%E0%A4%A'
	])('the path %s is never an error of the server', async (path) => expect((await asAdmin(path)).status).toBeLessThan(500));

	test.each(['1e18', '2147483648', '9223372036854775808', '-1', '0', 'x', '00000000-0000-0000-0000-000000000000'])(
		'the record %s is not there',
		async (id) => {
			for (const method of ['GET', 'DELETE'])
				expect([404, 422]).toContain((await asAdmin(`/api/appointments/${id}`, method)).status);
			expect([404, 422]).toContain((await asAdmin(`/api/appointments/${id}`, 'PATCH', {})).status);
		}
	);

	test.each([
		'page=1e18',
		'page=99999999999',
		'size=1e9',
		'q=%00',
		'from=999999-01-01',
		'from=0000-01-01',
		'to=2025-02-30',
		'doctor=1e10'
	])('a list narrowed by %s: 422', async (query) => expect((await asAdmin(`/api/appointments?${query}`)).status).toBe(422));

	test.each([
		['startsAt', '999999-01-01T00:00:00Z'],
		['startsAt', '0000-01-01T00:00:00Z'],
		['minutes', 1e18],
		['doctor', 2 ** 31],
		['doctor', 2 ** 31 - 1],
		['title', 'a\0b']
	])('an appointment whose %s is %j: 422, the field named', async (field, value) => {
		const answer = await asAdmin('/api/appointments', 'POST', { ...appointment, [field]: value });
		expect(answer.status).toBe(422);
		expect(Object.keys((await answer.json()).error.fields)).toEqual([field]);
	});

	test('methods that pages do not have: 405', async () => {
		for (const method of ['POST', 'DELETE', 'OPTIONS']) expect((await send('/', { method })).status).toBe(405);
	});
});

test('of ten bookings of one hour one is kept, also when an older one is moved there', async () => {
	const answers = await Promise.all(Array.from({ length: 10 }, () => asAdmin('/api/appointments', 'POST', appointment)));
	expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
	const later = await asAdmin('/api/appointments', 'POST', { ...appointment, startsAt: '2031-03-03T09:30:00.000Z' });
	expect(later.status).toBe(201);
	const { id } = (await later.json()) as { id: number };
	expect((await asAdmin(`/api/appointments/${id}`, 'PATCH', { startsAt: '2031-03-03T09:15:00.000Z' })).status).toBe(409);
	expect((await asAdmin('/api/appointments', 'POST', { ...appointment, doctor: 2 })).status).toBe(201);
});

test('the log names no address with its query, no e-mail and no value', async () => {
	await asAdmin('/api/appointments?q=secret-value');
	await asAdmin('/api/appointments', 'POST', { ...appointment, title: 'secret-value' });
	const written = app.output.split('\n').filter((line) => !line.startsWith('demo data:'));
	expect(written.join('\n')).not.toMatch(/secret-value|\?q=|@example\.com|\berror\b/i);
});

test("the app's own suite passes", async () => {
	expect(await app.npm('test')).toMatch(/Tests .*\d+ passed/);
});
