import { expect, test } from 'vitest';
import { manifestOrEmpty, readManifest } from '../../../src/lib/project/manifest';

test('what is a list of texts is read, the rest is left out', () => {
	const manifest = manifestOrEmpty(
		JSON.stringify({
			name: 'notes',
			scripts: { dev: 'vite', build: 7 },
			dependencies: { express: '5.1.0' },
			devDependencies: ['vite'],
			peerDependencies: { express: '4', react: '19' },
			packageManager: 'pnpm@9.1.0'
		})
	);
	expect(manifest).toMatchObject({ name: 'notes', description: '', packageManager: 'pnpm@9.1.0' });
	expect([...manifest.scripts]).toEqual([['dev', 'vite']]);
	expect([...manifest.packages]).toEqual([
		['express', '5.1.0'],
		['react', '19']
	]);
});

test.each([
	['{ "name": ', 'broken'],
	['[]', 'broken'],
	['null', 'broken'],
	['', 'broken'],
	[new Uint8Array([1]), 'broken'],
	[undefined, 'none']
])('%j is %s, and nothing stands in it', (text, state) => {
	expect(readManifest(text)).toBe(state);
	expect(manifestOrEmpty(text).scripts.size).toBe(0);
});
