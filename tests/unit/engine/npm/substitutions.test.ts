import { expect, test } from 'vitest';
import type { LockedPackage } from '../../../../workers/engine/npm/lockfile';
import { selectPackages } from '../../../../workers/engine/npm/selection';
import { substitute, type Manifest } from '../../../../workers/engine/npm/substitutions';

/** A registry of `name -> versions`; what it lacks is E404. */
function reader(published: Record<string, string[]>, extra: Partial<Manifest> = {}) {
	const absent = () => Promise.reject(Object.assign(new Error('absent'), { code: 'E404' }));
	return {
		manifest: (name: string, version: string): Promise<Manifest> => {
			const versions = published[name] ?? [];
			const found = version === 'latest' ? versions.at(-1) : versions.find((known) => known === version);
			return found ? Promise.resolve({ name, version: found, dist: { tarball: `${name}-${found}.tgz` }, ...extra }) : absent();
		},
		versions: (name: string) => (published[name] ? Promise.resolve(published[name]) : absent())
	};
}

const tree = (name: string, entry: LockedPackage) => new Map<string, LockedPackage>([[`node_modules/${name}`, entry]]);

test('the nearest release that is not above the wanted version takes the place', async () => {
	const packages = tree('rollup', { version: '4.68.8', bin: { rollup: 'dist/bin/rollup' } });
	await substitute(packages, reader({ '@rollup/wasm-node': ['4.9.6', '4.68.4', '4.68.9-beta.1', '4.70.0'] }));
	expect(packages.get('node_modules/rollup')).toMatchObject({
		name: '@rollup/wasm-node',
		version: '4.68.4',
		bin: { rollup: 'dist/bin/rollup' }
	});
});

test('optional dependencies of a substitute stay out', async () => {
	const packages = tree('rollup', { version: '4.1.0' });
	const extra = { optionalDependencies: { '@napi-rs/lzma-linux-x64-gnu': '1.5.3' } } as Partial<Manifest>;
	await substitute(packages, reader({ '@rollup/wasm-node': ['4.1.0'] }, extra));
	expect([...packages.keys()]).toEqual(['node_modules/rollup']);
});

test('TypeScript 7 becomes the last release in JavaScript, and says so; TypeScript 5 stays', async () => {
	const registry = reader({ typescript: ['5.9.3', '6.0.3', '7.0.2'] });
	const packages = tree('typescript', { version: '7.0.2', bin: { tsc: 'bin/tsc' } });
	const [done] = await substitute(packages, registry);
	expect(done).toMatchObject({ from: 'typescript@7.0.2', to: 'typescript@6.0.3', notice: expect.stringContaining('native') });
	expect(await substitute(tree('typescript', { version: '5.9.3' }), registry)).toEqual([]);
});

test('an unreachable registry fails the install', async () => {
	const broken = { ...reader({}), manifest: () => Promise.reject(Object.assign(new Error('down'), { code: 'EREGISTRY' })) };
	await expect(substitute(tree('rollup', { version: '4.1.0' }), broken)).rejects.toMatchObject({ code: 'EREGISTRY' });
});

test('a package whose builds are all for other processors is native; one with a WebAssembly build is not', () => {
	const build = (cpu: string): LockedPackage => ({ version: '1.0.0', cpu: [cpu] });
	const { native } = selectPackages({
		lockfileVersion: 3,
		packages: {
			'': { dependencies: { lint: '1', bundle: '1' } },
			'node_modules/lint': { version: '1.0.0', optionalDependencies: { 'lint-x64': '1', 'lint-arm64': '1' } },
			'node_modules/lint-x64': build('x64'),
			'node_modules/lint-arm64': build('arm64'),
			'node_modules/bundle': { version: '1.0.0', optionalDependencies: { 'bundle-x64': '1', 'bundle-wasm': '1' } },
			'node_modules/bundle-x64': build('x64'),
			'node_modules/bundle-wasm': build('wasm32')
		}
	});
	expect([...native]).toEqual(['node_modules/lint']);
});
