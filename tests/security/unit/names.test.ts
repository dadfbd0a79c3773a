import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inlineScriptHashes } from '../../../scripts/content-policy.mjs';
import { hostSettings } from '../../../scripts/host-settings.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { sendRaw, statusOf } from '../support/raw-requests';

/** A build that holds what decides: a page and a script of each site, a page of Kit's with a policy, and what nobody may read. */
const build = mkdtempSync(join(tmpdir(), 'build-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	const files = {
		'engine/headless.html': '<!doctype html>engine',
		'engine/kernel.js': 'kernel',
		'engine-secret.js': 'secret',
		'preview/__wc/bootstrap.html': '<!doctype html>waiting',
		'preview/__wc.sw.js': 'worker',
		'ide/handler.js': `export function handler(request, response) {
			if (request.url === '/worker.js') return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('ide');
			response.setHeader('Content-Security-Policy', "script-src 'self' 'sha256-x'; frame-src https:");
			response.end('ide, asked for ' + (request.headers['if-none-match'] ?? 'anything'));
		}`,
		'ide/package.json': '{"type":"module"}'
	};
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(build, path, '..'), { recursive: true });
		writeFileSync(join(build, path), text);
	}
	server = await serve({ build, names: ['ide.test', 'other.test'], connect: ['https://model.test'] });
});
afterAll(async () => {
	await server.close();
	rmSync(build, { recursive: true, force: true });
});

const ask = async (host: string, path = '/', headers: Record<string, string> = {}) => {
	const lines = Object.entries({ Host: host, ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
	const answer = await sendRaw(server.port, `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
	const [head = '', body = ''] = answer.split('\r\n\r\n');
	const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim();
	return { status: statusOf(answer), body, header };
};

describe('a name that the server was not given', () => {
	test.each([
		'elsewhere.test',
		'ide.test.elsewhere.test',
		'xide.test',
		'a.ide.test',
		'engine.elsewhere.test',
		'p3000.elsewhere.test'
	])('is refused: %s', async (host) => {
		for (const path of ['/', '/registry/a', '/kernel.js', '/worker.js']) expect((await ask(host, path)).status).toBe(421);
	});
	test.each(['', 'a b', 'ide.test:99999999', '[::2]', 'engine.p1.ide.test', 'p3000-.ide.test', 'p.ide.test', 'ide.test.'])(
		'is refused, however it is written: %s',
		async (host) => {
			expect([400, 421]).toContain((await ask(host)).status);
		}
	);
});
test("names that are the server's own are answered, also those of this machine", async () => {
	for (const host of ['ide.test', 'IDE.test:80', 'other.test', 'localhost', '127.0.0.1:4173', '[::1]:4173'])
		expect((await ask(host)).body).toContain('ide');
	expect((await ask('engine.other.test:80', '/headless')).body).toContain('engine');
	for (const host of ['p3000.ide.test', 'p3000-1.ide.test', 'p3000-a1b2-2.ide.test:80'])
		expect((await ask(host, '/any/page')).body).toContain('waiting');
});

describe('a page', () => {
	test('of the IDE frames its own engine and previews, asks whom the host allows, and is framed by nobody', async () => {
		const { header, body } = await ask('ide.test:80', '/', { Accept: 'text/html', 'If-None-Match': '"old"' });
		expect(header('content-security-policy')).toBe(
			"script-src 'self' 'sha256-x'; connect-src 'self' https://model.test; frame-src *.ide.test:80 https://stackblitz.com https://*.webcontainer.io https://*.webcontainer-api.io; frame-ancestors 'none'"
		);
		expect([header('x-content-type-options'), header('referrer-policy')]).toEqual(['nosniff', 'strict-origin']);
		expect(body).toBe('ide, asked for anything');
	});
	test('and its worker runs no text as code, and keeps to that after the settings have changed', async () => {
		const { header } = await ask('ide.test', '/worker.js', { 'Sec-Fetch-Dest': 'worker' });
		expect(header('content-security-policy')).toMatch(/script-src 'self';.*connect-src 'self' https:\/\/model\.test;/);
		expect(header('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
		expect(header('cache-control')).toBe('no-cache');
	});
	test('of the engine is framed by its own IDE only, one of a preview by its own host', async () => {
		const engine = (await ask('engine.ide.test:80', '/headless')).header('content-security-policy');
		expect(engine).toMatch(/frame-ancestors ide\.test:80$/);
		const preview = (await ask('p1.ide.test:80', '/')).header('content-security-policy');
		expect(preview).toBe('frame-ancestors ide.test:80 *.ide.test:80');
		for (const [host, path] of [['engine.ide.test', '/kernel.js'] as const, ['p1.ide.test', '/__wc.sw.js'] as const])
			expect((await ask(host, path)).header('x-content-type-options')).toBe('nosniff');
	});
	test("of the engine's host is a file of the engine", async () => {
		for (const path of [
			'/../engine-secret.js',
			'/..%2fengine-secret.js',
			'/%2e%2e/engine-secret.js',
			'-secret.js',
			'/..\\engine-secret.js',
			'/'
		])
			expect([400, 404]).toContain((await ask('engine.ide.test', path)).status);
	});
});

test('what the environment sets is read, and what makes no sense is said', () => {
	expect(hostSettings({})).toEqual({
		port: 4173,
		bind: '127.0.0.1',
		names: ['tabsmith.localhost'],
		connect: undefined,
		modelReach: 'all'
	});
	const env = {
		PORT: '80',
		HOST: '0.0.0.0',
		TABSMITH_NAME: 'IDE.example.org, ide.lan',
		TABSMITH_CONNECT: 'https://api.test http://10.0.0.2:11434'
	};
	expect(hostSettings(env)).toEqual({
		port: 80,
		bind: '0.0.0.0',
		names: ['ide.example.org', 'ide.lan'],
		connect: ['https://api.test', 'http://10.0.0.2:11434'],
		modelReach: 'off'
	});
	expect(() => hostSettings({ TABSMITH_NAME: 'http://ide.test' })).toThrow("TABSMITH_NAME has 'http://ide.test'");
	expect(() => hostSettings({ TABSMITH_CONNECT: "https://a.test; script-src 'unsafe-inline'" })).toThrow('TABSMITH_CONNECT has');
});

test("the scripts in a page's own text are known by their hash, however its lines end", () => {
	const page = '<script src="a.js"></script><script>\n\t1;\n</script>';
	expect(inlineScriptHashes(page)).toEqual(["'sha256-YiEXiSTSe4mxlvbk2trGsmheDgeHkWW+AXU17Zfrfeg='"]);
	expect(inlineScriptHashes(page.replaceAll('\n', '\r\n'))).toEqual(inlineScriptHashes(page));
});
