/** Puts WebAssembly builds in the place of native packages: after selection, never in the lockfile, so that native npm installs the same tree. */
import type { LockedPackage } from './lockfile';
import { modulesFolderOf, nameAt } from './lockfile';

export interface Manifest {
	name: string;
	version: string;
	os?: string[] | string;
	cpu?: string[] | string;
	libc?: string[] | string;
	dist: { tarball: string; integrity?: string };
	dependencies?: Record<string, string>;
	bundleDependencies?: string[];
	bundledDependencies?: string[];
}

/** Reads one manifest; `version` is exact or `latest`. */
export type ReadManifest = (name: string, version: string) => Promise<Manifest>;

export interface ManifestReader {
	manifest: ReadManifest;
	/** All published versions of a package. */
	versions(name: string): Promise<string[]>;
}

/** One replaced (`from` and `to`), added (`to` only) or left-out (`from` only) package; specs are `name@version`. */
export interface Substitution {
	location: string;
	from?: string;
	to?: string;
	notice?: string;
}

/** `version`: this one, and only from the major `since` on; otherwise the nearest that is not above the replaced one. */
type Rule = { to: string; notice?: string; version?: string; since?: number } | { add: string } | { none: true };

const RULES: Record<string, Rule> = {
	esbuild: { to: 'esbuild-wasm' },
	rollup: { to: '@rollup/wasm-node' },
	lightningcss: { to: 'lightningcss-wasm' },
	'@tailwindcss/oxide': { add: '@tailwindcss/oxide-wasm32-wasi' },
	'@parcel/watcher': { to: '@parcel/watcher-wasm' },
	'@biomejs/biome': { to: '@biomejs/wasm-nodejs', notice: 'The library works; the biome command does not.' },
	typescript: {
		to: 'typescript',
		version: '6.0.3',
		since: 7,
		notice: 'TypeScript 7 is a native program; the last release in JavaScript checks the same language.'
	},
	fsevents: { none: true }
};

/** What does the work of native packages that have no WebAssembly build. */
const INSTEAD: Record<string, string> = { oxlint: 'eslint', oxfmt: 'prettier', '@swc/core': 'esbuild', turbo: 'npm workspaces' };

/** Whether a package's content may come from elsewhere. */
export function hasSubstitute(name: string): boolean {
	return Object.hasOwn(RULES, name);
}

/** Tells that a native package will not run, and what would. */
export function nativeNotice(name: string, version: string): string {
	const instead = Object.hasOwn(INSTEAD, name) ? ` Use ${INSTEAD[name]} instead.` : '';
	return `${name}@${version} is native, without a WebAssembly build: it will not run here.${instead}`;
}

/** The packages whose content is installed where `manifest` is asked for: itself, what replaces it, or nothing. */
export async function contentsFor(manifest: Manifest, reader: ManifestReader): Promise<Manifest[]> {
	const { name, version } = manifest;
	const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
	if (!rule || !appliesTo(rule, version)) return [manifest];
	if ('none' in rule) return [];
	const other = await readNear(reader, 'to' in rule ? rule.to : rule.add, ('version' in rule && rule.version) || version);
	return [...('add' in rule ? [manifest] : []), ...(other ? [other] : [])];
}

/** Rewrites `packages` in place; the places and bins stay, the content comes from elsewhere. */
export async function substitute(
	packages: Map<string, LockedPackage>,
	reader: ManifestReader,
	isTaken: (location: string) => boolean = () => false
): Promise<Substitution[]> {
	const done: Substitution[] = [];
	for (const [location, entry] of [...packages]) {
		const name = entry.name ?? nameAt(location);
		const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
		if (!rule || entry.link || !appliesTo(rule, entry.version)) continue;
		const from = `${name}@${entry.version}`;
		if ('none' in rule) {
			packages.delete(location);
			done.push({ location, from });
			continue;
		}
		const wanted = 'to' in rule ? rule.to : rule.add;
		const version = ('version' in rule && rule.version) || (entry.version ?? 'latest');
		const manifest = await readNear(reader, wanted, version);
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
		done.push(...(await addDependencies(packages, manifest, { reader, isTaken })));
	}
	return done;
}

function appliesTo(rule: Rule, version: string | undefined): boolean {
	return !('since' in rule) || rule.since === undefined || Number.parseInt(version ?? '', 10) >= rule.since;
}

/** Required dependencies only: optional ones of WebAssembly builds are leftovers of the native package. */
async function addDependencies(
	packages: Map<string, LockedPackage>,
	manifest: Manifest,
	{ reader, isTaken }: { reader: ManifestReader; isTaken: (location: string) => boolean }
): Promise<Substitution[]> {
	const bundled = new Set(manifest.bundleDependencies ?? manifest.bundledDependencies ?? []);
	const added: Substitution[] = [];
	for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
		const location = `node_modules/${name}`;
		if (bundled.has(name) || packages.has(location) || isTaken(location)) continue;
		const found = await readNear(reader, name, range.replace(/^[\^~]/, ''));
		if (!found) continue;
		packages.set(location, entryOf(found, undefined));
		added.push({ location, to: `${found.name}@${found.version}` });
	}
	return added;
}

/** The manifest of this version, else of the nearest published one below it, else of the latest; null when there is none. */
async function readNear(reader: ManifestReader, name: string, version: string): Promise<Manifest | null> {
	const exact = await unlessAbsent(reader.manifest(name, version));
	if (exact) return exact;
	const published = (await unlessAbsent(reader.versions(name))) ?? [];
	const near = nearestBelow(version, published) ?? 'latest';
	return unlessAbsent(reader.manifest(name, near));
}

/** Only a real absence is null: an unreachable registry must fail the install. */
async function unlessAbsent<T>(answer: Promise<T>): Promise<T | null> {
	try {
		return await answer;
	} catch (error) {
		if (!['E404', 'ETARGET'].includes((error as { code?: string }).code ?? '')) throw error;
		return null;
	}
}

/** The highest version that is not above `wanted`; releases only. */
export function nearestBelow(wanted: string, versions: readonly string[]): string | null {
	const limit = numbersOf(wanted);
	if (!limit) return null;
	let best: { version: string; numbers: number[] } | null = null;
	for (const version of versions) {
		const numbers = numbersOf(version);
		if (!numbers || version.includes('-') || compare(numbers, limit) > 0) continue;
		if (!best || compare(numbers, best.numbers) > 0) best = { version, numbers };
	}
	return best?.version ?? null;
}

function numbersOf(version: string): number[] | null {
	const match = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
	return match ? match.slice(1).map(Number) : null;
}

function compare(first: readonly number[], second: readonly number[]): number {
	for (const [index, number] of first.entries()) if (number !== second[index]) return number - (second[index] ?? 0);
	return 0;
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
