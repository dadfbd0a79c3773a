import * as z from 'zod';
import { app } from '../app';
import { planOf } from '../core/collection';
import { isShutOut, isWithoutRoom, refusalOf, type CollectionRules } from '../core/rules';
import { fits } from '../core/shape';
import { createLimiter } from '../features/session/limiter';
import { makerOf } from './accounts';
import { addressOf } from './address';
import type { Context } from './context';
import type { Db } from './db';
import { AppError, forbidden, notFound } from './errors';
import { readBody, type App, type Env } from './request';

/** Records of the app's collections. Who may do what is said by the rules of each, which the blocks of its pages plan. */

const MAX_RECORDS = 20_000;
/** A record with a small picture in it stays below. */
const MAX_BYTES = 300_000;
const MAX_FIELDS = 80;
/** New records of one visitor, and of one address. */
const [MAX_NEW, WINDOW_MS] = [60, 10 * 60_000];

const Value = z
	.record(z.string().max(80), z.unknown())
	.refine((value) => Object.keys(value).length <= MAX_FIELDS, `At most ${MAX_FIELDS} fields`)
	.refine((value) => JSON.stringify(value).length <= MAX_BYTES, 'This is too large to be kept')
	.transform(({ id: _id, createdAt: _createdAt, isMine: _isMine, ...value }) => value);
const Id = z.uuid();

interface Row {
	id: string;
	maker: string | null;
	value: Record<string, unknown>;
	createdAt: string;
}
type Who = Env['Variables'];

/** Names of the collections that the app's blocks plan. */
export const collectionNames = (): string[] => [
	...new Set(app.pages.flatMap(({ blocks }) => blocks.flatMap(({ collections }) => Object.keys(collections))))
];

/** Puts in the example records of collections that never had any. */
export async function seedCollections(db: Db): Promise<void> {
	for (const name of collectionNames()) {
		await db.tx(async (tx) => {
			const [isNew] = await tx.query('insert into seeded (collection) values ($1) on conflict do nothing returning 1', [name]);
			if (!isNew) return;
			for (const value of planOf(name).seed ?? [])
				await tx.query('insert into records (collection, value) values ($1, $2::text::jsonb)', [name, JSON.stringify(value)]);
		});
	}
}

export function recordRoutes(server: App, ctx: Context): void {
	const { db } = ctx;
	const limiter = createLimiter(MAX_NEW, WINDOW_MS, ctx.now);
	const rulesOf = (name: string): CollectionRules => {
		if (!collectionNames().includes(name)) throw notFound('Collection');
		return planOf(name).rules ?? {};
	};

	server.get('/api/records/:collection', async (c) => {
		const name = c.req.param('collection');
		const rules = rulesOf(name);
		const [rows, own] = [await rowsOf(db, name), await ownSlugs(db, rules, c.var)];
		return c.json(rows.flatMap((row) => shown(row, rules, { ...c.var, own, now: ctx.now() }) ?? []));
	});

	server.post('/api/records/:collection/find', async (c) => {
		const name = c.req.param('collection');
		const { findBy = [] } = rulesOf(name);
		const wanted = await readBody(c, Value);
		const isComplete = findBy.length > 0 && findBy.every((field) => typeof wanted[field] === 'string' && wanted[field] !== '');
		if (!isComplete) throw forbidden();
		// Guessing is as slow as making.
		wait(limiter, `find ${addressOf(c, ctx.config.TRUSTED_PROXIES)}`);
		const found = (await rowsOf(db, name)).findLast(({ value }) => findBy.every((field) => value[field] === wanted[field]));
		return c.json(found ? answer(found, c.var) : null);
	});

	server.post('/api/records/:collection', async (c) => {
		const name = c.req.param('collection');
		const rules = rulesOf(name);
		const { user } = c.var;
		if (!isIn(rules.create, c.var)) throw user ? forbidden() : new AppError(401, 'signed_out', 'Sign in to continue');
		const given = await readBody(c, Value);
		if (!isOwner(c.var)) wait(limiter, addressOf(c, ctx.config.TRUSTED_PROXIES));
		const value = isOwner(c.var) ? given : withoutOwnersFields(given, rules);
		checkShape(rules, value, c.var);
		const maker = makerOf(c, ctx);
		const row = await changing(ctx, name, async (tx) => {
			const rows = await rowsOf(tx, name);
			if (rows.length >= MAX_RECORDS) throw new AppError(409, 'full', 'There is no room for more');
			refuse(rules, rows, value);
			await refuseBeside(tx, rules, { maker, value, rows });
			const [made] = await tx.query<Row>(
				`insert into records (collection, maker, value) values ($1, $2, $3::text::jsonb) returning ${COLUMNS}`,
				[name, maker, JSON.stringify(value)]
			);
			return made!;
		});
		return c.json({ ...answer(row, c.var), isMine: true }, 201);
	});

	server.patch('/api/records/:collection/:id', async (c) => {
		const name = c.req.param('collection');
		const rules = rulesOf(name);
		const given = await readBody(c, Value);
		const change = isOwner(c.var) ? given : omit(given, rules.ownerSets ?? []);
		const row = await changing(ctx, name, async (tx) => {
			const rows = await rowsOf(tx, name);
			const own = await ownSlugs(tx, rules, c.var);
			const before = mine(rows, c.req.param('id'), rules, { ...c.var, own, now: ctx.now() });
			const value = { ...before.value, ...change };
			checkShape(rules, value, c.var);
			refuse(rules, rows, { ...value, id: before.id });
			// The owner may hide what somebody wrote whose profile is gone.
			if (!isOwner(c.var)) await refuseBeside(tx, rules, { maker: before.maker, value: { ...value, id: before.id }, rows });
			const [after] = await tx.query<Row>(
				`update records set value = $3::text::jsonb where collection = $1 and id = $2 returning ${COLUMNS}`,
				[name, before.id, JSON.stringify(value)]
			);
			return after!;
		});
		return c.json(answer(row, c.var));
	});

	server.delete('/api/records/:collection/:id', async (c) => {
		const name = c.req.param('collection');
		const rules = rulesOf(name);
		await changing(ctx, name, async (tx) => {
			const own = await ownSlugs(tx, rules, c.var);
			const { id } = mine(await rowsOf(tx, name), c.req.param('id'), rules, { ...c.var, own, now: ctx.now() });
			await tx.query('delete from records where collection = $1 and id = $2', [name, id]);
		});
		return c.json({ ok: true });
	});
}

const COLUMNS = `id, maker, value, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;
const rowsOf = (db: Db, name: string) =>
	db.query<Row>(`select ${COLUMNS} from records where collection = $1 order by place`, [name]);

/** One change of a collection at a time: what its rules count cannot change meanwhile. */
const changing = <T>({ db }: Context, name: string, work: (tx: Db) => Promise<T>): Promise<T> =>
	db.tx(async (tx) => {
		await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`records ${name}`]);
		return work(tx);
	});

const isOwner = ({ user }: Who) => user?.kind === 'owner';
const isIn = (audience: CollectionRules['read'] = 'everybody', who: Who) =>
	isOwner(who) || audience === 'everybody' || (audience === 'members' && who.user !== undefined);
const isMaker = ({ maker }: Row, { user, visitor }: Who) => maker !== null && (maker === user?.id || maker === visitor);

/** Who looks, what is theirs in the collection that the rules' `onlyFor` names, and when. */
interface Viewer extends Who {
	own: ReadonlySet<string>;
	now: Date;
}

async function ownSlugs(db: Db, { onlyFor }: CollectionRules, who: Who): Promise<ReadonlySet<string>> {
	if (!onlyFor) return new Set();
	return new Set((await rowsOf(db, onlyFor.of)).filter((row) => isMaker(row, who)).map(({ value }) => String(value['slug'])));
}

/** A record as somebody may see it; undefined when they may not. */
function shown(row: Row, rules: CollectionRules, viewer: Viewer): Record<string, unknown> | undefined {
	const { shows, onlyFor, sealed, shownWhen } = rules;
	if (isMaker(row, viewer)) return answer(row, viewer);
	if (onlyFor && !onlyFor.fields.some((field) => viewer.own.has(String(row.value[field])))) return undefined;
	if (isOwner(viewer) && !onlyFor) return answer(row, viewer);
	if (!isIn(rules.read, viewer)) return undefined;
	if (shownWhen && row.value[shownWhen] !== true) return undefined;
	const isSealed = sealed && viewer.now.getTime() - Date.parse(row.createdAt) < sealed.hours * HOUR_MS;
	const value = shows ? Object.fromEntries(Object.entries(row.value).filter(([field]) => shows.includes(field))) : row.value;
	return answer({ ...row, value: isSealed ? omit(value, sealed.fields) : value }, viewer);
}
const HOUR_MS = 3_600_000;

const answer = (row: Row, who: Who): Record<string, unknown> => ({
	...row.value,
	id: row.id,
	createdAt: row.createdAt,
	isMine: isMaker(row, who)
});

/** A record that somebody may change. @throws AppError 403, or 404 also for what they may not see */
function mine(rows: readonly Row[], id: string, rules: CollectionRules, who: Viewer): Row {
	const row = Id.safeParse(id).success ? rows.find((one) => one.id === id) : undefined;
	if (!row || !shown(row, rules, who)) throw notFound('Record');
	if (!isOwner(who) && !(rules.change !== 'owner' && isMaker(row, who))) throw forbidden();
	return row;
}

/** What only the owner sets begins as the rules say, whatever was sent. */
const withoutOwnersFields = (value: Record<string, unknown>, { ownerSets = [], starts = {} }: CollectionRules) => ({
	...omit(value, ownerSets),
	...starts
});
const omit = (value: Record<string, unknown>, names: readonly string[]) =>
	Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

function checkShape({ shape }: CollectionRules, value: Record<string, unknown>, who: Who): void {
	if (shape && !isOwner(who) && !fits(shape, value)) throw new AppError(422, 'invalid', 'This is no such record');
}

function refuse(rules: CollectionRules, rows: readonly Row[], value: Record<string, unknown>): void {
	const refusal = refusalOf(
		rules,
		rows.map((row) => ({ ...row.value, id: row.id })),
		value
	);
	if (refusal) throw new AppError(409, refusal, 'This is not possible beside what is there already');
}

/** A record that somebody makes, and those that there are. */
interface New extends Pick<Row, 'maker' | 'value'> {
	rows: readonly Row[];
}

/** What records of other collections forbid: to speak for somebody else, to reach who has shut one out, to come where no room is. @throws AppError 403, 409 */
async function refuseBeside(tx: Db, rules: CollectionRules, { maker, value, rows }: New): Promise<void> {
	const { speaksFor, refusedBy, roomIn } = rules;
	if (roomIn) {
		const plain = (all: readonly Row[]) => all.map((row) => ({ ...row.value, id: row.id }));
		const beside = { hosts: plain(await rowsOf(tx, roomIn.of)), records: plain(rows) };
		if (isWithoutRoom(rules, beside, value)) throw new AppError(409, 'full', 'There is no room for more');
	}
	if (speaksFor) {
		const speaker = (await rowsOf(tx, speaksFor.of)).find((row) => row.value['slug'] === value[speaksFor.field]);
		if (!speaker || speaker.maker !== maker) throw forbidden();
	}
	if (!refusedBy) return;
	const others = (await rowsOf(tx, refusedBy.of)).map((row) => row.value);
	if (isShutOut(rules, others, value)) throw new AppError(409, 'shut-out', 'This is not wanted there');
}

function wait(limiter: ReturnType<typeof createLimiter>, key: string): void {
	const seconds = limiter.waitSeconds(key);
	if (seconds > 0)
		throw new AppError(429, 'too_many', `Too many at once. Try again in ${Math.ceil(seconds / 60)} minutes.`, undefined, seconds);
	limiter.count(key);
}
