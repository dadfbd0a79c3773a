import { expect, it } from 'vitest';
import { Registry } from '../../../../workers/engine/npm/registry';
import { WasmPreheat } from '../../../../workers/engine/npm/wasm-preheat';

const LARGE = 5 * 1024 * 1024;
const registry = new Registry('http://engine.test/registry');

function openPreheat(answer: (url: string) => Promise<WebAssembly.Module> = async () => ({})) {
	const asked: string[] = [];
	return { asked, preheat: new WasmPreheat((url) => (asked.push(url), answer(url))) };
}

it('asks our own server for large modules, once', () => {
	const { asked, preheat } = openPreheat();
	const file = { tarball: '/@some/db/-/db-1.0.0.tgz', path: 'dist/db.wasm', byteLength: LARGE };
	preheat.start(registry, file);
	preheat.start(registry, file);
	preheat.start(registry, { ...file, path: 'small.wasm', byteLength: 1000 });
	expect(asked).toEqual(['http://engine.test/registry/-/wasm/@some/db/-/db-1.0.0.tgz/dist/db.wasm']);
});
it('leaves packages of other registries alone, and archives in folders', () => {
	const { asked, preheat } = openPreheat();
	const routed = registry.routed({ base: 'https://elsewhere.test', scopes: new Map(), authorization: new Map() });
	preheat.start(routed, { tarball: '/db/-/db-1.0.0.tgz', path: 'db.wasm', byteLength: LARGE });
	preheat.start(registry, { tarball: '/npm/private/db/-/db-1.0.0.tgz', path: 'db.wasm', byteLength: LARGE });
	expect(asked).toEqual([]);
});
it('tries again at the next install after a failure', async () => {
	const { asked, preheat } = openPreheat(() => Promise.reject(new Error('gone')));
	const file = { tarball: '/db/-/db-1.0.0.tgz', path: 'db.wasm', byteLength: LARGE };
	preheat.start(registry, file);
	const askAgain = () => {
		preheat.start(registry, file);
		return asked.length;
	};
	await expect.poll(askAgain).toBeGreaterThan(1);
});
