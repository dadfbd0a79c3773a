/**
 * npm run tab -- --dir DIR [--out DIR] [--get PORT/PATH ...] [--keep-alive-s N] [--timeout-s N] [--json] -- 'COMMAND'
 * Copies DIR into a fresh tab's container, runs COMMAND in its shell and exits with its exit code.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEngine } from '../workers/engine/build/build.mjs';
import { openTab, treeOf } from './headless-tab.mjs';

const USAGE =
	"usage: npm run tab -- --dir DIR [--out DIR] [--get PORT/PATH ...] [--keep-alive-s N] [--timeout-s N] [--json] -- 'COMMAND'";
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		dir: { type: 'string' },
		out: { type: 'string' },
		get: { type: 'string', multiple: true, default: [] },
		'keep-alive-s': { type: 'string', default: '0' },
		'timeout-s': { type: 'string', default: '600' },
		json: { type: 'boolean', default: false },
		verbose: { type: 'boolean', default: false }
	}
});
const command = positionals.join(' ');
if (!values.dir || !command) {
	console.error(USAGE);
	process.exit(2);
}

await buildEngine({ log: () => {} });
const tab = await openTab({
	onOutput: (text) => void process.stdout.write(text),
	onConsole: (text) => (values.verbose ? console.error(text) : undefined)
});
let isStopped = false;
const timer = setTimeout(
	async () => {
		isStopped = true;
		console.error(`tab: stopped after ${values['timeout-s']} s (--timeout-s)`);
		await tab.close();
		process.exit(124);
	},
	Number(values['timeout-s']) * 1000
);

await tab.mount(treeOf(resolve(values.dir)));
const gets = [];
// A page that was closed under the command is no news: the exit code tells.
const running = tab.spawn('jsh', ['-c', command]).catch((error) => {
	if (isStopped) return new Promise(() => {});
	throw error;
});
let exitCode = await Promise.race([running.then((result) => result.exitCode), fetchAll()]);
const ms = { boot: Math.round(tab.bootMs), command: Math.round(performance.now()) };
if (exitCode === null) {
	await new Promise((done) => setTimeout(done, Number(values['keep-alive-s']) * 1000));
	await tab.killAll();
	await running;
	exitCode = gets.every((get) => get.status < 400) ? 0 : 1;
} else ms.command = Math.round((await running).ms);
if (values.out) await copyOut(resolve(values.out));
if (values.json) {
	const report = {
		exitCode,
		ms,
		gets: gets.map(({ body: _body, ...get }) => get),
		longestTaskMs: await tab.longestTaskMs(),
		peakMemoryMiB: tab.peakMemoryMiB()
	};
	console.log(JSON.stringify(report));
}
clearTimeout(timer);
await tab.close();
process.exit(exitCode);

/** Resolves to null once all --get have answered; never when there are none. */
async function fetchAll() {
	if (values.get.length === 0) return new Promise(() => {});
	for (const wanted of values.get) {
		const [port, ...rest] = wanted.split('/');
		const result = await tab.get(Number(port), `/${rest.join('/')}`);
		gets.push({ ...result, ms: Math.round(result.ms) });
		console.log(`\nGET ${result.url} ${result.status}\n${result.body}`);
	}
	return null;
}

/** Writes what the container holds (node_modules left out) into a folder. */
async function copyOut(folder) {
	const files = await tab.page.evaluate(async () => {
		const tree = await globalThis.container.export('.', { format: 'json', excludes: ['node_modules/**', '**/node_modules/**'] });
		const flat = [];
		const walk = (node, path) => {
			for (const [name, entry] of Object.entries(node)) {
				if (entry.directory) walk(entry.directory, `${path}${name}/`);
				else if (typeof entry.file?.contents === 'string') flat.push([path + name, entry.file.contents, false]);
				else if (entry.file?.contents) flat.push([path + name, [...entry.file.contents], true]);
			}
		};
		walk(tree, '');
		return flat;
	});
	for (const [path, contents, isBinary] of files) {
		const target = join(folder, path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, isBinary ? Uint8Array.from(contents) : contents);
	}
}
