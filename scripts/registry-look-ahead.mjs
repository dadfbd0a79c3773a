/**
 * What an installer will ask for next, read off the documents that pass: only a guess, which costs a document where it is wrong. It goes
 * the way of the installer's own walk (prefetch in workers/engine/npm/manifest-source.ts): `/name/latest` first, the document of all
 * versions where the range wants another; everything of what will be installed, of an optional peer only its peers.
 */
import { gunzipSync } from 'node:zlib';
import semver from 'semver';

const ANY = '';
/** The short document of all versions, as the installer asks for it. */
const PACKUMENT = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8';
/** Larger than the documents of all but a few packages. */
const DOCUMENT_BYTES = 8 * 1024 * 1024;
const PER_MANIFEST = 100;
const LOOSE = { loose: true };

/** @typedef {[path: string, accept: string]} Member */

export class LookAhead {
	/** By name: who wants which range (null: unknown), and the documents so far. */
	#packages = new Map();
	/** `path accept` of all that was asked for or added. */
	#asked;
	/** `name@version` -> whether all of it was followed. */
	#followed = new Map();
	#left;

	/** @param {readonly Member[]} members asked for anyway @param {number} limit of members to add to them */
	constructor(members, limit) {
		this.#asked = new Set(members.map((member) => member.join(' ')));
		this.#left = limit;
	}

	/**
	 * @param {Member} member
	 * @param {{ encoding?: string | undefined, body: Buffer }} answer to it
	 * @returns {Member[]} what will be asked for because of it, each member once
	 */
	next([path, accept], answer) {
		const [, escaped = '', version] = /^\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
		if (!escaped || answer.body.length > DOCUMENT_BYTES || this.#left === 0) return [];
		const document = parse(answer.encoding === 'gzip', answer.body);
		if (typeof document?.name !== 'string') return [];
		const entry = this.#package(escaped.replace(/%2f/i, '/'));
		if (accept === PACKUMENT) entry.versions = document.versions ?? {};
		else if (version === 'latest') entry.latest = document;
		else if (version) return this.#follow(document, entry.wants.get(version) ?? true);
		if (entry.wants.size === 0) entry.wants.set(null, true);
		return [...entry.wants].flatMap(([range, isWhole]) => this.#settle(entry, range, isWhole));
	}

	#package(name) {
		const entry = this.#packages.get(name) ?? { name, wants: new Map(), latest: null, versions: null };
		this.#packages.set(name, entry);
		return entry;
	}

	#want(spec, range, isWhole) {
		const alias = /^npm:(@?[^@]+)@(.+)$/.exec(range);
		if (alias) return this.#want(alias[1], alias[2], isWhole);
		if (!/^(@[\w.~-]+\/)?[\w.~-]+$/.test(spec) || spec.includes('..') || semver.validRange(range, LOOSE) === null) return [];
		const entry = this.#package(spec);
		if (entry.wants.get(range) ?? false) return [];
		entry.wants.set(range, isWhole);
		const exact = semver.valid(range, LOOSE);
		if (exact) return [...this.#ask(spec, `/${exact}`, ANY), ...this.#settleExact(entry, exact, isWhole)];
		return entry.latest ? this.#settle(entry, range, isWhole) : this.#ask(spec, '/latest', ANY);
	}

	/** A version that was followed as a peer and is installed after all. */
	#settleExact({ name }, version, isWhole) {
		const followed = this.#followed.get(`${name}@${version}`);
		return followed ? this.#follow(followed.manifest, isWhole) : [];
	}

	#settle({ name, latest, versions }, range, isWhole) {
		if (!latest || (range !== null && semver.valid(range, LOOSE))) return [];
		if (range === null || semver.satisfies(latest.version, range, LOOSE)) return this.#follow(latest, isWhole);
		if (!versions) return this.#ask(name, '', PACKUMENT);
		const current = Object.keys(versions).filter((version) => !versions[version]?.deprecated);
		const picked = semver.maxSatisfying(current, range, LOOSE);
		return picked ? this.#follow(versions[picked], isWhole) : [];
	}

	#ask(name, suffix, accept) {
		const path = `/${name.replace('/', '%2f')}${suffix}`;
		if (this.#left === 0 || this.#asked.has(`${path} ${accept}`)) return [];
		this.#left--;
		this.#asked.add(`${path} ${accept}`);
		return [[path, accept]];
	}

	#follow(manifest, isWhole) {
		const id = `${manifest.name}@${manifest.version}`;
		const before = this.#followed.get(id);
		if (before && (before.isWhole || !isWhole)) return [];
		this.#followed.set(id, { manifest, isWhole });
		const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
		const peers = Object.entries(peerDependencies ?? {}).slice(0, PER_MANIFEST);
		const installed = [
			...Object.entries({ ...dependencies, ...optionalDependencies }).slice(0, PER_MANIFEST),
			...peers.filter(([name]) => !peerDependenciesMeta?.[name]?.optional)
		];
		return [
			...(isWhole ? installed : []).flatMap(([name, range]) => this.#want(name, String(range), true)),
			...peers.flatMap(([name, range]) => this.#want(name, String(range), false))
		];
	}
}

function parse(isCompressed, body) {
	try {
		return JSON.parse(String(isCompressed ? gunzipSync(body, { maxOutputLength: DOCUMENT_BYTES * 4 }) : body));
	} catch {
		// A tarball, or nothing that a client could use either.
		return null;
	}
}
