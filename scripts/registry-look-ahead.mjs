/** What an installer will ask for next, read off manifests: a guess by names only, which costs a small document where it is wrong. */
import { gunzipSync } from 'node:zlib';

/** Manifests are a few kilobytes; documents of all versions and tarballs are larger, and no manifests. */
const MANIFEST_BYTES = 64 * 1024;
const PER_MANIFEST = 100;

/**
 * Follows manifests as they come, the way the installer's own walk does (prefetch in workers/engine/npm/manifest-source.ts): everything of
 * a package that will be installed, of an optional peer only its peers.
 */
export class LookAhead {
	/** By path: how far a package is followed, and its manifest once it is there. */
	#known = new Map();

	/** @param {readonly string[]} paths asked for anyway @param {number} limit of paths to add to them */
	constructor(paths, limit) {
		for (const path of paths) this.#known.set(path, { isWhole: true, manifest: null });
		this.limit = this.#known.size + limit;
	}

	/**
	 * @param {string} path
	 * @param {{ encoding?: string | undefined, body: Buffer }} answer to this path
	 * @returns {string[]} what will be asked for because of it, each path once
	 */
	next(path, answer) {
		const entry = this.#known.get(path);
		if (!entry || answer.body.length > MANIFEST_BYTES) return [];
		entry.manifest = parse(answer.encoding === 'gzip', answer.body);
		return this.#follow(entry.manifest, entry.isWhole);
	}

	#follow(manifest, isWhole) {
		if (typeof manifest?.name !== 'string' || typeof manifest.version !== 'string') return [];
		const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
		const peers = Object.entries(peerDependencies ?? {});
		const installed = [
			...Object.entries({ ...dependencies, ...optionalDependencies }),
			...peers.filter(([name]) => !peerDependenciesMeta?.[name]?.optional)
		];
		return [
			...(isWhole ? installed : []).slice(0, PER_MANIFEST).flatMap(([name, range]) => this.#reach(pathOf(name, range), true)),
			...peers.slice(0, PER_MANIFEST).flatMap(([name, range]) => this.#reach(pathOf(name, range), false))
		];
	}

	#reach(path, isWhole) {
		if (path === null) return [];
		const entry = this.#known.get(path);
		if (!entry) {
			if (this.#known.size >= this.limit) return [];
			this.#known.set(path, { isWhole, manifest: null });
			return [path];
		}
		if (entry.isWhole || !isWhole) return [];
		entry.isWhole = true;
		return this.#follow(entry.manifest, true);
	}
}

/** `/name/1.2.3` where the range is a version, else `/name/latest`; null for what no registry has. */
function pathOf(name, range) {
	if (typeof range !== 'string') return null;
	const alias = /^npm:(@?[^@]+)@(.+)$/.exec(range);
	if (alias) return pathOf(alias[1], alias[2]);
	if (!/^(@[\w.~-]+\/)?[\w.~-]+$/.test(name) || name.includes('..') || /[:/]/.test(range)) return null;
	const version = /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(range) && !range.includes('..') ? range : 'latest';
	return `/${name.replace('/', '%2f')}/${version}`;
}

function parse(isCompressed, body) {
	try {
		return JSON.parse(String(isCompressed ? gunzipSync(body, { maxOutputLength: MANIFEST_BYTES * 8 }) : body));
	} catch {
		// A tarball, or nothing that a client could use either.
		return null;
	}
}
