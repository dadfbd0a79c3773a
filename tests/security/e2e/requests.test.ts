import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuzz, sendRaw, statusOf } from '../support/raw-requests';
import { startServer, type StartedServer } from '../support/started-server';

const NAME = 'tabsmith.localhost';
const REQUESTS = 600;
const AT_ONCE = 20;
/** Long enough for an answer to begin; most of these connections are never ended by the other side. */
const PATIENCE_MS = 250;

const get = (port: number, host: string, path: string) =>
	sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`, {
		patienceMs: 60_000
	});

async function expectAlive({ port, isAlive }: StartedServer): Promise<void> {
	expect(isAlive()).toBe(true);
	expect(statusOf(await get(port, NAME, '/'))).toBe(200);
	expect(statusOf(await get(port, `engine.${NAME}`, '/headless'))).toBe(200);
	expect(statusOf(await get(port, `p3000.${NAME}`, '/any'))).toBe(200);
}

describe.each([
	['production', () => startServer(['scripts/start.mjs'], { PORT: '0' })],
	['dev', () => startServer(['node_modules/vite/bin/vite.js', 'dev', '--port', '5391', '--strictPort'])]
])('the server (%s)', (_, start) => {
	let server: StartedServer;

	beforeAll(async () => {
		server = await start();
	});
	afterAll(() => server?.stop());

	test('survives an address that cannot be decoded, on each of its names', async () => {
		for (const host of [NAME, `engine.${NAME}`, `p3000.${NAME}`])
			for (const path of ['/%', '/%zz', '/a/%e0%a4', '/registry/%', '/%00'])
				expect([path, statusOf(await get(server.port, host, path))]).toEqual([path, 400]);
		await expectAlive(server);
	});
	test('survives whatever comes on a connection, and clients that leave', async () => {
		const random = fuzz(7);
		const hosts = [NAME, `engine.${NAME}`, `p3000.${NAME}`, 'localhost', 'elsewhere.test'];
		const hostOf = () => `${hosts[random.below(hosts.length)] ?? NAME}:${server.port}`;
		const requests = Array.from({ length: REQUESTS }, () => ({
			bytes: random.request(hostOf()),
			leaving: random.below(3) === 0 ? { leaveAfterMs: random.below(20) } : {}
		}));
		const failed: string[] = [];
		const worker = async (): Promise<void> => {
			const next = requests.pop();
			if (!next) return;
			const answer = await sendRaw(server.port, next.bytes, { patienceMs: PATIENCE_MS, ...next.leaving });
			// The registry may be out of reach here (502), and not every method is known (501).
			if (![0, 501, 502].includes(statusOf(answer)) && statusOf(answer) >= 500)
				failed.push(`${next.bytes.toString('latin1').slice(0, 300)}\n-> ${answer.slice(0, 300)}`);
			return worker();
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
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
