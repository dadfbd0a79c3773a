/** The tars that an install unpacks: from the store, else from the registry, some of them while the tree is still being resolved. */
import { gunzip, isGzip } from './inflate';
import { verify } from './integrity';
import { tarballPath, type LockedPackage } from './lockfile';
import type { ByteStore } from '../pack-store';
import type { Registry } from './registry';
import { fitsPlatform } from './selection';
import { contentsFor, type Manifest, type ManifestReader } from './substitutions';

/** More than a starter has; a larger tree has enough to do anyway. */
const EARLY = 400;

interface Fetched {
	tar: Uint8Array;
	downloadedBytes: number;
}

export interface TarSourceOptions {
	registry: Registry;
	store: ByteStore;
	reader: ManifestReader;
	signal: AbortSignal;
	/** Bytes of a package archive on the disk, by its path as the lockfile has it. @throws ENOENT */
	readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
}

export class TarSource {
	/** By integrity; null where it failed. */
	readonly #early = new Map<string, Promise<Fetched | null>>();

	constructor(private readonly options: TarSourceOptions) {}

	/** Starts to fetch what will be installed for a manifest that was picked: a guess, for npm may still place another version. */
	expect(manifest: Manifest): void {
		if (!fitsPlatform(manifest) || this.#early.size >= EARLY) return;
		contentsFor(manifest, this.options.reader).then(
			(contents) => contents.forEach((content) => this.#fetchEarly(content)),
			// Whoever needs it asks again and hears of it.
			() => undefined
		);
	}

	/** @throws EINTEGRITY | E404 | EREGISTRY, or the signal's reason */
	async get(location: string, entry: LockedPackage): Promise<Fetched> {
		const early = entry.integrity ? await this.#early.get(entry.integrity) : null;
		if (early) return early;
		if (entry.resolved?.startsWith('file:')) return { tar: await this.#readArchive(entry), downloadedBytes: 0 };
		const tar = entry.integrity ? this.options.store.get(entry.integrity) : null;
		return tar ? { tar, downloadedBytes: 0 } : this.#fetch(tarballPath(location, entry), entry.integrity);
	}

	async #readArchive({ resolved = '', integrity }: LockedPackage): Promise<Uint8Array> {
		const path = resolved.slice('file:'.length);
		const bytes = await this.options.readFile(path);
		if (integrity) await verify(bytes, integrity, path);
		return isGzip(bytes) ? gunzip(bytes) : bytes;
	}

	#fetchEarly({ name, version, dist }: Manifest): void {
		const { integrity } = dist;
		if (!integrity || this.#early.has(integrity) || this.options.store.has(integrity)) return;
		this.#early.set(
			integrity,
			this.#fetch(tarballPath('', { name, version }), integrity).catch(() => null)
		);
	}

	async #fetch(path: string, integrity: string | undefined): Promise<Fetched> {
		const { registry, store, signal } = this.options;
		const fetched = await registry.tar(path, integrity, signal);
		if (integrity) store.put(integrity, fetched.tar);
		return fetched;
	}
}
