import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planOf } from '../core/collection';
import type { Shape } from '../core/shape';
import { createApp } from './app';
import { loadConfig } from './config';
import type { Context } from './context';
import { openDb, type Db } from './db';
import { createEvents } from './events';
import { migrate } from './migrate';
import { collectionNames, seedCollections } from './records';

/** Accounts, and for each collection of this app what its rules promise: one in-memory database, no network. */

let db: Db;
let ctx: Context;
beforeAll(async () => {
	db = await openDb('memory://');
	await migrate(db);
	ctx = { db, events: await createEvents(db), config: loadConfig({}), now: () => new Date(), passwordCost: 2 };
});
beforeEach(async () => {
	await db.exec('truncate users, sessions, records, seeded cascade');
	await seedCollections(db);
});
afterAll(() => db.close());

function visitor() {
	const server = createApp(ctx);
	const cookies = new Map<string, string>();
	return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
		const answer = await server.request(`http://site.test${path}`, {
			method,
			...(body !== undefined && { body: JSON.stringify(body) }),
			headers: {
				...(body !== undefined && { 'content-type': 'application/json' }),
				...(cookies.size && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
				...headers
			}
		});
		for (const set of answer.headers.getSetCookie()) {
			const [pair = ''] = set.split(';');
			const at = pair.indexOf('=');
			cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		return { status: answer.status, data: (await answer.json()) as any };
	};
}
type Visitor = ReturnType<typeof visitor>;
const PERSON = { name: 'Ada', email: 'ada@example.com', password: 'a long password' };
async function owner(): Promise<Visitor> {
	const send = visitor();
	await send('POST', '/api/session/register', PERSON);
	return send;
}

/** Somebody who registers after the owner. */
async function member(name: string): Promise<Visitor> {
	const send = visitor();
	await send('POST', '/api/session/register', { ...PERSON, name, email: `${name}@example.com` });
	return send;
}

/** The least that has a shape. */
function sampleOf(shape: Shape): unknown {
	if (typeof shape === 'string') return { text: 'text', number: 1, boolean: true }[shape];
	if (Array.isArray(shape)) return [sampleOf((shape as [Shape])[0])];
	return Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, sampleOf(one as Shape)]));
}

describe('accounts', () => {
	test('who registers first becomes the owner; a site without members takes no others', async () => {
		const send = visitor();
		expect((await send('GET', '/api/session')).data).toMatchObject({ user: null, isNew: true });
		expect((await send('POST', '/api/session/register', PERSON)).data).toMatchObject({ kind: 'owner', email: PERSON.email });
		expect((await send('GET', '/api/session')).data).toMatchObject({ user: { kind: 'owner' }, isNew: false });
		const { isOpen } = (await send('GET', '/api/session')).data as { isOpen: boolean };
		const second = await visitor()('POST', '/api/session/register', { ...PERSON, email: 'bob@example.com' });
		expect(second.status).toBe(isOpen ? 201 : 403);
		expect(second.data.kind).toBe(isOpen ? 'member' : undefined);
	});

	test('a wrong password is refused, and after a few tries all are for a while', async () => {
		await owner();
		const send = visitor();
		const tries = [];
		for (let time = 0; time < 6; time++)
			tries.push((await send('POST', '/api/session', { email: PERSON.email, password: 'wrong' })).status);
		expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
	});

	test('who signs out is a visitor again', async () => {
		const send = await owner();
		await send('DELETE', '/api/session');
		expect((await send('GET', '/api/session')).data).toMatchObject({ user: null });
	});

	test('a page of another site changes nothing', async () => {
		const answer = await visitor()('POST', '/api/session/register', PERSON, { origin: 'https://evil.example' });
		expect(answer.status).toBe(403);
	});
});

test('a collection that no block plans is not there', async () => {
	expect((await visitor()('GET', '/api/records/nothing')).status).toBe(404);
});

describe.each(collectionNames().map((name) => ({ name, rules: planOf(name).rules ?? {} })))('$name', ({ name, rules }) => {
	const at = `/api/records/${name}`;
	const record = {
		...(rules.shape ? (sampleOf(rules.shape) as object) : {}),
		text: 'Something',
		...(rules.unique && { [rules.unique]: 'one' })
	} as Record<string, unknown>;
	/** Somebody whom the rules let speak: who has made what the record names. */
	const speaker = async (send: Visitor, as = record) => {
		const { of = '', field = '' } = rules.speaksFor ?? {};
		if (!of) return send;
		const shape = planOf(of).rules?.shape;
		await send('POST', `/api/records/${of}`, { ...(shape ? (sampleOf(shape) as object) : {}), slug: as[field] });
		return send;
	};

	/** The record, with a host of its own that has room for it, where the rules want one. */
	const placed = async (send: Visitor) => {
		const { of = '', field = '', room = '' } = rules.roomIn ?? {};
		if (!of) return record;
		const shape = planOf(of).rules?.shape;
		const host = await send('POST', `/api/records/${of}`, { ...(shape ? (sampleOf(shape) as object) : {}), [room]: 5 });
		return { ...record, [field]: (host.data as { id: string }).id };
	};

	test('visitors see what they may', async () => {
		const send = await speaker(await owner());
		const made = (await send('POST', at, await placed(send))).data as { id: string };
		const seen = (await visitor()('GET', at)).data as { id: string }[];
		const isSeen = (rules.read ?? 'everybody') === 'everybody' && !rules.shownWhen && !rules.onlyFor;
		expect(seen.some(({ id }) => id === made.id)).toBe(isSeen);
		if (rules.shows) for (const one of seen) expect(Object.keys(one)).not.toContain('text');
	});

	test('visitors make records only where they may', async () => {
		const { status } = await visitor()('POST', at, rules.roomIn ? await placed(await owner()) : record);
		expect(status).toBe((rules.create ?? 'everybody') === 'everybody' ? 201 : 401);
	});

	test('nobody changes or removes what others made, but the owner', async () => {
		const send = await speaker(await owner());
		const { id } = (await send('POST', at, await placed(send))).data as { id: string };
		const stranger = visitor();
		for (const [method, body] of [
			['PATCH', { text: 'Changed' }],
			['DELETE', undefined]
		] as const)
			expect([403, 404]).toContain((await stranger(method, `${at}/${id}`, body)).status);
		expect((await send('PATCH', `${at}/${id}`, { text: 'Changed' })).data).toMatchObject({ text: 'Changed' });
		expect((await send('DELETE', `${at}/${id}`)).status).toBe(200);
	});

	test.runIf(rules.shape && (rules.create ?? 'everybody') === 'everybody')(
		'visitors send nothing that a page cannot show',
		async () => {
			expect((await visitor()('POST', at, { text: 'Something' })).status).toBe(422);
		}
	);

	test.runIf(rules.limited && rules.limited.limit < 50)('there are at most so many, however many are sent at once', async () => {
		const { limit } = rules.limited!;
		const send = await speaker(await owner());
		const numbered = Array.from({ length: limit + 1 }, (_, index) => ({
			...record,
			...(rules.unique && { [rules.unique]: String(index) })
		}));
		const answers = await Promise.all(numbered.map((one) => send('POST', at, one)));
		expect(answers.filter(({ status }) => status === 201).length).toBe(limit);
		expect(answers.filter(({ data }) => data.error?.code === 'full').length).toBe(1);
	});

	test.runIf(rules.ownerSets?.length && (rules.create ?? 'everybody') === 'everybody')(
		"visitors set nothing that is the owner's",
		async () => {
			const [field = ''] = rules.ownerSets ?? [];
			const send = visitor();
			const made = (await send('POST', at, { ...record, [field]: 'forged' })).data as Record<string, unknown>;
			expect(made[field]).toEqual(rules.starts?.[field]);
			const changed = await send('PATCH', `${at}/${String(made['id'])}`, { [field]: 'forged' });
			expect(changed.data[field]).not.toBe('forged');
		}
	);

	test.runIf(rules.speaksFor)('nobody speaks for somebody else', async () => {
		await speaker(await owner());
		expect((await (await member('bob'))('POST', at, record)).status).toBe(403);
	});

	const [from = '', to = from] = rules.onlyFor?.fields ?? [];
	test.runIf(rules.onlyFor)('only those whom it is between see it, not even the owner', async () => {
		const keeper = await owner();
		const between = { ...record, [from]: 'ann', [to]: to === from ? 'ann' : 'bob' };
		const [ann, bob, eve] = [await member('ann'), await member('bob'), await member('eve')];
		for (const [send, slug] of [
			[ann, 'ann'],
			[bob, 'bob'],
			[eve, 'eve']
		] as const)
			await speaker(send, { ...record, [rules.speaksFor?.field ?? from]: slug });
		expect((await ann('POST', at, between)).status).toBe(201);
		const seen = async (send: Visitor) => ((await send('GET', at)).data as unknown[]).length ?? 0;
		expect([await seen(ann), await seen(bob), await seen(eve), await seen(keeper)]).toEqual([1, to === from ? 0 : 1, 0, 0]);
	});

	test.runIf(rules.sealed && rules.onlyFor)('what is sealed is read once its time has come', async () => {
		const { fields = [], hours = 0 } = rules.sealed ?? {};
		const [field = ''] = fields;
		await owner();
		const [ann, bob] = [await member('ann'), await member('bob')];
		await speaker(ann, { ...record, [from]: 'ann' });
		await speaker(bob, { ...record, [from]: 'bob' });
		await ann('POST', at, { ...record, [from]: 'ann', [to]: 'bob', [field]: 'A secret' });
		const read = async () => ((await bob('GET', at)).data as Record<string, unknown>[])[0]?.[field];
		const { now } = ctx;
		expect(await read()).toBe(hours > 0 ? undefined : 'A secret');
		ctx.now = () => new Date(Date.now() + hours * 3_600_000 + 1000);
		expect(await read()).toBe('A secret');
		ctx.now = now;
	});

	test.runIf(rules.refusedBy)('who is shut out is refused', async () => {
		const { of = '', where = {} } = rules.refusedBy ?? {};
		await owner();
		const [ann, bob] = [await member('ann'), await member('bob')];
		const sent: Record<string, unknown> = { ...record, [from]: 'ann', [to]: 'bob' };
		await speaker(ann, { ...record, [from]: 'ann' });
		await speaker(bob, { ...record, [from]: 'bob' });
		expect((await ann('POST', at, sent)).status).toBe(201);
		await bob(
			'POST',
			`/api/records/${of}`,
			Object.fromEntries(Object.entries(where).map(([theirs, ours]) => [theirs, sent[ours]]))
		);
		expect((await ann('POST', at, sent)).status).toBe(409);
	});
});
