/**
 * The three origins under one name, told apart by the Host header: the IDE (NAME), the engine (engine.NAME) and previews (pPORT.NAME, and
 * pPORT-... where one port has several). Every other name is somebody else's, who may have led it here to have the pages read by their own.
 */

export const DEFAULT_NAME = 'tabsmith.localhost';

/** Names of this machine itself: they lead to the IDE, whatever it is called. */
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^(\[::1\]|[a-z\d.-]+)(?::(\d{1,5}))?$/;
const PREFIX = /^(?:(engine)|p\d{1,5}(?:-[a-z\d]+)*)\.(.+)$/;

/** @typedef {{ site: 'ide' | 'engine' | 'preview', name: string, port: string, isLocal: boolean }} Site `name` is the IDE's host without port */

/**
 * @param {string | undefined} host the Host header
 * @param {readonly string[]} [names] hosts of the IDE; plain localhost and addresses of this machine stand for the first
 * @returns {Site | null} null where the name is none of ours
 */
export function siteOf(host = '', names = [DEFAULT_NAME]) {
	const [, hostname = '', port = ''] = HOST.exec(host.toLowerCase()) ?? [];
	if (names.includes(hostname)) return { site: 'ide', name: hostname, port, isLocal: false };
	if (LOCAL.has(hostname)) return { site: 'ide', name: names[0] ?? DEFAULT_NAME, port, isLocal: true };
	const [, engine, name = ''] = PREFIX.exec(hostname) ?? [];
	return names.includes(name) ? { site: engine ? 'engine' : 'preview', name, port, isLocal: false } : null;
}

/**
 * The IDE's host with its port. In a policy, without a scheme, it has that of the page itself, which a proxy in front may have made https.
 * @param {Site} site
 */
export function hostOf({ name, port }) {
	return port ? `${name}:${port}` : name;
}
