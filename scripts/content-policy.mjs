/** What pages of ours may load and do, and who may frame them: Content-Security-Policy of the IDE, the engine and the previews' own files. */
import { createHash } from 'node:crypto';
import { hostOf } from './sites.mjs';

/** What the IDE's pages and workers need on every host. Kit adds the hashes of a page's own scripts. */
export const IDE_DIRECTIVES = {
	'default-src': ["'self'"],
	'script-src': ["'self'"],
	// The editor and the terminal make style elements while they run.
	'style-src': ["'self'", "'unsafe-inline'"],
	'img-src': ["'self'", 'data:', 'blob:'],
	'font-src': ["'self'", 'data:'],
	'worker-src': ["'self'"],
	'object-src': ["'none'"],
	'base-uri': ["'none'"],
	'form-action': ["'self'"]
};

/** Any model's address that a person may enter: a provider's, or a server on this machine. */
export const CONNECT = ['https:', 'http://localhost:*', 'http://127.0.0.1:*'];

/**
 * Whether sources of a policy admit an address: `https:`, `*`, or a host with an optional scheme, wildcard and port.
 * @param {readonly string[]} sources
 * @param {string} address
 */
export function admits(sources, address) {
	const { protocol, hostname, port } = new URL(address);
	return sources.some((source) => {
		if (source === '*' || source === protocol) return true;
		const [, scheme, host = '', wanted = ''] =
			/^(?:([a-z]+:)\/\/)?(\[[^\]]*\]|[^:/]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(source) ?? [];
		const isHost = host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
		const isPort = wanted === '*' || wanted === port || (wanted === '443' && protocol === 'https:' && port === '');
		return isHost && isPort && (scheme === undefined || scheme === protocol);
	});
}

/** The other engine that Settings offers, and its previews. */
const STACKBLITZ = ['https://stackblitz.com', 'https://*.webcontainer.io', 'https://*.webcontainer-api.io'];

/**
 * What depends on the host: addresses of engine and previews, and whom a page may ask.
 * @param {{ frames: readonly string[], connect?: readonly string[] | undefined }} host
 */
export function hostDirectives({ frames, connect = CONNECT }) {
	return { 'connect-src': ["'self'", ...connect], 'frame-src': [...frames, ...STACKBLITZ] };
}

/**
 * @param {import('./sites.mjs').Site} site
 * @param {{ own?: string | undefined, connect?: readonly string[] | undefined }} [options] `own`: what the page brings itself, in the place of
 *   IDE_DIRECTIVES
 */
export function idePolicy(site, { own = text(IDE_DIRECTIVES), connect } = {}) {
	const directives = { ...hostDirectives({ frames: [`*.${hostOf(site)}`], connect }), 'frame-ancestors': ["'none'"] };
	const kept = own.split('; ').filter((directive) => !((directive.split(' ')[0] ?? '') in directives));
	return [...kept, text(directives)].join('; ');
}

/** @param {import('./sites.mjs').Site} site */
export function enginePolicy(site) {
	return text({
		'default-src': ["'none'"],
		'script-src': ["'self'"],
		'worker-src': ["'self'"],
		'connect-src': ["'self'"],
		'frame-src': [`*.${hostOf(site)}`],
		'base-uri': ["'none'"],
		'form-action': ["'none'"],
		'frame-ancestors': [hostOf(site)]
	});
}

/** Shown by the IDE, held by the engine, and by other previews of its app. @param {import('./sites.mjs').Site} site */
export function previewPolicy(site) {
	return text({ 'frame-ancestors': [hostOf(site), `*.${hostOf(site)}`] });
}

/** @param {Record<string, string[]>} directives */
function text(directives) {
	return Object.entries(directives)
		.map(([name, sources]) => [name, ...sources].join(' '))
		.join('; ');
}

/**
 * The scripts that a page holds in its own text, as sources of script-src.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScriptHashes(html) {
	const scripts = html.replaceAll('\r\n', '\n').matchAll(/<script>([\s\S]*?)<\/script>/g);
	return [...scripts].map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}
