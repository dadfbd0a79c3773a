/** Resolves a dependency tree with npm's own Arborist; build-resolver.mjs bundles it on stand-ins for fs, pacote and the like. */
import Arborist from '@npmcli/arborist';
import type { ResolveOptions, ResolveTree } from './install-options';
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

async function resolve(options: ResolveOptions): Promise<string> {
	const { cwd, locals, archives, lockfile, update, tree: settings, isFixed, registry, onPick } = options;
	const source = new ManifestSource(registry, NODE_VERSION);
	Object.assign(state, { source, archives, readTar: options.readTar, files: new Map(locals) });
	if (lockfile !== null) state.files.set(`${cwd}/package-lock.json`, lockfile);
	const packageJson = JSON.parse(locals.get(`${cwd}/package.json`) ?? '{}') as Record<string, unknown>;
	if (!isFixed) void source.prefetch(packageJson, onPick);
	const arborist = new Arborist({
		legacyPeerDeps: false,
		...settings,
		path: cwd,
		os: 'linux',
		cpu: 'wasm32',
		nodeVersion: NODE_VERSION,
		npmVersion: NPM_VERSION,
		// npm ci leaves optional peers alone.
		save: !isFixed,
		omitLockfileRegistryResolved: true
	});
	const tree = await arborist.buildIdealTree({
		// Packages that bring others with them are opened, so that these have their places.
		complete: true,
		...(settings.preferDedupe ? { preferDedupe: true } : {}),
		...(update ? { update: update.length > 0 ? { names: update } : true } : {})
	});
	tree.meta.commit();
	return tree.meta.toString({ format: true });
}
