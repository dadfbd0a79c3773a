/** Asks the npm registry, 16 requests at a time: documents and tarballs, checked and unpacked. */
import { NpmError } from './errors';
import type { RegistryRoutes } from './npmrc';

/** Asks for the short form of a package's document. */
export const PACKUMENT_HEADERS = { accept: 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8' };
const CONNECTIONS = 16;
const RETRIES = 2;
/** How long a document counts as fresh: what the public registry itself allows. */
const FRESH_MS = 5 * 60_000;
const ALGORITHMS: Record<string, string> = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256', sha1: 'SHA-1' };

export class Registry {
	#active = 0;
	#waiting: (() => void)[] = [];
	/** Documents asked for lately, by address and accepted type. */
	#documents = new Map<string, { atMs: number; bytes: Promise<Uint8Array> }>();

	/** @param base address without a trailing slash: the registry itself or our proxy's `/registry`. */
	constructor(
		readonly base: string,
		readonly fetchFn: typeof fetch = (...args) => fetch(...args),
		readonly routes: RegistryRoutes = { base: null, scopes: new Map(), authorization: new Map() }
	) {}

	/** The same connections' worth of registry, as a project's .npmrc wants it. */
	routed(routes: RegistryRoutes): Registry {
		const registry = new Registry(this.base, this.fetchFn, routes);
		// Answers to one project's token are not for another.
		if (routes.authorization.size === 0 && routes.base === null && routes.scopes.size === 0)
			registry.#documents = this.#documents;
		return registry;
	}

	/** Address and headers for a path; scoped packages may come from elsewhere. */
	#route(path: string): { base: string; authorization: string | undefined } {
		const scope = /\/(@[^/%]+)/.exec(path)?.[1] ?? '';
		const { scopes, authorization } = this.routes;
		const base = (scopes.has(scope) ? scopes.get(scope) : this.routes.base) ?? this.base;
		const place = `${base.replace(/^https?:/, '')}/`;
		const found = [...authorization].find(([prefix]) => place.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));
		return { base, authorization: found?.[1] };
	}

	/** @throws E404 | EREGISTRY */
	async document(path: string, headers: Record<string, string> = {}): Promise<unknown> {
		const key = `${path} ${headers['accept'] ?? ''}`;
		const known = this.#documents.get(key);
		if (known && performance.now() - known.atMs < FRESH_MS) return parse(await known.bytes);
		const bytes = this.bytes(path, headers);
		this.#documents.set(key, { atMs: performance.now(), bytes });
		bytes.catch(() => this.#documents.delete(key));
		return parse(await bytes);
	}

	/** The uncompressed tar of a package. @throws EINTEGRITY | E404 | EREGISTRY */
	async tar(path: string, integrity: string | undefined): Promise<{ tar: Uint8Array; downloadedBytes: number }> {
		const archive = await this.bytes(path);
		const [tar] = await Promise.all([gunzip(archive), integrity ? verify(archive, integrity, path) : null]);
		return { tar, downloadedBytes: archive.length };
	}

	async bytes(path: string, headers: Record<string, string> = {}): Promise<Uint8Array<ArrayBuffer>> {
		if (this.#active >= CONNECTIONS) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.#active++;
		try {
			return await this.#request(path, headers);
		} finally {
			this.#active--;
			this.#waiting.shift()?.();
		}
	}

	async #request(path: string, headers: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
		const { base, authorization } = this.#route(path);
		// A tarball's path may already hold the folder that its registry lives in.
		const folder = new URL(base).pathname.replace(/\/$/, '');
		const url = base + (base !== this.base && folder && path.startsWith(`${folder}/`) ? path.slice(folder.length) : path);
		for (let attempt = 0; ; attempt++) {
			try {
				const response = await this.fetchFn(url, { headers: authorization ? { ...headers, authorization } : headers });
				if (response.ok) return new Uint8Array(await response.arrayBuffer());
				if (response.status === 404) throw notFound(path, url);
				if (response.status < 500 || attempt >= RETRIES) {
					throw new NpmError(
						'EREGISTRY',
						`The registry ${base} answered ${response.status} for ${path}. Try again later or set another registry.`
					);
				}
			} catch (error) {
				if (error instanceof NpmError) throw error;
				if (attempt < RETRIES) continue;
				throw new NpmError(
					'EREGISTRY',
					`Cannot reach the registry ${base} (${path}). ${
						base === this.base
							? 'Check the network, or start the server with a registry that this machine can reach.'
							: 'A registry of .npmrc is asked by the page itself: it must allow requests from other origins (CORS).'
					}`,
					{ cause: error }
				);
			}
		}
	}
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

function notFound(path: string, url: string): NpmError {
	const name = decodeURIComponent(path.slice(1)).split(/\/(?:-\/|latest$|\d)/)[0] ?? path;
	return new NpmError(
		'E404',
		`Not Found - GET ${url}\n\n The requested resource '${name}@*' could not be found or you do not have permission to access it.\n\n` +
			`Check the spelling of '${name}', or whether its registry is set in .npmrc.`
	);
}

async function verify(bytes: Uint8Array<ArrayBuffer>, integrity: string, path: string): Promise<void> {
	const match = /(sha512|sha384|sha256|sha1)-([A-Za-z0-9+/=]+)/.exec(integrity);
	const algorithm = ALGORITHMS[match?.[1] ?? ''];
	if (!algorithm)
		throw new NpmError(
			'EINTEGRITY',
			`'${integrity}' of ${path} is no known integrity. Remove package-lock.json and install again.`
		);
	const digest = new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
	const actual = btoa(String.fromCharCode(...digest));
	if (actual !== match?.[2]) {
		throw new NpmError(
			'EINTEGRITY',
			`Integrity check of ${path} failed: wanted ${integrity} but got ${match?.[1]}-${actual}. Do not trust this registry, or remove package-lock.json.`
		);
	}
}

/** One write and one output buffer, whose size the gzip trailer gives. */
async function gunzip(archive: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	const stream = new DecompressionStream('gzip');
	const writer = stream.writable.getWriter();
	// A broken archive rejects the reader below as well: one report is enough.
	writer.write(archive).catch(() => {});
	writer.close().catch(() => {});
	const size = new DataView(archive.buffer, archive.byteOffset).getUint32(archive.length - 4, true);
	const out = new Uint8Array(size);
	let filled = 0;
	const reader = stream.readable.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		if (filled + value.length > size) throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is larger than it says.');
		out.set(value, filled);
		filled += value.length;
	}
	if (filled !== size) throw new NpmError('TAR_BAD_ARCHIVE', 'The package archive is smaller than it says.');
	return out;
}
