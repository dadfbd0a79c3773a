/** The npm registry that this machine is configured for: which paths of it may be asked for, and how. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EnvHttpProxyAgent, request } from 'undici';

/**
 * Over HTTP/2 one connection carries all, where the registry speaks it: opening sixteen took as long as an installation of fifty packages.
 * Without it, more than sixteen are no faster: registries and proxies let the rest wait.
 */
const CONNECTION = { allowH2: true, initialWindowSize: 8 * 1024 * 1024, connectionWindowSize: 16 * 1024 * 1024, connections: 16 };
const PATH_LENGTH = 1024;
/** No percent-encoding that a server could decode to a dot, a slash back or another percent sign. */
const PATH = /^(?:\/(?:[\w.~!*'()@+,:;=&$-]|%40|%2b|%2f)+)+\/?(?:\?[\w.~!*()+,:;=&$%@-]*)?$/i;

/** @typedef {{ base: string, authorization: string | undefined }} Registry `base`: address without credentials and without a slash at its end */

/**
 * Whether a path of a request stays below the registry's address, whatever a URL parser or a server makes of it.
 * @param {unknown} path with its query
 * @returns {path is string}
 */
export function isRegistryPath(path) {
	if (typeof path !== 'string' || path.length > PATH_LENGTH || path.includes('..') || !PATH.test(path)) return false;
	return new URL(`http://registry${path}`).href === `http://registry${path}`;
}

/**
 * Credentials of an address become a header: errors and logs never see them.
 * @param {string} address
 * @returns {Registry}
 * @throws where it is no http address; the message does not repeat it, for it may hold credentials
 */
export function parseRegistry(address) {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (!url || !/^https?:$/.test(url.protocol))
		throw Object.assign(new Error("npm's registry setting is no address."), { code: 'ERR_INVALID_URL' });
	const credentials = url.username || url.password ? [url.username, url.password].map(decode).join(':') : '';
	return {
		base: url.origin + url.pathname.replace(/\/+$/, ''),
		authorization: credentials ? `Basic ${Buffer.from(credentials).toString('base64')}` : undefined
	};
}

export class RegistryUpstream {
	#address;
	#dispatcher = new EnvHttpProxyAgent(CONNECTION);
	/** The address as far as errors may tell it. */
	name = 'the registry';

	/** @param {string} [address] else npm's own configuration */
	constructor(address) {
		this.#address = address;
		// Asked for ahead; a failure is for whoever needs the answer.
		if (address === undefined) configuredRegistry().catch(() => undefined);
	}

	/**
	 * @param {string} path for which `isRegistryPath` holds
	 * @param {{ accept?: string | undefined, encoding?: string | undefined, signal?: AbortSignal }} [options]
	 * @throws what the request throws where the registry does not answer
	 */
	async get(path, { accept = '*/*', encoding = 'identity', signal } = {}) {
		return this.#ask(path, { signal, headers: { accept, 'accept-encoding': encoding } });
	}

	/**
	 * @param {string} path for which `isRegistryPath` holds
	 * @param {string} body JSON
	 * @param {{ signal?: AbortSignal }} [options]
	 * @throws what the request throws where the registry does not answer
	 */
	async post(path, body, { signal } = {}) {
		const headers = { accept: 'application/json', 'accept-encoding': 'identity', 'content-type': 'application/json' };
		return this.#ask(path, { method: 'POST', body, signal, headers });
	}

	async #ask(path, { headers, ...options }) {
		if (!isRegistryPath(path)) throw new Error('This path leads out of the registry.');
		const { base, authorization } = parseRegistry(this.#address ?? (await configuredRegistry()));
		this.name = base;
		const all = { ...headers, ...(authorization ? { authorization } : {}) };
		return request(base + path, { dispatcher: this.#dispatcher, ...options, headers: all });
	}

	/** What to tell a page of an error. */
	explain(error) {
		return `REGISTRY_UNREACHABLE: ${this.name} does not answer (${error?.code ?? error?.name}). Check the network or npm's registry setting.`;
	}
}

function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** @type {Promise<string> | null} */
let configured = null;

/** What npm's own configuration says, asked once; after a failure, again. */
function configuredRegistry() {
	configured ??= askNpm().catch((error) => {
		configured = null;
		throw error;
	});
	return configured;
}

async function askNpm() {
	if (process.env.npm_config_registry) return process.env.npm_config_registry;
	const isWindows = process.platform === 'win32';
	const { stdout } = await promisify(execFile)(isWindows ? 'npm.cmd' : 'npm', ['config', 'get', 'registry'], {
		shell: isWindows
	});
	return stdout.trim();
}
