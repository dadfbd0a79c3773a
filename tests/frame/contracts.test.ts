import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { CUSTOMER_DASHBOARD } from '../fixtures/requirements.mjs';
import { writeApp } from '../unit/builtin-model/generate';

/** Contracts of an app as they live: its OpenAPI, and answers before anybody serves them. */

/** Beside the packages, so that it finds them. */
const app = join(installFrame(), 'contracts');

/** A feature whose contract is written and whose server is not, with whatever contracts hold. */
const CONTRACT = `import * as z from 'zod';
import { endpoint } from '../../core/contract';
import { Cents, Choices, Day, Decimal, Email, Flag, IdParams, Instant, Link, listOf, listQuery, LongText, Ok, optional, Phone, Picture, Text, Time, Whole } from '../../core/fields';

const Month = z.string().regex(/^\\d{4}-(0[1-9]|1[0-2])$/);
export const Tip = z.object({
	id: z.number().int(), title: Text(12, 'Title'), author: z.string(), createdAt: Time, month: Month,
	kind: z.enum(['good', 'bad']), price: Cents('Price'), day: Day('Day'), at: Instant('At'), mail: Email, site: Link,
	picture: Picture.nullable(), phone: Phone, flag: Flag, note: LongText(20).nullable(), amount: Decimal('Amount', 5, 7),
	count: Whole('Count', 10, 20), kept: z.literal(true), tags: z.array(z.string()).min(5), sums: z.record(z.string(), z.number()),
	pair: z.tuple([z.string(), z.number()]), either: z.union([z.object({ a: z.string() }), z.null()]), uuid: z.uuid()
}).meta({ id: 'Tip' });
const common = { tag: 'Tips', access: 'member' } as const;
export const api = {
	list: endpoint({ ...common, id: 'listTips', method: 'get', path: '/api/tips', summary: 'Tips', query: listQuery(['title']), response: listOf(Tip), topics: ['tips'] }),
	choices: endpoint({ ...common, id: 'chooseTip', method: 'get', path: '/api/tip-choices', summary: 'Tips', response: Choices }),
	get: endpoint({ ...common, id: 'getTip', method: 'get', path: '/api/tips/{id}', summary: 'A tip', params: IdParams, response: Tip }),
	create: endpoint({ ...common, id: 'createTip', method: 'post', path: '/api/tips', summary: 'New', body: z.object({ title: Text(12, 'Title'), note: optional(LongText(20)) }), response: Tip, status: 201 }),
	remove: endpoint({ ...common, access: ['admin'], id: 'removeTip', method: 'delete', path: '/api/tips/{id}', summary: 'Gone', params: IdParams, response: Ok }),
	odd: endpoint({ ...common, id: 'oddTip', method: 'get', path: '/api/odd', summary: 'Odd', response: z.object({ code: z.string().regex(/^Q{7}-\\d{9}$/) }) })
};
`;

/** Runs within the app, where its modules are. */
const TEST = `import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ROLES } from '../../core/roles';
import { createApp } from '../../server/app';
import { mockMissing } from '../../server/mock';
import { mount } from '../../server/mount';
import { call } from '../../web/api';
import { startApp } from '../../testing/harness';
import { api, Tip } from './contract';

let server: Awaited<ReturnType<typeof startApp>>;
let cookie = '';
beforeAll(async () => {
	server = await startApp();
	const admin = await server.signIn('admin');
	cookie = admin.cookie();
	writeFileSync('openapi.json', JSON.stringify(await (await server.app.request('/openapi.json')).json()));
});
const ask = async (path: string, init: RequestInit = {}, as = cookie) => {
	const answer = await createApp(server.ctx, mockMissing).request(path, { ...init, headers: { cookie: as, 'content-type': 'application/json' } });
	return { status: answer.status, mock: answer.headers.get('x-mock'), data: (await answer.json()) as any };
};

describe('an endpoint that nobody serves yet', () => {
	test('answers with an example that fits its contract, marked as one and told in the log', async () => {
		const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
		const { status, mock, data } = await ask('/api/tips');
		expect([status, mock, data.rows.length, data.total]).toEqual([200, 'listTips', 3, 3]);
		for (const row of data.rows) expect(Tip.safeParse(row).error).toBeUndefined();
		expect(new Set(data.rows.map((row: { id: number }) => row.id)).size).toBe(3);
		expect(log.mock.calls.flat()).toEqual(['mock: listTips (GET /api/tips) is not served yet and answers with an example']);
		expect((await ask('/api/tip-choices')).data[0]).toEqual({ id: 1, label: 'Example label 1' });
		log.mockRestore();
	});
	test('gives back what was sent, as the right one will', async () => {
		expect((await ask('/api/tips/7')).data.id).toBe(7);
		const { status, data } = await ask('/api/tips', { method: 'POST', body: JSON.stringify({ title: 'Rest' }) });
		expect([status, data.title]).toEqual([201, 'Rest']);
	});
	test('refuses who may not ask and what may not be sent', async () => {
		expect((await ask('/api/tips', {}, '')).status).toBe(401);
		const member = (await server.signIn(ROLES[0])).cookie();
		expect((await ask('/api/tips/1', { method: 'DELETE' }, member)).status).toBe(403);
		const { status, data } = await ask('/api/tips', { method: 'POST', body: JSON.stringify({ title: '' }) });
		expect([status, Object.keys(data.error.fields)]).toEqual([422, ['title']]);
	});
	test('says so where no example can be made up', async () => {
		const { status, data } = await ask('/api/odd');
		expect([status, data.error.code]).toEqual([503, 'no_mock']);
		expect(data.error.message).toContain('oddTip is not served yet');
	});
	test('names the server when it answers otherwise, and the page when it sends otherwise, with both', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const lying = createApp(server.ctx, (app, ctx) => mount(app, ctx, api.get, async () => ({ id: 'x' }) as never));
		const { error } = (await (await lying.request('/api/tips/7', { headers: { cookie } })).json()) as any;
		expect(error.code).toBe('broken_contract');
		expect(error.message).toMatch(/^getTip \\(GET .*At fault: the server\\. Sent: \\{"params":\\{"id":7\\}\\}\\. Answered: \\{"id":"x"\\}$/);

		const said = vi.spyOn(console, 'error').mockClear();
		vi.stubGlobal('fetch', async () => new Response('{"error":{"code":"invalid","message":"Check"}}', { status: 422 }));
		await expect(call(api.create, { body: { title: '' } })).rejects.toMatchObject({ code: 'invalid' });
		expect(said.mock.calls.flat()).toEqual([
			expect.stringMatching(/^createTip \\(POST .*body\\.title: Title is required\\. At fault: the page\\. Sent: \\{"title":""\\}\\. Answered: 422 \\{"error"/)
		]);
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	});
	test('is none in the app that is shipped, and none where somebody serves it', async () => {
		expect((await server.app.request('/api/tips', { headers: { cookie } })).status).toBe(405);
		const { status, mock } = await ask('/api/users');
		expect([status, mock]).toEqual([200, null]);
	});
});
`;

const run = (...args: string[]): Promise<{ code: number; output: string }> =>
	new Promise((done) =>
		execFile('npx', ['--no-install', ...args], { cwd: app, env: { ...process.env, VITEST: '' } }, (error, stdout, stderr) =>
			done({ code: error ? 1 : 0, output: error ? stdout + stderr : '' })
		)
	);

describe('the contracts of an app', () => {
	let tests: { code: number; output: string };
	beforeAll(async () => {
		await writeApp(CUSTOMER_DASHBOARD, app);
		for (const [path, text] of [
			['src/features/tips/contract.ts', CONTRACT],
			['src/features/tips/mock.test.ts', TEST]
		] as const) {
			mkdirSync(dirname(join(app, path)), { recursive: true });
			writeFileSync(join(app, path), text);
		}
		tests = await run('vitest', 'run', 'src/features/tips');
	});

	it('answer with examples before they are served', () => expect(tests).toEqual({ code: 0, output: '' }));

	it('are OpenAPI 3.1, by its own schema', async () => {
		const doc = JSON.parse(readFileSync(join(app, 'openapi.json'), 'utf8')) as { openapi: string; paths: object };
		expect(doc.openapi).toBe('3.1.0');
		expect(Object.keys(doc.paths)).toEqual(expect.arrayContaining(['/api/tips/{id}', '/api/customers', '/api/users']));
		expect(await new Validator().validate(doc)).toEqual({ valid: true });
		// It finds what is wrong, too.
		const broken = { ...doc, paths: { '/api/tips': { get: { responses: { 200: {} }, parameters: [{ name: 'a' }] } } } };
		expect((await new Validator().validate(broken)).valid).toBe(false);
	});
});
