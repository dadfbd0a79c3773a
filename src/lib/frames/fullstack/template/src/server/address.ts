import { isIP, isIPv6 } from 'node:net';
import type { Context as HonoContext } from 'hono';

interface NodeBindings {
	incoming?: { socket?: { remoteAddress?: string } };
}

/**
 * Who is asking, to limit how often: the peer, or what the last of `trustedProxies` proxies says of it.
 * Anybody can write X-Forwarded-For, so none is read unless a proxy is configured that appends to it.
 */
export function addressOf(c: HonoContext, trustedProxies: number): string {
	const peer = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? 'local';
	if (trustedProxies === 0) return network(peer);
	const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-trustedProxies)?.trim() ?? '';
	return network(isIP(forwarded) ? forwarded : peer);
}

/** One customer holds a whole /64 of IPv6: all its addresses count as one. */
function network(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = plain.split('::');
	const groups = head ? head.split(':') : [];
	if (tail !== undefined) while (groups.length < 4) groups.push('0');
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
		.join(':')}::/64`;
}
