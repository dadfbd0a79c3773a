import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';
import { pinnedNode } from '../../scripts/pinned-node.mjs';

/** Each program runs in the tab and on the native Node that the engine's lib comes from; both must print and exit alike. */
const PROGRAMS: Record<string, string> = {
	'prints to both streams': `console.log('out', [1, { a: 'b' }], new Map([[1, 2]])); console.error('err')`,
	'exits with the code it names': `process.exit(5)`,
	'keeps exitCode until the loop is empty': `setTimeout(() => { process.exitCode = 3 }, 5)`,
	'fails on an uncaught error': `try { null.x } catch (error) { console.log(error.message) } process.exitCode = 1`,
	'fails on an unhandled rejection': `process.on('exit', (code) => console.log('exit', code)); Promise.reject(new Error('no'))`,
	'orders ticks, microtasks, immediates and timers': `
		require('fs').stat('.', () => {
			setTimeout(() => console.log('timeout'), 0); setImmediate(() => console.log('immediate'));
			process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro')); console.log('sync');
		})`,
	'reads and writes files': `
		const fs = require('fs'); fs.writeFileSync('a.txt', 'x'.repeat(10)); fs.appendFileSync('a.txt', 'y');
		fs.mkdirSync('d/e', { recursive: true }); fs.renameSync('a.txt', 'd/e/b.txt'); fs.symlinkSync('d/e/b.txt', 'l');
		console.log(fs.readFileSync('l', 'utf8'), fs.statSync('l').size, fs.readdirSync('d'), fs.existsSync('a.txt'));
		try { fs.readFileSync('nope') } catch (error) { console.log(error.code, error.syscall, error.errno) }
		try { fs.rmdirSync('d') } catch (error) { console.log(error.code) } fs.rmSync('d', { recursive: true }); fs.unlinkSync('l')`,
	'runs a child and reads its output': `console.log(require('child_process').execFileSync(process.execPath, ['-e', 'console.log(6 * 7)'], { encoding: 'utf8' }))`,
	'tells how a child ended': `require('child_process').spawn(process.execPath, ['-e', 'process.exit(9)']).on('exit', (code, signal) => console.log(code, signal))`,
	'keeps an async context over timers and promises': `
		const { AsyncLocalStorage } = require('async_hooks'); const store = new AsyncLocalStorage();
		store.run(7, () => { setTimeout(() => console.log('timer', store.getStore()), 1); Promise.resolve().then(() => console.log('then', store.getStore())) })`,
	'emits through streams': `
		const { Readable, Transform, pipeline } = require('stream');
		pipeline(Readable.from(['a', 'b']), new Transform({ transform(chunk, _, done) { done(null, String(chunk).toUpperCase()) } }), process.stdout, () => {})`,
	'parses URLs and queries': `const u = new URL('http://a.b:81/c?d=e#f'); console.log(u.port, u.searchParams.get('d'), require('url').parse('http://x/y?z').query)`,
	'reads blobs and responses': `(async () => { const b = new Blob(['ab', new Uint8Array([99])], { type: 'text/plain' }); console.log(b.size, await b.text(), await b.slice(1, 2).text(), await new Response('x').text()) })()`,
	'compresses and hashes': `const z = require('zlib'); console.log(z.gunzipSync(z.gzipSync('hello')).toString(), require('crypto').createHash('sha256').update('a').digest('hex')); z.deflate('abc', (e, d) => console.log(z.inflateSync(d).toString()))`,
	'serves and fetches over loopback': `const http = require('http'); const s = http.createServer((q, r) => r.end(q.method + q.url)).listen(0, async () => { const r = await fetch('http://localhost:' + s.address().port + '/x', { method: 'POST', body: 'y' }); console.log(r.status, await r.text()); s.close(); s.closeAllConnections() })`,
	'waits for asynchronous keys': `require('crypto').pbkdf2('p', 's', 10, 16, 'sha256', (error, key) => console.log(key.toString('hex'))); require('crypto').randomBytes(4, (e, b) => console.log(b.length))`,
	'broadcasts to its threads': `
		const { Worker } = require('worker_threads'); const channel = new BroadcastChannel('news'); const other = new BroadcastChannel('other');
		channel.onmessage = ({ data }) => { console.log(data); other.close(); if (data === 'heard hello') channel.close(); else channel.postMessage('hello') };
		new Worker("const c = new BroadcastChannel('news'); c.onmessage = ({ data }) => { c.postMessage('heard ' + data); c.close() }; c.postMessage('up')", { eval: true })`,
	'encodes buffers': `for (const e of ['hex', 'base64', 'base64url', 'latin1', 'utf16le']) console.log(e, Buffer.from('héllo').toString(e))`,
	'ends with 13 on a top-level await that never settles': `/* module */ await new Promise(() => {})`
};

let tab: Awaited<ReturnType<typeof openTab>>;
let folder: string;
beforeAll(async () => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'engine-native-')));
	tab = await openTab();
});
afterAll(async () => {
	await tab.close();
	rmSync(folder, { recursive: true, force: true });
});

const native = (name: string) => {
	const { stdout, status } = spawnSync(pinnedNode(), [name], { cwd: folder, encoding: 'utf8' });
	return { output: stdout, exitCode: status };
};

describe('a program in the tab prints and exits as on native Node', () => {
	test.each(Object.entries(PROGRAMS))('it %s', async (title, source) => {
		const name = `${title.replace(/\W+/g, '-')}.${source.startsWith('/* module */') ? 'mjs' : 'cjs'}`;
		writeFileSync(join(folder, name), source);
		await tab.mount({ [name]: { file: { contents: source } } });
		const expected = native(name);
		// Standard error is merged into the output of the public API: keep it out, as native's is kept apart here.
		const quiet = `const { spawnSync } = require('child_process'); const r = spawnSync('node', ['${name}'], { stdio: ['ignore', 'inherit', 'ignore'] }); process.exit(r.status)`;
		const { output, exitCode } = await tab.spawn('node', ['-e', quiet]);
		expect({ output, exitCode }).toEqual(expected);
	});
});

describe('the container', () => {
	test('an unknown program is refused with ENOENT', async () => {
		await expect(tab.spawn('no-such-program')).rejects.toThrow(/ENOENT/);
	});
	test('boots again after teardown', async () => {
		const output = await tab.page.evaluate(async () => {
			const scope = globalThis as unknown as {
				container: {
					teardown(): void;
					spawn(command: string, args: string[]): Promise<{ output: ReadableStream<string>; exit: Promise<number> }>;
				};
				WebContainer: { boot(options: object): Promise<never> };
			};
			scope.container.teardown();
			scope.container = await scope.WebContainer.boot({ workdirName: 'again' });
			const child = await scope.container.spawn('node', ['-p', 'process.cwd()']);
			let text = '';
			await child.output.pipeTo(new WritableStream({ write: (chunk) => void (text += chunk) }));
			return text;
		});
		expect(output.trim()).toBe('/home/again');
	});
});

describe('npm in the tab', () => {
	test('installs from the registry, links bins and runs scripts', async () => {
		const manifest = { name: 'demo', private: true, scripts: { go: 'node go.cjs' }, dependencies: { nanoid: '3.3.11' } };
		await tab.mount({
			'package.json': { file: { contents: JSON.stringify(manifest) } },
			'go.cjs': { file: { contents: `console.log('made', require('nanoid').nanoid().length)` } }
		});
		const install = await tab.spawn('npm', ['install']);
		expect({ exitCode: install.exitCode, hasAdded: install.output.includes('added 1 package') }).toEqual({
			exitCode: 0,
			hasAdded: true
		});
		const script = await tab.spawn('npm', ['run', 'go']);
		expect({ exitCode: script.exitCode, isMade: script.output.includes('made 21') }).toEqual({ exitCode: 0, isMade: true });
	});
	test('names a package that does not exist', async () => {
		const { exitCode, output } = await tab.spawn('npm', ['install', 'no-such-package-tabsmith-x']);
		expect(exitCode).toBe(1);
		expect(output).toContain('E404');
	});
});
