import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { encodeFrame } from '../../../../scripts/registry-batch.mjs';
import { BATCH_TYPE } from '../../../../workers/engine/npm/batch-frames';
import { Registry } from '../../../../workers/engine/npm/registry';

const BASE = 'http://tab.test/registry';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

type Member = [path: string, accept: string];
const batchOf = (frames: Buffer[]) =>
	new Response(new Uint8Array(Buffer.concat(frames)), { headers: { 'content-type': BATCH_TYPE } });

/** A registry whose server answers batches with `answer`; notes each request's method, path and members. */
function served(answer: (members: Member[], signal: AbortSignal | null) => Response | Promise<Response>) {
	const requests: (string | Member[])[] = [];
	const fetchFn: typeof fetch = async (url, init) => {
		const path = String(url).slice(BASE.length);
		if (init?.method !== 'POST') {
			requests.push(path);
			return new Response(JSON.stringify({ alone: path }));
		}
		const members = JSON.parse(String(init.body)) as Member[];
		requests.push(members);
		return answer(members, init.signal ?? null);
	};
	return { registry: new Registry(BASE, fetchFn), requests };
}

const echo = (members: Member[]) =>
	batchOf(members.map(([path], index) => encodeFrame({ index, status: 200 }, Buffer.from(JSON.stringify({ path })))).reverse());

test('what is asked for within one turn goes as one request', async () => {
	const { registry, requests } = served(echo);
	expect(await Promise.all([registry.document('/a/latest'), registry.document('/b', { accept: 'x/y' })])).toEqual([
		{ path: '/a/latest' },
		{ path: '/b' }
	]);
	expect(requests).toEqual([
		[
			['/a/latest', ''],
			['/b', 'x/y']
		]
	]);
});

test('three batches of documents and one of packages are under way at once; what is asked for meanwhile goes together', async () => {
	const open: (() => void)[] = [];
	const { registry, requests } = served(async (members) => {
		await new Promise<void>((resolve) => open.push(resolve));
		return echo(members);
	});
	const paths = () => requests.map((members) => (members as Member[]).map(([path]) => path).join(' '));
	const answers: Promise<unknown>[] = [];
	for (const path of ['/1', '/2', '/3', '/4', '/5', '/a.tgz', '/b.tgz', '/c.tgz']) {
		answers.push(registry.bytes(path));
		await new Promise((done) => setTimeout(done, 5));
	}
	expect(paths()).toEqual(['/1', '/2', '/3', '/a.tgz']);
	open[0]?.();
	await expect.poll(paths).toEqual(['/1', '/2', '/3', '/a.tgz', '/4 /5']);
	open[3]?.();
	await expect.poll(paths).toEqual(['/1', '/2', '/3', '/a.tgz', '/4 /5', '/b.tgz /c.tgz']);
	open.forEach((answer) => answer());
	expect((await Promise.all(answers)).map((bytes) => text(bytes as Uint8Array))[7]).toBe('{"path":"/c.tgz"}');
});

test('compressed members are inflated, and what the server adds needs no request', async () => {
	const { registry, requests } = served(() =>
		batchOf([
			encodeFrame(
				{
					index: 0,
					status: 200,
					encoding: 'gzip',
					next: [
						['/b/latest', ''],
						['/c/latest', '']
					]
				},
				gzipSync('{"name":"a"}')
			),
			encodeFrame({ index: 2, status: 404 }, Buffer.alloc(0)),
			encodeFrame({ index: 1, status: 200 }, Buffer.from('{"name":"b"}'))
		])
	);
	expect(await registry.document('/a/latest')).toEqual({ name: 'a' });
	expect(await registry.document('/b/latest')).toEqual({ name: 'b' });
	expect(requests).toHaveLength(1);
	// An addition that failed is asked for as if it had never come.
	await registry.document('/c/latest');
	expect(requests).toHaveLength(2);
});

test('what came unasked is no longer used after a minute', async () => {
	const { registry, requests } = served(() =>
		batchOf([
			encodeFrame({ index: 0, status: 200, next: [['/b/latest', '']] }, Buffer.from('{}')),
			encodeFrame({ index: 1, status: 200 }, Buffer.from('{"old":true}'))
		])
	);
	await registry.document('/a/latest');
	const now = performance.now();
	const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 61_000);
	expect(await registry.document('/b/latest')).toEqual({});
	clock.mockRestore();
	expect(requests).toHaveLength(2);
});

test('a server without batches is asked one by one from then on, and so is what is too large for a batch', async () => {
	const { registry, requests } = served(() => new Response('{}', { headers: { 'content-type': 'application/json' } }));
	expect(await registry.document('/a')).toEqual({ alone: '/a' });
	expect(await registry.document('/b')).toEqual({ alone: '/b' });
	expect(requests).toEqual([[['/a', '']], '/a', '/b']);
	const large = served(() => batchOf([encodeFrame({ index: 0, status: 413 }, Buffer.alloc(0))]));
	expect(await large.registry.document('/a')).toEqual({ alone: '/a' });
	await large.registry.document('/b');
	expect(large.requests).toEqual([[['/a', '']], '/a', [['/b', '']], '/b']);
});

test('a batch that breaks off or fails is tried again, and an absent member is E404', async () => {
	let attempts = 0;
	const { registry } = served((members) => {
		const status = members[0]?.[0] === '/absent' ? 404 : 200;
		if (++attempts === 2) throw new TypeError('network');
		const frame = encodeFrame({ index: 0, status: attempts === 3 ? 502 : status }, Buffer.from('{"ok":true}'));
		return batchOf([attempts === 1 ? frame.subarray(0, 20) : frame]);
	});
	await expect(registry.document('/a')).rejects.toMatchObject({
		code: 'EREGISTRY',
		message: expect.stringContaining('answered 502')
	});
	expect(await registry.document('/a')).toEqual({ ok: true });
	await expect(registry.document('/absent')).rejects.toMatchObject({ code: 'E404' });
});

test('an aborted download ends at once, and its batch when nobody else waits for it', async () => {
	let ended = false;
	const { registry, requests } = served(
		(_members, signal) =>
			new Promise((_, reject) =>
				signal?.addEventListener('abort', () => {
					ended = true;
					reject(signal.reason as Error);
				})
			)
	);
	const stop = new AbortController();
	const tar = registry.tar('/t.tgz', undefined, stop.signal);
	const refusal = expect(tar).rejects.toThrow();
	await expect.poll(() => requests.length, { interval: 1 }).toBe(1);
	stop.abort();
	await refusal;
	expect(ended).toBe(true);
});
