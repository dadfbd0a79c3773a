/** Asks the npm registry for documents and tarballs, checked and unpacked: our own server in batches, others 16 requests at a time. */
import { BatchClient, type BatchAnswer } from './batch-client';
import { NpmError } from './errors';
import { gunzip } from './inflate';
import { verify } from './integrity';
import type { RegistryRoutes } from './npmrc';

/** Asks for the short form of a package's document. */
export const PACKUMENT_HEADERS = { accept: 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8' };
const CONNECTIONS = 16;
const RETRIES = 2;
/** How long a document counts as fresh: what the public registry itself allows. */
const FRESH_MS = 5 * 60_000;

export class Registry {
	/** Of our own server. */
	#batches: BatchClient;
	#active = 0;
	#waiting: (() => void)[] = [];
	/** Documents asked for lately, by address and accepted type. */
	#documents = new Map<string, { atMs: number; bytes: Promise<Uint8Array> }>();

	/** @param base address without a trailing slash: the registry itself or our proxy's `/registry`. */
	constructor(
		readonly base: string,
		readonly fetchFn: typeof fetch = (...args) => fetch(...args),
		readonly routes: RegistryRoutes = { base: null, scopes: new Map(), authorization: new Map() }
	) {
		this.#batches = new BatchClient(base, fetchFn);
	}

	/** The same connections' worth of registry, as a project's .npmrc wants it. */
	routed(routes: RegistryRoutes): Registry {
		const registry = new Registry(this.base, this.fetchFn, routes);
		registry.#batches = this.#batches;
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
		const pushed = this.#isOwn(path) ? this.#batches.takePushed(path, headers['accept']) : null;
		const bytes = pushed ? pushed.then((found) => found ?? this.bytes(path, headers)) : this.bytes(path, headers);
		this.#documents.set(key, { atMs: performance.now(), bytes });
		bytes.catch(() => this.#documents.delete(key));
		return parse(await bytes);
	}

	/** Where our own server answers with a WebAssembly file of a package; null where it does not. See `scripts/registry-wasm.mjs`. */
	wasmUrl(tarball: string, path: string): string | null {
		if (!this.#isOwn(tarball) || !/^\/(?:@[\w.-]+\/)?[\w.-]+\/-\/[\w.+-]+\.tgz$/.test(tarball)) return null;
		return `${this.base}/-/wasm${tarball}/${path}`;
	}

	/** The uncompressed tar of a package. @throws EINTEGRITY | E404 | EREGISTRY, or the signal's reason */
	async tar(
		path: string,
		integrity: string | undefined,
		signal?: AbortSignal
	): Promise<{ tar: Uint8Array; downloadedBytes: number }> {
		const archive = await this.bytes(path, {}, signal);
		const [tar] = await Promise.all([gunzip(archive), integrity ? verify(archive, integrity, path) : null]);
		return { tar, downloadedBytes: archive.length };
	}

	async bytes(path: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
		const { base, authorization } = this.#route(path);
		// A tarball's path may already hold the folder that its registry lives in.
		const folder = new URL(base).pathname.replace(/\/$/, '');
		const url = base + (base !== this.base && folder && path.startsWith(`${folder}/`) ? path.slice(folder.length) : path);
		for (let attempt = 0; ; attempt++) {
			try {
				const { status, bytes } =
					(this.#isOwn(path) ? await this.#batches.ask(path, { accept: headers['accept'], signal }) : null) ??
					(await this.#alone(url, { headers: authorization ? { ...headers, authorization } : headers, signal: signal ?? null }));
				if (status >= 200 && status < 300) return bytes;
				if (status === 404) throw notFound(path, url);
				if (status < 500 || attempt >= RETRIES) {
					throw new NpmError(
						'EREGISTRY',
						`The registry ${base} answered ${status} for ${path}. Try again later or set another registry.`
					);
				}
			} catch (error) {
				if (error instanceof NpmError || signal?.aborted) throw error;
				if (attempt < RETRIES) continue;
				this.#batches.forget();
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

	/** Whether our own server answers for this path, in batches as far as is known. */
	#isOwn(path: string): boolean {
		const { base, authorization } = this.#route(path);
		return base === this.base && authorization === undefined && this.#batches.isServed;
	}

	/** One request for one thing, when its turn comes. */
	async #alone(url: string, init: RequestInit): Promise<BatchAnswer> {
		if (this.#active >= CONNECTIONS) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.#active++;
		try {
			const response = await this.fetchFn(url, init);
			return { status: response.status, bytes: response.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array() };
		} finally {
			this.#active--;
			this.#waiting.shift()?.();
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
