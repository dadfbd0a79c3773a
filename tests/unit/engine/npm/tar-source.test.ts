import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MemoryStore } from '../../../../workers/engine/pack-store';
import { Registry } from '../../../../workers/engine/npm/registry';
import type { Manifest } from '../../../../workers/engine/npm/substitutions';
import { TarSource } from '../../../../workers/engine/npm/tar-source';

const archive = (name: string) => gzipSync(`tar of ${name}`);
const manifest = (name: string, fields: Partial<Manifest> = {}): Manifest => ({
	name,
	version: '1.0.0',
	dist: { tarball: '', integrity: 'sha512-' + createHash('sha512').update(archive(name)).digest('base64') },
	...fields
});

function source() {
	const requests: string[] = [];
	const registry = new Registry('http://registry.test', async (url, init) => {
		if (init?.method === 'POST') return new Response(null, { status: 405 });
		const path = new URL(String(url)).pathname;
		requests.push(path);
		const name = path.split('/')[1] ?? '';
		return name === 'absent' ? new Response(null, { status: 404 }) : new Response(new Uint8Array(archive(name)));
	});
	const reader = { manifest: async (name: string) => manifest(name), versions: async () => ['1.0.0'] };
	const store = new MemoryStore();
	const readFile = () => Promise.reject(new Error('There are no archives on the disk.'));
	return { source: new TarSource({ registry, store, reader, readFile, signal: new AbortController().signal }), requests, store };
}

const entryOf = ({ version, dist }: Manifest) => ({ version, ...(dist.integrity ? { integrity: dist.integrity } : {}) });

test('what is expected is fetched once, in place of a native package what replaces it, and nothing for other platforms', async () => {
	const { source: tars, requests } = source();
	for (const name of ['a', 'a', 'esbuild', 'fsevents']) tars.expect(manifest(name));
	tars.expect(manifest('for-mac', { os: ['darwin'] }));
	tars.expect(manifest('for-x64', { cpu: 'x64' }));
	await expect.poll(() => requests).toEqual(['/a/-/a-1.0.0.tgz', '/esbuild-wasm/-/esbuild-wasm-1.0.0.tgz']);
	const { tar } = await tars.get('node_modules/a', entryOf(manifest('a')));
	expect(new TextDecoder().decode(tar)).toBe('tar of a');
	expect(requests).toHaveLength(2);
});

test('an early fetch that failed is asked for again by whoever needs it, and what the store has is not fetched', async () => {
	const { source: tars, requests, store } = source();
	const absent = manifest('absent');
	tars.expect(absent);
	await expect.poll(() => requests).toEqual(['/absent/-/absent-1.0.0.tgz']);
	await expect(tars.get('node_modules/absent', entryOf(absent))).rejects.toMatchObject({ code: 'E404' });
	expect(requests).toHaveLength(2);
	const stored = manifest('stored');
	store.put(stored.dist.integrity ?? '', Uint8Array.of(1));
	tars.expect(stored);
	expect(await tars.get('node_modules/stored', entryOf(stored))).toEqual({ tar: Uint8Array.of(1), downloadedBytes: 0 });
	expect(requests).toHaveLength(2);
});
