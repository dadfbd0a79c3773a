/** Puts WebAssembly builds in the place of native packages: after selection, never in the lockfile, so that native npm installs the same tree. */
import type { LockedPackage } from './lockfile';
import { modulesFolderOf, nameAt } from './lockfile';

export interface Manifest {
	name: string;
	version: string;
	dist: { tarball: string; integrity?: string };
	dependencies?: Record<string, string>;
	bundleDependencies?: string[];
	bundledDependencies?: string[];
}

/** Reads one manifest; `version` is exact or `latest`. */
export type ReadManifest = (name: string, version: string) => Promise<Manifest>;

/** One replaced (`from` and `to`), added (`to` only) or left-out (`from` only) package; specs are `name@version`. */
export interface Substitution {
	location: string;
	from?: string;
	to?: string;
	notice?: string;
}

type Rule = { to: string; notice?: string } | { add: string } | { none: true };

const RULES: Record<string, Rule> = {
	esbuild: { to: 'esbuild-wasm' },
	rollup: { to: '@rollup/wasm-node' },
	lightningcss: { to: 'lightningcss-wasm' },
	'@tailwindcss/oxide': { add: '@tailwindcss/oxide-wasm32-wasi' },
	'@parcel/watcher': { to: '@parcel/watcher-wasm' },
	'@biomejs/biome': { to: '@biomejs/wasm-nodejs', notice: 'The library works; the biome command does not.' },
	fsevents: { none: true }
};

/** Rewrites `packages` in place; the places and bins stay, the content comes from elsewhere. */
export async function substitute(
	packages: Map<string, LockedPackage>,
	read: ReadManifest,
	isTaken: (location: string) => boolean = () => false
): Promise<Substitution[]> {
	const done: Substitution[] = [];
	for (const [location, entry] of [...packages]) {
		const name = entry.name ?? nameAt(location);
		const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
		if (!rule || entry.link) continue;
		const from = `${name}@${entry.version}`;
		if ('none' in rule) {
			packages.delete(location);
			done.push({ location, from });
			continue;
		}
		const wanted = 'to' in rule ? rule.to : rule.add;
		const manifest = await readNear(read, wanted, entry.version ?? 'latest');
		if (!manifest) {
			done.push({ location, from, notice: `${wanted} is not in the registry; ${name} will not run here.` });
			continue;
		}
		const place = 'to' in rule ? location : modulesFolderOf(location) + wanted;
		packages.set(place, entryOf(manifest, 'to' in rule ? entry.bin : undefined));
		done.push({
			location: place,
			...('to' in rule ? { from } : {}),
			to: `${manifest.name}@${manifest.version}`,
			...('notice' in rule ? { notice: rule.notice } : {})
		});
		done.push(...(await addDependencies(packages, manifest, { read, isTaken })));
	}
	return done;
}

async function addDependencies(
	packages: Map<string, LockedPackage>,
	manifest: Manifest,
	{ read, isTaken }: { read: ReadManifest; isTaken: (location: string) => boolean }
): Promise<Substitution[]> {
	const bundled = new Set(manifest.bundleDependencies ?? manifest.bundledDependencies ?? []);
	const added: Substitution[] = [];
	for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
		const location = `node_modules/${name}`;
		if (bundled.has(name) || packages.has(location) || isTaken(location)) continue;
		const found = await readNear(read, name, range.replace(/^[\^~]/, ''));
		if (!found) continue;
		packages.set(location, entryOf(found, undefined));
		added.push({ location, to: `${found.name}@${found.version}` });
	}
	return added;
}

async function readNear(read: ReadManifest, name: string, version: string): Promise<Manifest | null> {
	for (const wanted of [version, 'latest']) {
		try {
			return await read(name, wanted);
		} catch (error) {
			// Only a real absence moves on: an unreachable registry must fail the install.
			if ((error as { code?: string }).code !== 'E404') throw error;
		}
	}
	return null;
}

function entryOf(manifest: Manifest, bin: Record<string, string> | undefined): LockedPackage {
	return {
		name: manifest.name,
		version: manifest.version,
		resolved: manifest.dist.tarball,
		...(manifest.dist.integrity ? { integrity: manifest.dist.integrity } : {}),
		...(bin ? { bin } : {})
	};
}
