import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';
import { pinnedNode } from '../../scripts/pinned-node.mjs';
import { WASI_PROGRAMS } from './wasi-programs';

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
	'keeps imports live over cycles, changes and re-exports': `
		const fs = require('fs'); fs.mkdirSync('m', { recursive: true }); const w = (name, text) => fs.writeFileSync('m/' + name, text);
		w('fixed.mjs', 'export const one = 1; export function twice(n) { return n * 2 } export class Box {} export default (n) => n + one; export var Kind; (function (Kind) { Kind[Kind.A = 0] = "A" })(Kind || (Kind = {}))');
		w('counter.mjs', 'export let count = 0; export const bump = () => { count++; return this }; export { count as alias }');
		w('barrel.mjs', 'export * from "./fixed.mjs"; export * as counter from "./counter.mjs"; export { count } from "./counter.mjs"; export { default } from "./fixed.mjs"');
		w('left.mjs', 'import { right, late } from "./right.mjs"; export const left = "left"; export function hoisted() { return right + typeof late } export let state = () => late');
		w('right.mjs', 'import { hoisted, left } from "./left.mjs"; export const right = "right"; let early; try { early = left } catch (error) { early = error.name + typeof hoisted } export { early }; export let late = "late"; setTimeout(() => { late = "later" })');
		w('main.mjs', 'import add, { one, twice, Box, Kind, count, counter } from "./barrel.mjs"; import * as barrel from "./barrel.mjs"; import { bump, alias } from "./counter.mjs"; import { hoisted, state } from "./left.mjs"; import { early, late } from "./right.mjs"; import fs, { existsSync } from "node:fs";'
			+ 'console.log(one, twice(4), new Box(), Kind, add(1), typeof bump()); const shadow = ((one) => ({ one, count }))(5); console.log(shadow, { count, alias }, counter.count, barrel.count, Object.keys(barrel), barrel[Symbol.toStringTag]);'
			+ 'console.log(hoisted(), state(), early, late, barrel, existsSync === fs.existsSync); bump\n;(0, bump)(); console.log(count, [count], \`\${count}\`); try { barrel.one = 2 } catch (error) { console.log(error.name) } setTimeout(() => console.log(late, state()), 5)');
		import('./m/main.mjs').catch((error) => console.log(error.stack)).then(() => fs.rmSync('m', { recursive: true }))`,
	'loads modules of packages, replaced ones, spoiled ones and ones that a hook changed': `
		const fs = require('fs'), { execFileSync } = require('child_process'), m = require('module'); const pad = '// padding '.repeat(300) + '\\n';
		fs.mkdirSync('node_modules/p/lib', { recursive: true }); const w = (name, text) => fs.writeFileSync('node_modules/p/' + name, text);
		w('package.json', '{"name":"p","type":"module","exports":"./i.js"}'); w('lib/b.js', pad + 'export let b = "b"; export { a } from "../i.js"');
		w('c.cjs', pad + 'module.exports = (async () => { await 1; return "c" })()'); w('i.js', pad + 'export * from "./lib/b.js"; export const a = "a"; export { default as c } from "./c.cjs"');
		const run = (text) => { try { console.log(execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8', stdio: 'pipe' }).trim()) } catch (error) { console.log(/SyntaxError/.exec(error.stderr)?.[0]) } };
		const print = 'const { a, b, c } = await import("p"); console.log(a, b, await c)'; run(print); run(print);
		w('lib/b.js', pad + 'export let b = "B"; export { a } from "../i.js"'); run(print);
		run('import { registerHooks } from "module"; registerHooks({ load(url, context, next) { const r = next(url, context); return url.endsWith("i.js") ? { ...r, source: String(r.source).replace("export const a =", "export const a = 1 +") } : r } }); ' + print);
		w('lib/b.js', pad + 'export let b = '); run(print); fs.rmSync('node_modules', { recursive: true })`,
	'reads and writes files': `
		const fs = require('fs'); fs.writeFileSync('a.txt', 'x'.repeat(10)); fs.appendFileSync('a.txt', 'y');
		fs.mkdirSync('d/e', { recursive: true }); fs.renameSync('a.txt', 'd/e/b.txt'); fs.symlinkSync('d/e/b.txt', 'l');
		console.log(fs.readFileSync('l', 'utf8'), fs.statSync('l').size, fs.readdirSync('d'), fs.existsSync('a.txt'));
		try { fs.readFileSync('nope') } catch (error) { console.log(error.code, error.syscall, error.errno) }
		try { fs.rmdirSync('d') } catch (error) { console.log(error.code) } fs.rmSync('d', { recursive: true }); fs.unlinkSync('l')`,
	'runs a child and reads its output': `console.log(require('child_process').execFileSync(process.execPath, ['-e', 'console.log(6 * 7)'], { encoding: 'utf8' }))`,
	'signals a process group and finds it empty afterwards': `
		const { spawn } = require('child_process'); const errno = (f) => { try { return f() } catch (error) { return error.code } };
		const grand = "process.on('SIGTERM', () => { console.log('grandchild told'); process.exit() }); console.log('up'); setInterval(() => {}, 1e5)";
		const child = spawn(process.execPath, ['-e', \`require('child_process').spawn(process.execPath, ['-e', \${JSON.stringify(grand)}], { stdio: 'inherit' }).on('exit', () => {}); setInterval(() => {}, 1e5)\`], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
		child.stdout.setEncoding('utf8').on('data', (text) => { console.log(text.trim()); if (text.includes('up')) console.log(errno(() => process.kill(-child.pid, 0)), errno(() => process.kill(-child.pid))) });
		child.on('close', (code, signal) => {
			console.log(code, signal);
			const alone = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e5)'], { detached: true });
			alone.on('exit', (code, signal) => console.log(code, signal, errno(() => process.kill(-alone.pid, 0)), errno(() => process.kill(process.pid, 999)))).kill();
		})`,
	'starts a child with arguments that are no strings': `require('child_process').spawn(process.execPath, ['-p', 'process.argv.slice(1)', 1, true], { stdio: 'inherit' })`,
	'opens thousands of files': `
		const fs = require('fs'); fs.writeFileSync('one', 'x'); const open = Array.from({ length: 3000 }, () => fs.openSync('one')); console.log(new Set(open).size);
		open.slice(10, 2000).forEach((fd) => fs.closeSync(fd)); console.log(fs.openSync('one') === open[10], fs.readFileSync(open[2999], 'utf8')); fs.unlinkSync('one')`,
	'imports the inspector without one': `
		import('node:inspector').then(async ({ default: inspector, url, Session }) => { await import('node:inspector/promises'); await import('node:repl'); console.log(url(), typeof Session, typeof inspector.Session, typeof require('inspector').open, inspector.close()) })`,
	'tells how a child ended': `require('child_process').spawn(process.execPath, ['-e', 'process.exit(9)']).on('exit', (code, signal) => console.log(code, signal))`,
	'keeps an async context over timers and promises': `
		const { AsyncLocalStorage } = require('async_hooks'); const store = new AsyncLocalStorage();
		store.run(7, () => { setTimeout(() => console.log('timer', store.getStore()), 1); Promise.resolve().then(() => console.log('then', store.getStore())) })`,
	'keeps an async context over await, its failures and for await in CommonJS': `
		const { AsyncLocalStorage } = require('async_hooks'); const store = new AsyncLocalStorage(); const pause = () => new Promise((done) => setTimeout(done, 1));
		const log = (...words) => console.log(store.getStore(), ...words);
		async function* numbers() { await pause(); yield 1; await pause(); yield 2; }
		async function work(name) {
			log(name); await pause(); log('after await');
			try { await pause(); await Promise.reject(new Error('no')) } catch (error) { log('catch', error.message) } finally { log('finally') }
			outer: for await (const n of numbers()) { log('turn', n); await null; if (n === 1) continue outer }
			log('after loop'); for await (const n of [pause(), 3]) log(n)
			log(await (await Promise.resolve(async () => await name))()); return [await name]
		}
		store.run('a', () => work('A').then((v) => log(v))); store.run('b', () => work('B')); work('none');
		store.run(7, async () => { try { JSON.parse('{') } catch { log('sync') } await new Promise((done) => setTimeout(done, 60)); log(new Error('x').stack.split('\\n')[1].replace(/^.*:(\\d+):\\d+\\)?$/, '$1')) })`,
	'keeps an async context over await in an ES module': `/* module */
		import { AsyncLocalStorage } from 'async_hooks'; const store = new AsyncLocalStorage();
		const pause = () => new Promise((done) => setTimeout(done, 1)); const log = (...words) => console.log(store.getStore(), ...words);
		async function work() { await pause(); log(1); try { await Promise.reject(new Error('no')) } catch { log(2) } for await (const n of [pause(), 3]) log(n); log(4) }
		await Promise.all([store.run('a', work), store.run('b', work), work()]); log('end')`,
	'serializes as V8 does, byte by byte': `
		const v8 = require('v8'); const list = [1, 'é€', { a: [1, 2.5], 7: -0 }, [, 1], new Map([[1, { x: null }]]), new Set(['q']), new Date(5), /a/giv,
			-(2n ** 70n), 0n, 2 ** 31, Object('s'), Object(1), Object(false), new Uint16Array([1, 2]), Buffer.from('hi'), new ArrayBuffer(3), undefined, NaN,
			new DataView(new ArrayBuffer(4), 1), Object.assign([1], { z: 1 }), new (class Foo { a = 1 })(), Object.create(null), 'x'.repeat(300)];
		const same = { list }; same.self = same; list.push(same);
		const bytes = v8.serialize(same); console.log(bytes.toString('hex')); console.log(v8.deserialize(bytes));
		const error = v8.deserialize(v8.serialize(Object.assign(new TypeError('m', { cause: same }), { extra: 1 }))); console.log(error.name, error.message, error.cause.self === error.cause, 'extra' in error);
		for (const bad of [() => 1, Symbol('q'), Promise.resolve(), new WeakMap(), new Proxy({}, {})]) try { v8.serialize(bad) } catch (e) { console.log(e.name, e.message) }
		for (const bad of [[1], [255, 15, 65], [255, 15, 94, 4], [255, 99, 94]]) try { v8.deserialize(Buffer.from(bad)) } catch (e) { console.log(e.name, e.message) }
		const s = new v8.Serializer(); s.writeHeader(); s.writeValue(new Float64Array([1, 2])); s.writeUint64(1, 2); s.writeDouble(1.5); s.writeUint32(300); s.writeRawBytes(Buffer.from('z'));
		const d = new v8.Deserializer(s.releaseBuffer()); d.readHeader(); console.log(d.readValue(), d.readUint64(), d.readDouble(), d.readUint32(), d.readRawBytes(1), d.getWireFormatVersion());
		console.log(structuredClone(new Map([[1, new Date(1)]])))`,
	'emits through streams': `
		const { Readable, Transform, pipeline } = require('stream');
		pipeline(Readable.from(['a', 'b']), new Transform({ transform(chunk, _, done) { done(null, String(chunk).toUpperCase()) } }), process.stdout, () => {})`,
	'parses URLs and queries': `const u = new URL('http://a.b:81/c?d=e#f'); console.log(u.port, u.searchParams.get('d'), require('url').parse('http://x/y?z').query)`,
	'reads blobs and responses': `(async () => { const b = new Blob(['ab', new Uint8Array([99])], { type: 'text/plain' }); console.log(b.size, await b.text(), await b.slice(1, 2).text(), await new Response('x').text()) })()`,
	'compresses and hashes': `const z = require('zlib'); console.log(z.gunzipSync(z.gzipSync('hello')).toString(), require('crypto').createHash('sha256').update('a').digest('hex')); z.deflate('abc', (e, d) => console.log(z.inflateSync(d).toString()))`,
	'serves and fetches over loopback': `const http = require('http'); const s = http.createServer((q, r) => r.end(q.method + q.url)).listen(0, async () => { const r = await fetch('http://localhost:' + s.address().port + '/x', { method: 'POST', body: 'y' }); console.log(r.status, await r.text()); s.close(); s.closeAllConnections() })`,
	'imports from a function made of text, as seen from its file': `
		const fs = require('fs'); fs.mkdirSync('m/n', { recursive: true }); fs.writeFileSync('m/b.mjs', 'export default "b of m"');
		fs.writeFileSync('m/n/a.cjs', 'exports.load = new Function("x", "return import(x)"); exports.call = Function("return import(\\'../b.mjs\\')")');
		fs.writeFileSync('m/n/c.mjs', 'export const load = new Function("x", "return import(x)")');
		const { load, call } = require('./m/n/a.cjs');
		load('../b.mjs').then((b) => { console.log(b.default); return call() }).then((b) => console.log(b.default)).then(() => import('./m/n/c.mjs')).then(({ load }) => load('../b.mjs')).then((b) => console.log(b.default))
			.then(() => load('node:path')).then((p) => console.log(p.sep)).catch((e) => console.log(e.message)).then(() => fs.rmSync('m', { recursive: true }));
		console.log((() => 1).constructor === Function, load instanceof Function, Function.name, Function.length, new Function('a', 'b', 'return a + b')(1, 2), class extends Function {}.name === '')`,
	'strips types from TypeScript files': `
		const fs = require('fs'); fs.mkdirSync('m'); fs.writeFileSync('m/a.ts', 'interface A { n: number }\\nexport const twice = ({ n }: A): number => n * 2; export type { A }');
		fs.writeFileSync('m/b.mts', 'import { twice, type A } from "./a.ts"; const a: A = { n: 4 }; console.log(twice(a as A), import.meta.filename.slice(-5)); throw new Error("at" satisfies string)');
		fs.writeFileSync('m/c.cts', 'const x: string = "c"; module.exports = x'); fs.writeFileSync('m/e.ts', 'enum E { A }');
		import('./m/b.mts').catch((e) => console.log(e.message, /b\\.mts:1:\\d+/.test(e.stack))).then(() => console.log(require('./m/c.cts'), process.features.typescript))
			.then(() => import('./m/e.ts')).catch((e) => console.log(e.code, e.message)).then(() => { console.log(require('module').stripTypeScriptTypes('let a: number = 1')); fs.rmSync('m', { recursive: true }) })`,
	'listens and connects on a named socket': `
		const net = require('net'); const fs = require('fs'); const http = require('http');
		const server = net.createServer((socket) => socket.on('data', (data) => socket.end('echo ' + data))).listen('./s.sock', () => {
			console.log(server.address(), fs.statSync('s.sock').isSocket(), fs.readdirSync('.', { withFileTypes: true }).find((e) => e.name === 's.sock').isSocket());
			net.createServer().on('error', (e) => console.log(e.code, e.syscall)).listen('./s.sock');
			net.connect('s.sock').on('data', (data) => console.log(String(data))).on('close', () => server.close(() => {
				console.log(fs.existsSync('s.sock')); net.connect('s.sock').on('error', (e) => console.log(e.code, e.address));
				fs.writeFileSync('s.sock', ''); net.connect('s.sock').on('error', (e) => { console.log(e.code); fs.unlinkSync('s.sock');
					const web = http.createServer((q, r) => r.end(q.url)).listen('w.sock', () => http.get({ socketPath: 'w.sock', path: '/x' }, (r) => r.on('data', (d) => console.log(String(d))).on('end', () => web.close())));
				});
			})).write('hi');
		})`,
	'waits for asynchronous keys': `require('crypto').pbkdf2('p', 's', 10, 16, 'sha256', (error, key) => { console.log(key.toString('hex')); require('crypto').randomBytes(4, (e, b) => console.log(b.length)) })`,
	'encrypts and decrypts with AES': `
		const c = require('crypto'); const key = Buffer.alloc(32, 7); const text = 'The quick brown fox jumps over the lazy dog. '.repeat(3);
		for (const name of ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'aes-128-ctr', 'aes-256-ctr', 'aes-256-ecb', 'aes-128-gcm', 'aes-256-gcm', 'aes256']) {
			const size = c.getCipherInfo(name).keyLength; const iv = name.includes('ecb') ? null : Buffer.alloc(name.includes('gcm') ? 12 : 16, 255);
			const e = c.createCipheriv(name, key.subarray(0, size), iv); if (name.includes('gcm')) e.setAAD(Buffer.from('header'));
			const parts = [e.update(text.slice(0, 5), 'utf8'), e.update(text.slice(5), 'utf8'), e.final()]; const sealed = Buffer.concat(parts); console.log(name, parts.map((p) => p.length), sealed.toString('hex'));
			const d = c.createDecipheriv(name, key.subarray(0, size), iv); if (name.includes('gcm')) { console.log(e.getAuthTag().toString('hex')); d.setAAD(Buffer.from('header')); d.setAuthTag(e.getAuthTag()) }
			console.log(d.update(sealed, null, 'utf8') + d.final('utf8') === text, c.getCipherInfo(name));
		}
		const t = (f) => { try { console.log(f()) } catch (e) { console.log(e.name, e.code, e.message) } };
		t(() => c.createCipheriv('aes-256-cbc', Buffer.alloc(3), Buffer.alloc(16))); t(() => c.createCipheriv('aes-256-cbc', key, Buffer.alloc(3))); t(() => c.createCipheriv('foo', key, Buffer.alloc(3)));
		t(() => { const d = c.createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)); d.update(Buffer.alloc(16)); d.final() });
		t(() => { const d = c.createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)); d.update(Buffer.alloc(15)); d.final() });
		t(() => { const d = c.createDecipheriv('aes-256-gcm', key, Buffer.alloc(12)); d.setAuthTag(Buffer.alloc(16)); d.update(Buffer.alloc(15)); d.final() });
		t(() => c.createCipheriv('aes-256-gcm', key, Buffer.alloc(12)).getAuthTag()); t(() => c.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')));
		console.log(c.createCipheriv('aes-256-gcm', key, Buffer.alloc(16, 1)).update('abc', 'utf8', 'hex'), Buffer.from(c.hkdfSync('sha512', 'key', 'salt', 'info', 64)).toString('hex'))`,
	'signs, verifies and exchanges with keys of all kinds': `
		const c = require('crypto'); const data = Buffer.from('message'); const t = (f) => { try { console.log(f()) } catch (e) { console.log(e.name, e.code, e.message) } };
		for (const [type, options] of [['ec', { namedCurve: 'P-256' }], ['ec', { namedCurve: 'secp384r1' }], ['ec', { namedCurve: 'P-521' }], ['ec', { namedCurve: 'secp256k1' }], ['ed25519'], ['rsa', { modulusLength: 1024 }]]) {
			const { publicKey, privateKey } = c.generateKeyPairSync(type, options); console.log(publicKey.type, privateKey.asymmetricKeyType, publicKey.asymmetricKeyDetails, privateKey);
			const digest = type === 'ed25519' ? null : 'sha256'; const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }); const publicPem = publicKey.export({ format: 'pem', type: 'spki' });
			console.log(pem.split('\\n').slice(1, -3).every((l) => l.length === 64), publicPem.split('\\n')[0], Object.keys(privateKey.export({ format: 'jwk' })));
			const signature = c.sign(digest, data, pem); console.log(c.verify(digest, data, publicPem, signature), c.verify(digest, Buffer.from('other'), publicPem, signature));
			const again = c.createPrivateKey({ key: privateKey.export({ format: 'jwk' }), format: 'jwk' }); console.log(again.equals(privateKey), c.createPublicKey(again).equals(publicKey), c.createPublicKey(pem).equals(publicKey));
			const der = c.createPrivateKey({ key: privateKey.export({ format: 'der', type: 'pkcs8' }), format: 'der', type: 'pkcs8' }); console.log(der.equals(privateKey));
			const locked = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }); console.log(c.createPrivateKey({ key: locked, passphrase: 'x' }).equals(privateKey)); t(() => c.createPrivateKey(locked));
			if (digest) { const s = c.createSign('RSA-SHA256').update('mess').update('age').sign(privateKey); console.log(c.createVerify('sha256').update(data).verify(publicKey, s)) }
			if (type === 'ec') console.log(c.sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }).length, c.createPrivateKey(privateKey.export({ format: 'pem', type: 'sec1' })).equals(privateKey));
			if (type === 'rsa') {
				const pss = c.sign('sha256', data, { key: privateKey, padding: c.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }); console.log(c.verify('sha256', data, { key: publicKey, padding: c.constants.RSA_PKCS1_PSS_PADDING }, pss), pss.length);
				console.log(c.privateDecrypt(privateKey, c.publicEncrypt(publicKey, data)).toString(), c.publicDecrypt(publicKey, c.privateEncrypt(privateKey, data)).toString()); t(() => c.privateDecrypt(privateKey, Buffer.alloc(128)));
				console.log(c.privateDecrypt({ key: privateKey, padding: 1 }, c.publicEncrypt({ key: publicKey, padding: 1 }, data)).toString(), c.createPublicKey(publicKey.export({ format: 'pem', type: 'pkcs1' })).equals(publicKey));
			}
		}
		t(() => c.createPublicKey('nope')); t(() => c.createPrivateKey('-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----')); t(() => c.createSign('nope')); t(() => c.generateKeyPairSync('ec', { namedCurve: 'P-999' })); t(() => c.createPrivateKey({ key: { kty: 'EC' }, format: 'jwk' }));
		console.log(c.createSecretKey('abc', 'utf8').export({ format: 'jwk' }), c.createSecretKey(Buffer.from('k')).symmetricKeySize, c.createHmac('sha256', c.createSecretKey(Buffer.from('k'))).update('a').digest('hex'));
		const a = c.createECDH('prime256v1'); const b = c.createECDH('prime256v1'); a.generateKeys(); b.generateKeys(); console.log(a.computeSecret(b.getPublicKey()).equals(b.computeSecret(a.getPublicKey(null, 'compressed'))));
		const x = c.generateKeyPairSync('x25519'); const y = c.generateKeyPairSync('x25519'); console.log(c.diffieHellman({ privateKey: x.privateKey, publicKey: y.publicKey }).equals(c.diffieHellman({ privateKey: y.privateKey, publicKey: x.publicKey })));
		c.generateKeyPair('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs1', format: 'pem' } }, (e, pub, priv) => console.log(e, pub.length, priv.split('\\n')[0], c.verify('sha512', data, pub, c.sign('sha512', data, priv))))`,
	'does web cryptography': `/* module */
		import c from 'node:crypto'; const { subtle } = globalThis.crypto; const data = new TextEncoder().encode('message'); const hex = (b) => Buffer.from(b).toString('hex');
		console.log(c.webcrypto === globalThis.crypto, hex(await subtle.digest('SHA-256', data)), globalThis.crypto.randomUUID().length, c.randomUUID().length, c.randomInt(5) < 5, globalThis.crypto.getRandomValues(new Uint8Array(3)).length);
		for (const algorithm of [{ name: 'ECDSA', namedCurve: 'P-256' }, { name: 'Ed25519' }, { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, { name: 'RSA-PSS', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, { name: 'HMAC', hash: 'SHA-256' }]) {
			const made = await subtle.generateKey(algorithm, true, ['sign', 'verify']); const [priv, pub] = made.privateKey ? [made.privateKey, made.publicKey] : [made, made]; console.log(priv);
			const how = { name: algorithm.name, hash: 'SHA-256', saltLength: 20 }; const s = await subtle.sign(how, priv, data); console.log(await subtle.verify(how, pub, s, data), await subtle.verify(how, pub, s, new Uint8Array(1)));
			const jwk = await subtle.exportKey('jwk', priv); console.log(Object.keys(jwk).sort().join()); console.log((await subtle.importKey('jwk', jwk, algorithm, false, ['sign'])).extractable, c.KeyObject.from(pub).type);
		}
		const aes = await subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', true, ['encrypt', 'decrypt']); const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: data }, aes, data);
		console.log(hex(sealed), hex(await subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: data }, aes, sealed))); await subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, aes, sealed).catch((e) => console.log(e.name, e.message));
		const base = await subtle.importKey('raw', data, 'PBKDF2', false, ['deriveBits']); console.log(hex(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: data, iterations: 1000 }, base, 256)));
		const [p, q] = [await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']), await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])];
		console.log(hex(await subtle.deriveBits({ name: 'ECDH', public: q.publicKey }, p.privateKey, 256)) === hex(await subtle.deriveBits({ name: 'ECDH', public: p.publicKey }, q.privateKey, 256)));
		const oaep = await subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['encrypt', 'decrypt']); console.log(hex(await subtle.decrypt('RSA-OAEP', oaep.privateKey, await subtle.encrypt('RSA-OAEP', oaep.publicKey, data))))`,
	'broadcasts to its threads': `
		const { Worker } = require('worker_threads'); const channel = new BroadcastChannel('news'); const other = new BroadcastChannel('other');
		channel.onmessage = ({ data }) => { console.log(data); other.close(); if (data === 'heard hello') channel.close(); else channel.postMessage('hello') };
		new Worker("const c = new BroadcastChannel('news'); c.onmessage = ({ data }) => { c.postMessage('heard ' + data); c.close() }; c.postMessage('up')", { eval: true })`,
	'compresses with Brotli byte by byte, and streams it': `
		const z = require('zlib'); const text = 'The quick brown fox jumps over the lazy dog. '.repeat(500) + Math.PI;
		for (const quality of [4, 11]) { const sealed = z.brotliCompressSync(text, { params: { [z.constants.BROTLI_PARAM_QUALITY]: quality } }); console.log(sealed.toString('hex'), z.brotliDecompressSync(sealed).toString() === text) }
		console.log(z.brotliDecompressSync(z.brotliCompressSync('')).length, z.brotliDecompressSync(z.brotliCompressSync(Buffer.alloc(300000, 7))).length);
		for (const bad of [z.brotliCompressSync(text).subarray(0, 20), Buffer.alloc(0)]) try { z.brotliDecompressSync(bad) } catch (e) { console.log(e.name, e.code, e.errno, e.message) }
		z.brotliCompress(text, (e, sealed) => z.brotliDecompress(sealed, (e, plain) => {
			console.log(plain.toString() === text); const c = z.createBrotliCompress(); const d = z.createBrotliDecompress(); let out = ''; c.pipe(d).on('data', (p) => (out += p)).on('end', () => console.log(out.length, out.slice(-5)));
			c.write('a'.repeat(70000)); c.flush(() => { c.write('middle'); c.end('end') }) }))`,
	'fetches what a server compressed with Brotli': `const z = require('zlib'); const s = require('http').createServer((q, r) => { r.setHeader('content-encoding', 'br'); const c = z.createBrotliCompress(); c.pipe(r); c.end('x'.repeat(1000)) }).listen(0, async () => { const r = await fetch('http://localhost:' + s.address().port); console.log((await r.text()).length); s.close(); s.closeAllConnections() })`,
	'runs scripts in contexts of their own': `
		const vm=require('vm'); const t=(f)=>{try{console.log(f())}catch(e){console.log(e.name,e.message)}};
		const ctx=vm.createContext({a:1,console}); t(()=>vm.isContext(ctx)); t(()=>vm.isContext({}));
		t(()=>vm.runInContext('var b=a+1; function f(){return b} c=5; this.d=6; globalThis.e=7; f()',ctx)); t(()=>Object.keys(ctx));
		t(()=>vm.runInContext('typeof process+typeof require+typeof Array+typeof setTimeout+typeof Buffer+typeof URL',ctx));
		t(()=>vm.runInContext('nope',ctx)); t(()=>vm.runInContext('typeof nope',ctx));
		t(()=>{vm.runInContext('const k=1; let l=2; class M{}; l++',ctx); return vm.runInContext('[k,l,typeof M]',ctx)+''}); t(()=>'k' in ctx);
		t(()=>vm.runInContext('this.constructor.name + (globalThis===this) + Object.prototype.toString.call(this)',ctx)); 
		t(()=>vm.runInNewContext('x*2',{x:21})); t(()=>vm.runInContext('f.toString()',ctx));
		t(()=>new vm.Script('a+b',{filename:'q.js'}).runInContext(ctx)); t(()=>vm.runInContext('throw new TypeError("x")',ctx));
		t(()=>vm.compileFunction('return a+p',['p'],{parsingContext:ctx})(1)); t(()=>vm.runInThisContext('typeof process'));
		t(()=>vm.runInContext('"use strict"; var s1=3; s1',ctx)); t(()=>ctx.s1); t(()=>vm.runInContext('for (var i=0;i<3;i++); i',ctx)); t(()=>ctx.i);
		t(()=>vm.runInContext('1;var z=2',ctx)); t(()=>{vm.runInContext('delete this.a; delete b',ctx);return [ctx.a,ctx.b]});
		t(()=>vm.runInContext('Object.keys({q:1})[0]',ctx)); t(()=>vm.runInContext('globalThis.Math.max(1,2)',ctx));t(()=>vm.runInContext('undef1 = 4; undef1++; undef1',ctx));t(()=>ctx.undef1);
		ctx.late=9; t(()=>vm.runInContext('late',ctx));`,
	'names the expression of a failed assertion': `const assert = require('assert'); try { assert(1 === 2) } catch (e) { console.log(e.message) }
		const t = (f) => { try { f() } catch (e) { console.log(e.name, e.code, e.message) } };
		t(() => assert(1 === 2)); t(() => assert.ok(null));
		t(() => assert(false, 'own')); t(() => assert.ok()); t(() => assert.equal(1, 2)); t(() => assert.deepStrictEqual({ a: 1 }, { a: 2 }));`,
	'names the expression of a failed assertion beside awaits': `
		const assert = require('assert'); (async () => { await null;
			try { assert.ok(await null) } catch (e) { console.log(e.message) } })()`,
	'names the expression of a failed assertion in a module': `/* module */ import assert, { ok } from 'assert'; const t = (f) => { try { f() } catch (e) { console.log(e.message) } };
		t(() => assert.ok(0 > 1));
		t(() => ok(''))`,
	'serves over unix sockets': `
		const net = require('net'); const http = require('http'); const fs = require('fs'); const path = require('path').join(process.cwd(), 'x y.sock');
		const s = net.createServer((c) => { console.log(s.address() === path); c.on('data', (d) => c.end(String(d).toUpperCase())) }).listen(path, () => {
			console.log(fs.existsSync(path)); net.createServer().on('error', (e) => console.log(e.code, e.syscall)).listen(path);
			net.connect('x y.sock').on('data', (d) => console.log(String(d))).on('end', () => s.close(() => {
				console.log(fs.existsSync(path)); net.connect(path).on('error', (e) => { console.log(e.code, e.syscall);
					const w = http.createServer((q, r) => r.end(q.url)).listen('w.sock', () => http.get({ socketPath: 'w.sock', path: '/p' }, (r) => { r.on('data', (d) => console.log(r.statusCode, String(d))); r.on('end', () => w.close()) })) }) })).write('hello') })`,
	'talks to a child over a unix socket': `
		const net = require('net'); const path = process.cwd() + '/child.sock'; const s = net.createServer((c) => c.on('data', (d) => { console.log(String(d)); s.close(); c.end() })).listen(path, () =>
			require('child_process').spawn(process.execPath, ['-e', 'require("net").connect(process.argv[1]).write("from the child")', path], { stdio: 'ignore' }).on('exit', (code) => console.log(code)))`,
	'refuses a unix socket that nobody serves': `require('fs').writeFileSync('dead.sock', ''); require('net').connect('dead.sock').on('error', (e) => console.log(e.code)); require('net').createServer().listen('no/such/x.sock').on('error', (e) => console.log(e.code))`,
	'tells of an https host that cannot be reached by an event': `require('https').get('https://no-such-host.invalid/').on('error', (e) => console.log(e.code)); fetch('https://no-such-host.invalid/').catch((e) => console.log(e.message))`,
	'keeps histograms': `
		const { createHistogram, monitorEventLoopDelay, performance } = require('perf_hooks'); const h = createHistogram(); console.log(h.min, h.max, h.mean, h.count, h.stddev, h.percentile(50), h.percentiles);
		for (const v of [1, 5, 10, 10, 100, 2500, 123456, 99999999]) h.record(v); console.log(h.min, h.max, h.mean, h.stddev, h.exceeds, h.count, [0, 1, 25, 50, 75, 90, 99, 100].map((p) => p && h.percentile(p)), h.percentiles, h.percentilesBigInt.size, h.minBigInt);
		const g = createHistogram({ lowest: 1, highest: 1000, figures: 2 }); for (let i = 1; i < 1500; i += 7) g.record(i); console.log(g.count, g.exceeds, g.min, g.max, g.mean, g.stddev, g.percentile(50), g.percentile(99), [...g.percentiles]); h.add(g); console.log(h.count, h.max); h.reset(); console.log(h.count, h.max); try{h.record(0)}catch(e){console.log(e.code)}
		const timed = performance.timerify(() => {}, { histogram: h }); timed(); console.log(h.count);
		const d = monitorEventLoopDelay({ resolution: 5 }); d.enable(); setTimeout(() => { d.disable(); console.log(d.mean > 4e6, d.count > 0) }, 60)`,
	'encodes buffers': `for (const e of ['hex', 'base64', 'base64url', 'latin1', 'utf16le']) console.log(e, Buffer.from('héllo').toString(e))`,
	'ends with 13 on a top-level await that never settles': `/* module */ await new Promise(() => {})`,
	'writes to the streams of the process from a thread': `const { Worker, isMainThread } = require('worker_threads'); if (isMainThread) new Worker(__filename).on('exit', (code) => console.log('exit', code)); else require('fs').writeSync(1, 'thread\\n')`,
	'receives messages without the event loop': `
		const { MessageChannel, receiveMessageOnPort, Worker, isMainThread, workerData } = require('worker_threads');
		if (isMainThread) {
			const { port1, port2 } = new MessageChannel(); port1.postMessage({ a: [1, undefined, -0, 2n, new Map([['k', new Date(5)]])] }); port1.postMessage(null);
			console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2)); port1.close();
			try { receiveMessageOnPort({}) } catch (error) { console.log(error.code, error.message) }
			const shared = new Int32Array(new SharedArrayBuffer(4)); const { port1: mine, port2: its } = new MessageChannel();
			const worker = new Worker(__filename, { workerData: { shared, its }, transferList: [its] }); worker.unref();
			for (let id = 0; id < 3; id++) {
				worker.postMessage({ id, text: 'x'.repeat(id) });
				Atomics.wait(shared, 0, id, 10000); const { message } = receiveMessageOnPort(mine);
				console.log(message, message.error instanceof TypeError, receiveMessageOnPort(mine));
			}
			mine.on('message', (message) => { console.log('event', message); mine.close(); }); worker.postMessage({ id: 3, text: 'end' });
		} else require('worker_threads').parentPort.on('message', ({ id, text }) => {
			workerData.its.postMessage(id === 1 ? { id, error: new TypeError('bad', { cause: text }).cause } : { id, text, bytes: new Uint8Array([id]) });
			Atomics.add(workerData.shared, 0, 1); Atomics.notify(workerData.shared, 0);
		});`,
	...WASI_PROGRAMS
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

test.each([
	['node:sqlite', `new (require('node:sqlite').DatabaseSync)(':memory:')`],
	['TLS', `require('https').createServer({ key: 'k', cert: 'c' })`]
])('%s is missing, and says so', async (feature, program) => {
	const { output, exitCode } = await tab.spawn('node', ['-e', program]);
	expect(exitCode).toBe(1);
	expect(output).toContain(`The feature ${feature} is unavailable on the current platform`);
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
	test('signs and checks tokens with jsonwebtoken and jose', async () => {
		const manifest = { name: 'demo', private: true, dependencies: { jsonwebtoken: '9.0.2', jose: '6.1.0' } };
		const program = `
			const jwt = require('jsonwebtoken'); const c = require('crypto');
			(async () => {
				const pairs = { RS256: c.generateKeyPairSync('rsa', { modulusLength: 2048 }), ES256: c.generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
				for (const alg of ['HS256', 'RS256', 'ES256']) {
					const token = jwt.sign({ by: alg }, pairs[alg]?.privateKey ?? 'secret', { algorithm: alg, noTimestamp: true });
					console.log(jwt.verify(token, pairs[alg]?.publicKey ?? 'secret').by);
					try { jwt.verify(token.slice(0, -4) + 'abcd', pairs[alg]?.publicKey ?? 'secret') } catch (error) { console.log(error.message) }
				}
				const { SignJWT, jwtVerify, generateKeyPair } = await import('jose');
				for (const alg of ['RS256', 'ES256', 'EdDSA']) {
					const { privateKey, publicKey } = await generateKeyPair(alg);
					const token = await new SignJWT({ by: alg }).setProtectedHeader({ alg }).sign(privateKey);
					console.log((await jwtVerify(token, publicKey)).payload.by);
				}
			})();`;
		await tab.mount({
			'package.json': { file: { contents: JSON.stringify(manifest) } },
			'tokens.cjs': { file: { contents: program } }
		});
		expect((await tab.spawn('npm', ['install'])).exitCode).toBe(0);
		const { output } = await tab.spawn('node', ['tokens.cjs']);
		const refused = 'invalid signature';
		expect(output.trim().split(/\s*\n/)).toEqual([
			'HS256',
			refused,
			'RS256',
			refused,
			'ES256',
			refused,
			'RS256',
			'ES256',
			'EdDSA'
		]);
	});
	test('names a package that does not exist', async () => {
		const { exitCode, output } = await tab.spawn('npm', ['install', 'no-such-package-tabsmith-x']);
		expect(exitCode).toBe(1);
		expect(output).toContain('E404');
	});
});
