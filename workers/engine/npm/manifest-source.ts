/**
 * Manifests for Arborist. Small documents first: `/name/latest` or `/name/1.2.3`, and the packument (megabytes) only where npm would
 * pick neither. A walk at full width beside Arborist's serial one makes most of its questions answered before they come.
 */
import checks from 'npm-install-checks';
import parseSpec, { type Spec } from 'npm-package-arg';
import pickManifest from 'npm-pick-manifest';
import semver from 'semver';
import { NpmError } from './errors';
import { packagePath, readManifest } from './manifests';
import { PACKUMENT_HEADERS, type Registry } from './registry';
import type { Manifest } from './substitutions';

const LOOSE = { loose: true };

interface RegistryManifest extends Manifest {
	deprecated?: string;
	optionalDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

export class ManifestSource {
	#documents = new Map<string, Promise<unknown>>();
	#picks = new Map<string, Promise<RegistryManifest>>();
	#exactOnes = new Map<string, Promise<RegistryManifest>>();

	constructor(
		readonly registry: Registry,
		readonly nodeVersion: string
	) {}

	/** The manifest that npm would pick for `spec`. @throws ETARGET | E404 | EUNSUPPORTEDSPEC */
	manifest(spec: Spec, options: { avoid?: string } = {}): Promise<RegistryManifest> {
		if (options.avoid) return this.#pick(spec, options.avoid);
		const key = `${spec.name}@${spec.fetchSpec}`;
		const pick = this.#picks.get(key) ?? this.#pick(spec);
		this.#picks.set(key, pick);
		return pick;
	}

	packument(name: string): Promise<unknown> {
		return this.#document(packagePath(name), PACKUMENT_HEADERS);
	}

	/**
	 * Asks for everything that `pkg` reaches; failures are left to whoever needs the manifest. Optional peers are asked for as well, and
	 * their peers: npm weighs them when it looks for conflicts, though it does not install them.
	 * @param onPick hears of each manifest that will be installed as far as one can tell before the tree is there
	 */
	async prefetch(pkg: Record<string, unknown>, onPick?: (manifest: Manifest) => void): Promise<void> {
		const seen = new Set<string>();
		const pending: Promise<void>[] = [];
		const visit = (dependencies: unknown, expand: (manifest: RegistryManifest) => void): void => {
			for (const [name, range] of Object.entries((dependencies ?? {}) as Record<string, string>)) {
				const key = `${name}@${range} ${expand === expandPeers ? 'peer' : ''}`;
				if (seen.has(key)) continue;
				seen.add(key);
				const spec = registrySpec(name, range);
				if (spec) pending.push(this.manifest(spec).then(expand, () => {}));
			}
		};
		const fields = ['dependencies', 'optionalDependencies', 'devDependencies'];
		// A peer that the project names itself is that one, whatever newer one the range allows.
		const named = new Set(fields.flatMap((field) => Object.keys((pkg[field] ?? {}) as object)));
		const expandPeers = ({ peerDependencies = {} }: RegistryManifest): void =>
			visit(Object.fromEntries(Object.entries(peerDependencies).filter(([name]) => !named.has(name))), expandPeers);
		const expand = (manifest: RegistryManifest): void => {
			onPick?.(manifest);
			const bundled = new Set(manifest.bundleDependencies || []);
			const all = Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies });
			visit(Object.fromEntries(all.filter(([name]) => !bundled.has(name))), expand);
			const peers = Object.entries(manifest.peerDependencies ?? {}).filter(([name]) => !named.has(name));
			visit(Object.fromEntries(peers.filter(([name]) => !manifest.peerDependenciesMeta?.[name]?.optional)), expand);
			expandPeers(manifest);
		};
		for (const field of fields) visit(pkg[field], expand);
		for (const task of pending) await task;
	}

	async #pick(spec: Spec, avoid?: string): Promise<RegistryManifest> {
		const { name, fetchSpec: wanted } = spec;
		if (!spec.registry) {
			throw new NpmError(
				'EUNSUPPORTEDSPEC',
				`Cannot install '${spec.toString()}': git and web addresses cannot be reached from here. Take the package from the registry, or put it into a folder of the project.`
			);
		}
		if (!avoid) {
			if (spec.type === 'version') return this.#exact(name, semver.clean(wanted, LOOSE) ?? wanted);
			if (spec.type === 'tag') return this.#exact(name, wanted);
			const latest = await this.#exact(name, 'latest');
			const fits = wanted === '*' || semver.satisfies(latest.version, wanted, LOOSE);
			if (fits && this.#runsHere(latest) && !latest.deprecated) return latest;
		}
		return pickManifest<RegistryManifest>(await this.packument(name), wanted, { nodeVersion: this.nodeVersion, avoid });
	}

	#exact(name: string, version: string): Promise<RegistryManifest> {
		const key = `${name}@${version}`;
		const manifest = this.#exactOnes.get(key) ?? (readManifest(this.registry, name, version) as Promise<RegistryManifest>);
		this.#exactOnes.set(key, manifest);
		return manifest;
	}

	#document(path: string, headers?: Record<string, string>): Promise<unknown> {
		const document = this.#documents.get(path) ?? this.registry.document(path, headers);
		this.#documents.set(path, document);
		return document;
	}

	#runsHere(manifest: RegistryManifest): boolean {
		try {
			checks.checkEngine(manifest, null, this.nodeVersion);
			return true;
		} catch {
			// checkEngine answers by throwing EBADENGINE.
			return false;
		}
	}
}

function registrySpec(name: string, range: string): Spec | null {
	try {
		const spec = parseSpec.resolve(name, range);
		const real = spec.type === 'alias' ? spec.subSpec : spec;
		return real?.registry ? real : null;
	} catch {
		// Arborist reports a malformed spec with its place in the tree.
		return null;
	}
}
