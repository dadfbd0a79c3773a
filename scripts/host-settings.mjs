/** What a host sets by its environment: PORT, HOST, TABSMITH_NAME, TABSMITH_CONNECT, TABSMITH_MODEL_PROXY. */
import { reachOf } from './model-proxy.mjs';
import { DEFAULT_NAME } from './sites.mjs';

const DEFAULT_PORT = 4173;
const NAME = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/;
const SOURCE = /^[\w.:/*[\]-]+$/;

/**
 * @typedef {{ port: number, bind: string, names: string[], connect: string[] | undefined,
 *   modelReach: import('./model-proxy.mjs').Reach }} HostSettings `names` are hosts of the IDE, the
 *   first one the printed one; `connect` are the addresses that its pages may reach beside its own (sources of a Content-Security-Policy);
 *   `modelReach` which models this server passes requests on to
 */

/**
 * @param {Record<string, string | undefined>} [env]
 * @returns {HostSettings}
 * @throws where a value is none of its kind
 */
export function hostSettings(env = process.env) {
	const names = listOf(env.TABSMITH_NAME) ?? [DEFAULT_NAME];
	for (const name of names)
		if (!NAME.test(name)) throw new Error(`TABSMITH_NAME has '${name}', which is no host name. Write it as in ide.example.org.`);
	const connect = listOf(env.TABSMITH_CONNECT);
	for (const source of connect ?? [])
		if (!SOURCE.test(source))
			throw new Error(`TABSMITH_CONNECT has '${source}', which is no address. Write it as in https://api.openai.com.`);
	const setting = env.TABSMITH_MODEL_PROXY?.toLowerCase() ?? '';
	if (!['', 'on', 'off'].includes(setting)) throw new Error(`TABSMITH_MODEL_PROXY is '${setting}'. Write 'on' or 'off'.`);
	const bind = env.HOST ?? '127.0.0.1';
	return { port: Number(env.PORT ?? DEFAULT_PORT), bind, names, connect, modelReach: reachOf({ setting, bind, names }) };
}

/** @returns {string[] | undefined} undefined where nothing is set; words apart by commas or spaces */
function listOf(text = '') {
	const words = text
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	return words.length > 0 ? words : undefined;
}
