import { fieldsOf, listOf } from './json-value';
import { isLoopback } from './providers';

/** What the server that the page came from passes on, as it says itself at `/model-proxy/`. */
export interface ModelProxy {
	/** Base URLs of providers. */
	bases: readonly string[];
	/** Servers on this computer as well. */
	isLocal: boolean;
}

export const NO_PROXY: ModelProxy = { bases: [], isLocal: false };

/** Asks the page's own server. Hosts without one answer with anything, or not at all. */
export async function loadModelProxy(origin: string, ask: typeof fetch = fetch): Promise<ModelProxy> {
	try {
		const response = await ask(`${origin}/model-proxy/`, { headers: { accept: 'application/json' } });
		if (!response.ok || !response.headers.get('content-type')?.includes('json')) return NO_PROXY;
		const fields = fieldsOf(await response.json());
		return { bases: listOf(fields.bases).filter((base) => typeof base === 'string'), isLocal: fields.isLocal === true };
	} catch {
		return NO_PROXY;
	}
}

/** The base URL under which the page's own server passes on to another; undefined where it does not. */
export function proxyUrlOf(baseUrl: string, { bases, isLocal }: ModelProxy, origin: string): string | undefined {
	if (!URL.canParse(baseUrl)) return undefined;
	const base = baseUrl.replace(/\/+$/, '');
	const { protocol, host, pathname } = new URL(base);
	const isPassedOn = isLoopback(base) ? isLocal : bases.some((known) => base === known || base.startsWith(`${known}/`));
	return isPassedOn ? `${origin}/model-proxy/${protocol.slice(0, -1)}/${host}${pathname.replace(/\/$/, '')}` : undefined;
}
