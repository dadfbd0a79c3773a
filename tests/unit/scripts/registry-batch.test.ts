import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { BATCH_TYPE, encodeFrame, parseBatch } from '../../../scripts/registry-batch.mjs';
import { LookAhead } from '../../../scripts/registry-look-ahead.mjs';
import { createRegistryProxy } from '../../../scripts/registry-proxy.mjs';
import * as client from '../../../workers/engine/npm/batch-frames';
import { PACKUMENT_HEADERS } from '../../../workers/engine/npm/registry';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

async function listen(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
	const server = createServer(handler).listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	closing.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function streamOf(pieces: Uint8Array[]): ReadableStream<Uint8Array> {
	return new ReadableStream({
		pull: (controller) => {
			const piece = pieces.shift();
			if (piece) controller.enqueue(piece);
			else controller.close();
		}
	});
}

const manifest = (name: string, fields: object = {}) => JSON.stringify({ name, version: '1.0.0', ...fields });

/** A registry of these answers behind the proxy; notes what it is asked for. */
async function proxied(answers: Record<string, string | Buffer | 'never'>) {
	const asked: string[] = [];
	const ended: string[] = [];
	const registry = await listen((request, response) => {
		const path = request.url ?? '';
		asked.push(`${path} ${request.headers.accept}`);
		const answer = answers[path];
		if (answer === 'never') return void response.on('close', () => ended.push(path));
		if (Buffer.isBuffer(answer)) response.setHeader('content-encoding', 'gzip');
		response.writeHead(answer === undefined ? 404 : 200).end(answer);
	});
	const proxy = createRegistryProxy({ registry });
	return { base: `${await listen((request, response) => void proxy(request, response))}/registry`, asked, ended };
}

async function batch(base: string, members: unknown, init: RequestInit = {}) {
	const response = await fetch(`${base}/-/batch`, { method: 'POST', body: JSON.stringify(members), ...init });
	const frames: client.Frame[] = [];
	if (response.ok && response.body) for await (const frame of client.readFrames(response.body)) frames.push(frame);
	return { response, frames: frames.sort((a, b) => a.header.index - b.header.index) };
}

test('a frame survives the way, however the bytes are cut', async () => {
	const whole = Buffer.concat([
		encodeFrame({ index: 1, status: 200, encoding: 'gzip', next: [['/ä/latest', '']] }, Buffer.from('body')),
		encodeFrame({ index: 0, status: 404 }, Buffer.alloc(0)),
		encodeFrame({ index: 2, status: 200 }, Buffer.from('torn')).subarray(0, -1)
	]);
	for (const size of [1, 3, 50, whole.length]) {
		const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => whole.subarray(i * size, (i + 1) * size));
		const frames: unknown[] = [];
		for await (const { header, body } of client.readFrames(streamOf(pieces))) frames.push([header, text(body)]);
		expect(frames).toEqual([
			[{ index: 1, status: 200, encoding: 'gzip', next: [['/ä/latest', '']], length: 4 }, 'body'],
			[{ index: 0, status: 404, length: 0 }, '']
		]);
	}
	expect(client.BATCH_TYPE).toBe(BATCH_TYPE);
});

test('a batch names paths of the registry and nothing else', () => {
	const refused = [
		'https://elsewhere.test/a',
		'//elsewhere.test/a',
		'a',
		'/a/../b',
		'/a/%2e%2e/b',
		'/a\\..\\b',
		'/a b',
		'/a\n',
		'/a#b',
		'/a?u=http://b.test',
		7,
		''
	];
	expect(refused.filter((path) => parseBatch(JSON.stringify([[path, '']])) !== null)).toEqual([]);
	const wrong = ['', '{}', '[]', '["/a"]', '[["/a"]]', '[["/a", 1]]', '[["/a", "b\\r\\nc: d"]]'];
	expect(wrong.filter((body) => parseBatch(body) !== null)).toEqual([]);
	expect(parseBatch(JSON.stringify(Array.from({ length: 501 }, () => ['/a', ''])))).toBe(null);
	expect(parseBatch('[["/@a%2fb/1.0.0-rc.1+x", "application/json"]]')).toEqual([['/@a%2fb/1.0.0-rc.1+x', 'application/json']]);
});

test('members come with their own status and as compressed as the registry has them', async () => {
	const { base, asked } = await proxied({ '/a': gzipSync('{"a":1}'), '/t/-/t-1.0.0.tgz': 'tar' });
	const { response, frames } = await batch(base, [
		['/a', 'application/json'],
		['/absent', ''],
		['/t/-/t-1.0.0.tgz', '']
	]);
	expect(response.headers.get('content-type')).toBe(BATCH_TYPE);
	expect(frames.map(({ header }) => [header.status, header.encoding])).toEqual([
		[200, 'gzip'],
		[404, undefined],
		[200, undefined]
	]);
	expect(text(frames[2]?.body ?? new Uint8Array())).toBe('tar');
	expect(asked.sort()).toEqual(['/a application/json', '/absent */*', '/t/-/t-1.0.0.tgz */*']);
});

test('what manifests ask for comes without being asked', async () => {
	const { base } = await proxied({
		'/app/1.0.0': manifest('app', { dependencies: { a: '^1.0.0', '@s/b': '2.0.0', other: 'npm:c@~1.0.0', own: 'file:../own' } }),
		'/a/latest': manifest('a', { optionalDependencies: { d: '*' } }),
		'/@s%2fb/2.0.0': gzipSync(manifest('@s/b', { dependencies: { app: '1.0.0' } })),
		'/c/latest': manifest('c', { peerDependencies: { p: '1' }, peerDependenciesMeta: { p: { optional: true } } }),
		'/p/latest': manifest('p', { dependencies: { 'not-installed': '1' }, peerDependencies: { q: '1' } }),
		'/d/latest': manifest('d')
	});
	const { frames } = await batch(base, [['/app/1.0.0', '']]);
	const paths = ['/app/1.0.0'];
	// Frames announce in the order of their arrival; here each index is told by whoever announced it.
	expect(frames.map(({ header }) => header.index)).toEqual(frames.map((_, index) => index));
	paths.push(...frames.flatMap(({ header }) => (header.next ?? []).map(([path]) => path)));
	expect(paths.sort()).toEqual(
		['/app/1.0.0', '/a/latest', '/@s%2fb/2.0.0', '/c/latest', '/d/latest', '/p/latest', '/q/latest'].sort()
	);
	expect(frames.filter(({ header }) => header.status === 404)).toHaveLength(1);
});

test('looking ahead ends at its limit, and what turns out to be installed is followed after all', () => {
	const answer = (name: string, fields: object = {}) => ({ body: Buffer.from(manifest(name, fields)) });
	const latest = (...names: string[]) => names.map((name) => [`/${name}/latest`, '']);
	const some = new LookAhead([['/x/latest', '']], 2);
	expect(some.next(['/x/latest', ''], answer('x', { dependencies: { a: '1', b: '1', c: '1' } }))).toEqual(latest('a', 'b'));
	const peers = new LookAhead([['/x/latest', '']], 10);
	const optional = { peerDependencies: { p: '1' }, peerDependenciesMeta: { p: { optional: true } } };
	expect(peers.next(['/x/latest', ''], answer('x', { dependencies: { y: '1' }, ...optional }))).toEqual(latest('y', 'p'));
	expect(peers.next(['/p/latest', ''], answer('p', { dependencies: { deep: '1' } }))).toEqual([]);
	expect(peers.next(['/y/latest', ''], answer('y', { dependencies: { p: '1' } }))).toEqual(latest('deep'));
	expect(peers.next(['/deep/latest', ''], { body: Buffer.from('no manifest') })).toEqual([]);
});

test('where the latest version does not fit, the document of all versions comes and the one that fits is followed', () => {
	const ahead = new LookAhead([['/x/1.0.0', '']], 10);
	const latest = { body: Buffer.from(JSON.stringify({ name: 'a', version: '2.0.0', dependencies: { wrong: '1' } })) };
	const versions = Object.fromEntries(
		[
			['1.0.0', { dependencies: { older: '1' } }],
			['1.2.0', { dependencies: { right: '1' } }],
			['1.3.0', { deprecated: 'broken', dependencies: { broken: '1' } }]
		].map(([version, fields]) => [version, { name: 'a', version, ...(fields as object) }])
	);
	expect(ahead.next(['/x/1.0.0', ''], { body: Buffer.from(manifest('x', { dependencies: { a: '^1.0.0' } })) })).toEqual([
		['/a/latest', '']
	]);
	expect(ahead.next(['/a/latest', ''], latest)).toEqual([['/a', PACKUMENT_HEADERS.accept]]);
	const all = { body: Buffer.from(JSON.stringify({ name: 'a', versions })) };
	expect(ahead.next(['/a', PACKUMENT_HEADERS.accept], all)).toEqual([['/right/latest', '']]);
});

test('a registry that does not answer fails each member, a body that is no batch the request', async () => {
	const proxy = createRegistryProxy({ registry: 'http://127.0.0.1:1' });
	const base = `${await listen((request, response) => void proxy(request, response))}/registry`;
	const { frames } = await batch(base, [['/a', '']]);
	expect(frames.map(({ header, body }) => [header.status, text(body).slice(0, 20)])).toEqual([[502, 'REGISTRY_UNREACHABLE']]);
	expect((await batch(base, [['../a', '']])).response.status).toBe(400);
	expect((await batch(base, [['/a', '']], { body: 'x'.repeat(200_000) })).response.status).toBe(400);
	expect((await fetch(`${base}/a`, { method: 'POST' })).status).toBe(405);
});

test('a client that goes away ends what is under way', async () => {
	const { base, asked, ended } = await proxied({ '/slow': 'never' });
	const leaving = new AbortController();
	const answer = batch(base, [['/slow', '']], { signal: leaving.signal });
	const refusal = expect(answer).rejects.toThrow();
	await expect.poll(() => asked.length).toBe(1);
	leaving.abort();
	await refusal;
	await expect.poll(() => ended).toEqual(['/slow']);
});
