import { createServer, type RequestListener } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegistryProxy } from '../../../scripts/registry-proxy.mjs';
import { parseWasmPath } from '../../../scripts/registry-wasm.mjs';

const closing: (() => void)[] = [];
let folder: string;
let base: string;
let asked: string[];

async function listen(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	closing.push(() => server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A registry of two packages: one with a module in a folder, one that is no archive at all. */
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'wasm-'));
	mkdirSync(join(folder, 'package/dist'), { recursive: true });
	writeFileSync(join(folder, 'package/dist/db.wasm'), Buffer.from([0, 97, 115, 109]));
	writeFileSync(join(folder, 'package/index.js'), 'export {}');
	const chunks: Buffer[] = [];
	for await (const chunk of create({ gzip: true, cwd: folder }, ['package'])) chunks.push(chunk as Buffer);
	const archives: Record<string, Buffer> = {
		'/@some/db/-/db-1.0.0.tgz': Buffer.concat(chunks),
		'/broken/-/broken-1.0.0.tgz': Buffer.from('no archive')
	};
	const registry = await listen((request, response) => {
		asked.push(request.url ?? '');
		const archive = archives[request.url ?? ''];
		response.writeHead(archive ? 200 : 404).end(archive);
	});
	const proxy = createRegistryProxy({ registry });
	base = `${await listen((request, response) => void proxy(request, response))}/registry/-/wasm`;
	asked = [];
});
afterAll(() => {
	for (const close of closing) close();
	rmSync(folder, { recursive: true, force: true });
});

test('a module comes out of its package, to be kept for ever', async () => {
	const answer = await fetch(`${base}/@some/db/-/db-1.0.0.tgz/dist/db.wasm`);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('application/wasm');
	expect(answer.headers.get('cache-control')).toContain('immutable');
	expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 97, 115, 109]);
});
test.each([
	['no such file', '/@some/db/-/db-1.0.0.tgz/db.wasm', 404],
	['no such package', '/nobody/-/nobody-1.0.0.tgz/a.wasm', 404],
	['no archive', '/broken/-/broken-1.0.0.tgz/a.wasm', 502]
])('says so: %s', async (_, path, status) => {
	const answer = await fetch(base + path);
	expect(answer.status).toBe(status);
	expect(answer.headers.get('cache-control')).toBeNull();
});
test('the registry is asked for archives of packages only', async () => {
	const before = asked.length;
	expect((await fetch(`${base}/@some/db/-/db-1.0.0.tgz/index.js`)).status).toBe(404);
	expect(asked.length).toBe(before);
	for (const path of ['/a/b.wasm', '/a/-/a.tgz/../x.wasm', '/a/-/a.tgz/x.wasm?y', '/..%2f/-/a.tgz/x.wasm', '//a/-/a.tgz/x.wasm'])
		expect(parseWasmPath(`/-/wasm${path}`), path).toBeNull();
	expect(parseWasmPath('/-/wasm/esbuild-wasm/-/esbuild-wasm-0.28.2.tgz/esbuild.wasm')).toEqual({
		tarball: '/esbuild-wasm/-/esbuild-wasm-0.28.2.tgz',
		member: 'esbuild.wasm'
	});
});
