import { parsePreviewHost } from '../preview-host';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0']);
const DEFAULT_PORTS: Record<string, string> = { 'ws:': '80', 'wss:': '443' };

/**
 * The container's port that a page's socket must reach, or null for the network. A page's own host, the hosts of the other previews
 * beside it and the loopback all mean the container: for the app, that is the machine it runs on.
 * @param pageHost such as `p5173.tabsmith.localhost:8080`
 */
export function socketDestination(url: URL, pageHost: string): number | null {
	if (LOOPBACK.has(url.hostname)) return Number(url.port || DEFAULT_PORTS[url.protocol]);
	const [page, other] = [parsePreviewHost(pageHost), parsePreviewHost(url.host)];
	const isBeside = page?.site === other?.site && page?.project === other?.project && page?.slot === other?.slot;
	return other && isBeside ? other.port : null;
}
