/**
 * Checks the built engine through the unmodified client of `@webcontainer/api` in Chromium: `node tests/browser/engine-check.mjs [name]`.
 * Needs build/engine (node workers/engine/build/build.mjs). Prints one line per check; exits 1 when one fails.
 */
import { build } from 'esbuild';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MIME = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };
const ISOLATION = {
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'cross-origin',
	'origin-agent-cluster': '?1',
	'cache-control': 'no-store'
};
const IDE_HEADERS = { ...ISOLATION, 'cross-origin-opener-policy': 'same-origin' };
const ENGINE_HEADERS = { ...ISOLATION, 'document-isolation-policy': 'isolate-and-require-corp' };
const CHECK_MS = 20_000;

const client = await build({
	stdin: {
		contents: `import { WebContainer } from '@webcontainer/api';
			globalThis.boot = async () => { globalThis.container = await WebContainer.boot({ workdirName: 'app' }); };
			globalThis.run = async (command, args = [], options = {}) => {
				const child = await container.spawn(command, args, options);
				let output = '';
				const ended = child.output.pipeTo(new WritableStream({ write: (chunk) => { output += chunk; } }));
				const code = await child.exit;
				await ended;
				return { code, output };
			};
			globalThis.node = (source) => run('node', ['-e', source]);`,
		resolveDir: ROOT
	},
	bundle: true,
	write: false,
	format: 'iife'
});

const server = createServer((request, response) => {
	const isEngine = request.headers.host?.startsWith('engine.');
	const { pathname } = new URL(request.url ?? '/', 'http://local');
	const headers = isEngine ? ENGINE_HEADERS : IDE_HEADERS;
	if (!isEngine) {
		const isClient = pathname === '/client.js';
		response.writeHead(200, { ...headers, 'content-type': isClient ? MIME['.js'] : MIME['.html'] });
		return response.end(isClient ? client.outputFiles[0].text : '<!doctype html><body><script src="/client.js"></script></body>');
	}
	const file = join(ROOT, 'build/engine', pathname === '/headless' ? 'headless.html' : pathname);
	if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, headers).end();
	response.writeHead(200, { ...headers, 'content-type': MIME[extname(file)] ?? 'application/octet-stream' });
	createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

/** Name, what runs in the page, the result it must have. */
const CHECKS = [
	['boots a container', 'boot().then(() => container.workdir)', '/home/app'],
	[
		'mounts and reads files',
		`container.mount({ src: { directory: { 'b.txt': { file: { contents: 'bee' } } } } }).then(() => container.fs.readFile('src/b.txt', 'utf8'))`,
		'bee'
	],
	[
		'names a missing file',
		`container.fs.readFile('nope').catch((error) => error.message)`,
		`ENOENT: no such file or directory, open 'nope'`
	],
	['runs a program', `node('console.log(1)')`, { code: 0, output: '1\n' }],
	['keeps the exit code', `node('process.exit(3)')`, { code: 3, output: '' }],
	[
		'fails on an uncaught error',
		`node('throw new Error("boom")').then(({ code, output }) => [code, output.includes('Error: boom')])`,
		[1, true]
	],
	[
		'pipes between processes',
		`node('const c = require("child_process").spawn("node", ["-e", "process.stdin.pipe(process.stdout)"]); c.stdout.on("data", (d) => console.log(String(d))); c.on("exit", (code) => console.log("exit", code)); c.stdin.end("hello")')`,
		{ code: 0, output: 'hello\nexit 0\n' }
	],
	[
		'runs a child synchronously',
		`node('const r = require("child_process").spawnSync("node", ["-e", "process.stdin.on(\\\\"data\\\\", (d) => process.stdout.write(d)); process.exitCode = 4"], { input: "in!" }); console.log(r.status, String(r.stdout))')`,
		{ code: 0, output: '4 in!\n' }
	],
	[
		'forks with messages',
		`container.fs.writeFile('child.js', 'process.on("message", (m) => { process.send({ echo: m }); process.disconnect(); })').then(() => node('const c = require("child_process").fork("./child.js", { serialization: "advanced" }); c.on("message", (m) => console.log(m.echo.get("a"))); c.send(new Map([["a", 1]]))'))`,
		{ code: 0, output: '1\n' }
	],
	[
		'runs threads',
		`node('const { Worker } = require("worker_threads"); const w = new Worker("const t = require(\\\\"worker_threads\\\\"); t.parentPort.postMessage(t.workerData + 1)", { eval: true, workerData: 41 }); w.on("message", (m) => console.log(m)); w.on("exit", (code) => console.log("exit", code))')`,
		{ code: 0, output: '42\nexit 0\n' }
	],
	[
		'connects sockets on the loopback',
		`node('const net = require("net"); const s = net.createServer((c) => c.end("hey")).listen(4000, () => net.connect(4000).on("data", (d) => console.log(String(d))).on("close", () => s.close()))')`,
		{ code: 0, output: 'hey\n' }
	],
	[
		'tells ports and kills',
		`(async () => { const seen = []; const off = container.on('port', (port, type) => seen.push(type + port)); await new Promise((r) => setTimeout(r, 100)); const child = await container.spawn('node', ['-e', 'require("net").createServer().listen(3005, () => console.log("up"))']); await child.output.getReader().read(); child.kill(); const code = await child.exit; await container.fs.readdir('/'); off(); return [code, seen]; })()`,
		[143, ['open3005', 'close3005']]
	],
	[
		'interrupts by Ctrl-C',
		`(async () => { const child = await container.spawn('node', ['-e', 'console.log(process.stdout.columns); setInterval(() => {}, 1000)'], { terminal: { cols: 99, rows: 20 } }); const reader = child.output.getReader(); await reader.read(); await child.input.getWriter().write('\\x03'); return child.exit; })()`,
		130
	],
	[
		'reports changes of other processes',
		`(async () => { let heard; const event = new Promise((resolve) => (heard = resolve)); const watcher = container.fs.watch('/', { recursive: true }, (type, name) => heard(name)); await container.fs.readdir('/'); await node('require("fs").writeFileSync("src/new.txt", "x")'); const name = await event; watcher.close(); return name; })()`,
		'src/new.txt'
	],
	['boots again after teardown', `(async () => { container.teardown(); await boot(); return container.fs.readdir('/'); })()`, []]
];

const browser = await chromium.launch({
	executablePath: ensureChromium(),
	args: CHROMIUM_FLAGS
});
let failed = 0;
try {
	const page = await browser.newPage();
	await page.addInitScript(`globalThis.WEBCONTAINER_API_IFRAME_URL = 'http://engine.tabsmith.localhost:${port}'`);
	await page.goto(`http://tabsmith.localhost:${port}/`);
	for (const [index, [name, script, expected]] of CHECKS.entries()) {
		if (process.argv[2] && index > 0 && !name.includes(process.argv[2])) continue;
		const deadline = new Promise((resolve) => setTimeout(resolve, CHECK_MS, `no answer in ${CHECK_MS} ms`).unref());
		const actual = await Promise.race([page.evaluate(script).catch((error) => error.message), deadline]);
		const isRight = JSON.stringify(actual) === JSON.stringify(expected);
		if (!isRight) failed++;
		console.log(`${isRight ? 'ok  ' : 'FAIL'} ${name}${isRight ? '' : `: ${JSON.stringify(actual)}`}`);
	}
} finally {
	await browser.close();
	server.close();
}
process.exitCode = failed ? 1 : 0;
