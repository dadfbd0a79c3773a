import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { blocks } from '../../src/lib/blocks/registry';
import { frameNamed } from '../../src/lib/frames';
import { galleryOf } from '../support/gallery';

/** The blocks whose records a site shares, over its server: types, the rules of each collection, and the built site as it starts. */

const names = [...blocks.values()].filter(({ frames }) => frames.includes('site')).map(({ name }) => name);
// The site's packages are those of management apps.
const app = join(installFrame('fullstack'), 'site');
const data = mkdtempSync(join(tmpdir(), 'tabsmith-site-'));
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));

/** Runs a script of the app on Node; resolves with its exit code and, where that is not 0, all that it printed. */
const npm = (...script: string[]): Promise<{ code: number; output: string }> =>
	new Promise((done) =>
		execFile('npm', ['run', '--silent', ...script], { cwd: app, env: { ...process.env, VITEST: '' } }, (error, stdout, stderr) =>
			done({ code: error ? 1 : 0, output: error ? stdout + stderr : '' })
		)
	);

describe.concurrent('a site with blocks that share records', () => {
	beforeAll(() => {
		const { files, lay } = frameNamed('site');
		const blueprint = { ...galleryOf(names), frame: 'site' };
		rmSync(app, { recursive: true, force: true });
		for (const [path, text] of [...files(blueprint), ...lay(blueprint)]) {
			mkdirSync(dirname(join(app, path)), { recursive: true });
			writeFileSync(join(app, path), text);
		}
	});

	it('passes its type-check', async () => {
		expect(await npm('typecheck')).toEqual({ code: 0, output: '' });
	});

	it('keeps the rules of each collection, and its pages pass their checks', async () => {
		expect(await npm('test', '--', 'src/server', 'src/pages/hero.test.tsx', 'src/pages/cart.test.tsx')).toEqual({
			code: 0,
			output: ''
		});
	});

	it('builds and starts: pages, 404 for what is not there, an owner who registers, records that stay', async () => {
		expect(await npm('build')).toEqual({ code: 0, output: '' });
		const port = await freePort();
		const start = () =>
			spawn(process.execPath, ['dist/server/main.js'], {
				cwd: app,
				env: { ...process.env, VITEST: '', PORT: String(port), DATA_DIR: join(data, 'pg'), SEED: 'none' },
				stdio: 'ignore'
			});
		const at = (path: string, init: RequestInit = {}) =>
			fetch(`http://localhost:${port}${path}`, { ...init, headers: { accept: 'text/html', ...init.headers } });
		let site = start();
		try {
			const listening = () => vi.waitFor(async () => expect((await at('/api/health')).status).toBe(200), { timeout: 60_000 });
			await listening();
			expect((await at('/')).headers.get('content-security-policy')).toContain("default-src 'self'");
			expect((await at('/no-such-page')).status).toBe(404);
			expect((await at('/sign-in')).status).toBe(200);
			const owner = await at('/api/session/register', {
				method: 'POST',
				body: JSON.stringify({ name: 'Ada', email: 'ada@example.com', password: 'a long password' }),
				headers: { 'content-type': 'application/json' }
			});
			expect(await owner.json()).toMatchObject({ kind: 'owner' });
			site.kill();
			await new Promise((done) => site.once('exit', done));
			site = start();
			await listening();
			expect(await (await at('/api/session')).json()).toMatchObject({ isNew: false });
		} finally {
			site.kill();
		}
	});
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const { port } = server.address() as { port: number };
	await new Promise((done) => server.close(done));
	return port;
}
