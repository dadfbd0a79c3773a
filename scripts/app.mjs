/**
 * npm run app -- --requirement FILE --out FILE.zip [--model builtin|BASE_URL --model-name NAME --key-env VAR] [--change FILE ...] [--fault NAME] [--json]
 * Runs a whole job through the page of the production build. Progress on stderr; exits with 0 only when all of it worked.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { readRequirement, runJob } from './app-job.mjs';
import { build } from './build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const USAGE =
	'usage: npm run app -- --requirement FILE --out FILE.zip [--model builtin|BASE_URL --model-name NAME --key-env VAR] [--change FILE ...] [--fault NAME ...] [--timeout-s N] [--json]';
const { values } = parseArgs({
	options: {
		requirement: { type: 'string' },
		out: { type: 'string' },
		model: { type: 'string', default: 'builtin' },
		'model-name': { type: 'string' },
		'key-env': { type: 'string' },
		fault: { type: 'string', multiple: true, default: [] },
		change: { type: 'string', multiple: true, default: [] },
		'timeout-s': { type: 'string', default: '600' },
		screenshot: { type: 'string' },
		json: { type: 'boolean', default: false }
	}
});
if (!values.requirement || !values.out) stop(USAGE);
const isBuiltin = values.model === 'builtin';
if (!isBuiltin && !values['model-name']) stop(`--model ${values.model} needs --model-name.\n${USAGE}`);
const key = values['key-env'] ? process.env[values['key-env']] : undefined;
if (values['key-env'] && !key) stop(`The variable ${values['key-env']} that --key-env names is not set.`);

await build();
const server = await serve();
const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
const started = performance.now();
const report = await runJob(context, server.url, {
	requirement: readRequirement(values.requirement),
	out: resolve(values.out),
	...(isBuiltin ? {} : { model: { baseUrl: values.model, name: values['model-name'], key } }),
	faults: values.fault,
	changes: values.change.map(readRequirement),
	timeoutMs: Number(values['timeout-s']) * 1000,
	screenshot: values.screenshot,
	onProgress: (line) => console.error(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)
}).catch((error) => ({ ok: false, error: error instanceof Error ? error.message : String(error) }));
await browser.close();
await server.close();
if (values.json) console.log(JSON.stringify(report));
else console.log(report.ok ? `ok: ${values.out}` : `failed: ${report.error}`);
process.exit(report.ok ? 0 : 1);

function stop(message) {
	console.error(message);
	process.exit(2);
}
