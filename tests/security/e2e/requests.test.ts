import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuzz, sendRaw, statusOf } from '../support/raw-requests';

/** The servers as people start them, in processes of their own: one that ends is seen to have ended. */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const NAME = 'tabsmith.localhost';
const REQUESTS = 600;
const AT_ONCE = 20;
/** Long enough for an answer to begin; most of these connections are never ended by the other side. */
const PATIENCE_MS = 250;

interface Started {
	child: ChildProcess;
	port: number;
}

/** @returns once the address was printed */
async function start(args: string[], env: Record<string, string> = {}): Promise<Started> {
	const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env, VITEST: '', NO_COLOR: '1' } });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
	const port = () => Number(/https?:\/\/[\w.]+:(\d+)/.exec(said)?.[1] ?? 0);
	await expect.poll(() => port() || child.exitCode, { timeout: 120_000, message: said }).not.toBeNull();
	if (!port()) throw new Error(`The server did not start: ${said}`);
	return { child, port: port() };
}

const get = (port: number, host: string, path: string) =>
	sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`, {
		patienceMs: 60_000
	});

async function expectAlive({ child, port }: Started): Promise<void> {
	expect([child.exitCode, child.signalCode]).toEqual([null, null]);
	expect(statusOf(await get(port, NAME, '/'))).toBe(200);
	expect(statusOf(await get(port, `engine.${NAME}`, '/headless'))).toBe(200);
	expect(statusOf(await get(port, `p3000.${NAME}`, '/any'))).toBe(200);
}

describe.each([
	['production', () => start(['scripts/start.mjs'], { PORT: '0' })],
	['dev', () => start(['node_modules/vite/bin/vite.js', 'dev', '--port', '5391', '--strictPort'])]
])('the server (%s)', (_, startServer) => {
	let server: Started;

	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(async () => {
		const ended = new Promise((done) => server.child.once('exit', done));
		server.child.kill();
		await ended;
	});

	test('survives an address that cannot be decoded, on each of its names', async () => {
		for (const host of [NAME, `engine.${NAME}`, `p3000.${NAME}`])
			for (const path of ['/%', '/%zz', '/a/%e0%a4', '/registry/%', '/%00'])
				expect([path, statusOf(await get(server.port, host, path))]).toEqual([path, 400]);
		await expectAlive(server);
	});
	test('survives whatever comes on a connection, and clients that leave', async () => {
		const random = fuzz(7);
		const hosts = [NAME, `engine.${NAME}`, `p3000.${NAME}`, 'localhost', 'elsewhere.test'];
		let left = REQUESTS;
		const failed: string[] = [];
		const one = async (): Promise<void> => {
			if (left-- <= 0) return;
			const bytes = random.request(`${hosts[random.below(hosts.length)] ?? NAME}:${server.port}`);
			const leaving = random.below(3) === 0 ? { leaveAfterMs: random.below(20) } : {};
			const answer = await sendRaw(server.port, bytes, { patienceMs: PATIENCE_MS, ...leaving });
			if (statusOf(answer) >= 500 && statusOf(answer) !== 501 && statusOf(answer) !== 502)
				failed.push(`${bytes.toString('latin1').slice(0, 300)}\n-> ${answer.slice(0, 300)}`);
			return one();
		};
		await Promise.all(Array.from({ length: AT_ONCE }, one));
		await expectAlive(server);
		expect(failed).toEqual([]);
	});
	test('takes as many cookies as a browser keeps for a name', async () => {
		const cookies = Array.from({ length: 180 }, (_, index) => `c${index}=${'x'.repeat(4090)}`).join('; ');
		for (const host of [NAME, `engine.${NAME}`]) {
			const path = host === NAME ? '/' : '/headless';
			const head = `GET ${path} HTTP/1.1\r\nHost: ${host}:${server.port}\r\nConnection: close\r\nCookie: ${cookies}\r\n\r\n`;
			const answer = await sendRaw(server.port, head, { patienceMs: 60_000 });
			expect([host, statusOf(answer)]).toEqual([host, 200]);
			expect(answer).toContain('Clear-Site-Data: "cookies"');
		}
	});
});
