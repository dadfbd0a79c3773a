/** Resolves a dependency tree with npm's own Arborist; build-resolver.mjs bundles it on stand-ins for fs, pacote and the like. */
import Arborist from '@npmcli/arborist';
import type { ResolveTree } from './install-options';
import { ManifestSource } from './manifest-source';
import state from './shims/state.cjs';

const NODE_VERSION = 'v24.21.0';
const NPM_VERSION = '11.19.1';

let queue: Promise<unknown> = Promise.resolve();

/** One at a time: the stand-ins share one state. @throws ERESOLVE | ETARGET | E404 */
export const resolveTree: ResolveTree = (options) => {
	const result = queue.then(() => resolve(options));
	queue = result.catch(() => {});
	return result;
};

async function resolve({
	cwd,
	packageJson,
	lockfile,
	locals,
	update,
	registry,
	onPick
}: Parameters<ResolveTree>[0]): Promise<string> {
	const source = new ManifestSource(registry, NODE_VERSION);
	state.source = source;
	state.files = new Map([...locals, [`${cwd}/package.json`, packageJson]]);
	if (lockfile !== null) state.files.set(`${cwd}/package-lock.json`, lockfile);
	void source.prefetch(JSON.parse(packageJson) as Record<string, unknown>, onPick);
	const arborist = new Arborist({
		path: cwd,
		os: 'linux',
		cpu: 'wasm32',
		nodeVersion: NODE_VERSION,
		npmVersion: NPM_VERSION,
		save: true,
		legacyPeerDeps: false,
		omitLockfileRegistryResolved: true
	});
	const tree = await arborist.buildIdealTree(update ? { update: update.length > 0 ? { names: update } : true } : {});
	tree.meta.commit();
	return tree.meta.toString({ format: true });
}
