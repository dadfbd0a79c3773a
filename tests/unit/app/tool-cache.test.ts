import { expect, it } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import { ToolCache } from '../../../src/lib/app/project/tool-cache';

function openCache() {
	let kept: ReadonlyMap<string, Uint8Array> = new Map();
	return new ToolCache({ read: async () => kept, write: async (files) => void (kept = files) });
}
/** A container with these files and no others. */
function containerOf(files: Record<string, Uint8Array>) {
	const all = new Map(Object.entries(files));
	const container = {
		readdir: async (folder: string) => {
			const below = [...all.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
			if (below.length === 0) throw new Error('ENOENT');
			return [...new Set(below.map((path) => path.split('/')[0] ?? ''))].map((name) => ({
				name,
				isDirectory: !below.includes(name)
			}));
		},
		readBytes: async (path: string) => all.get(path),
		writeFile: async (path: string, bytes: Uint8Array) => void all.set(path, bytes)
	} as unknown as Container;
	return { container, all };
}

it('keeps what the bundler made of the packages, and nothing else', async () => {
	const cache = openCache();
	const bundle = new Uint8Array([1, 2]);
	await cache.save(
		containerOf({
			'node_modules/.vite/deps/react.js': bundle,
			'node_modules/react/index.js': new Uint8Array(1),
			'src/app.ts': new Uint8Array(1)
		}).container
	);
	const { container, all } = containerOf({});
	await cache.restore(container);
	expect([...all]).toEqual([['node_modules/.vite/deps/react.js', bundle]]);
});
it('keeps the last ones when there is nothing to keep, or too much', async () => {
	const cache = openCache();
	await cache.save(containerOf({ 'node_modules/.vite/deps/a.js': new Uint8Array(1) }).container);
	await cache.save(containerOf({}).container);
	await cache.save(containerOf({ 'node_modules/.vite/deps/b.js': new Uint8Array(41 * 1024 * 1024) }).container);
	const { container, all } = containerOf({});
	await cache.restore(container);
	expect([...all.keys()]).toEqual(['node_modules/.vite/deps/a.js']);
});
