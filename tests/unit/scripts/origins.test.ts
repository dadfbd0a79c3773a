import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createOrigins } from '../../../scripts/origins.mjs';
import { siteOf } from '../../../scripts/sites.mjs';
import { sendRaw } from '../../security/support/raw-requests';

describe('the origin that a Host header names', () => {
	const ide = { site: 'ide', name: 'tabsmith.localhost', port: '4173', isLocal: false };
	test('the plain name is the IDE', () => {
		expect(siteOf('tabsmith.localhost:4173')).toEqual(ide);
	});
	test('engine. is the engine of that name', () => {
		expect(siteOf('engine.tabsmith.localhost:4173')).toEqual({ ...ide, site: 'engine' });
	});
	test('pPORT. is a preview, whatever the port and what tells it from others', () => {
		for (const host of ['p3000.ide.example.org', 'p3000-2.ide.example.org', 'p3000-1a2b3c-2.ide.example.org'])
			expect(siteOf(host, ['ide.example.org'])).toEqual({ site: 'preview', name: 'ide.example.org', port: '', isLocal: false });
	});
	test('names of this machine are the IDE of the first name', () => {
		for (const host of ['localhost:4173', '127.0.0.1:4173', '[::1]:4173'])
			expect(siteOf(host)).toEqual({ ...ide, isLocal: true });
	});
	test('a host that merely begins with p, another name, and none are nobody', () => {
		for (const host of ['play.tabsmith.localhost', 'elsewhere.test', undefined]) expect(siteOf(host)).toBeNull();
	});
});

test('a page asked for on plain localhost is led to the name that its engine shares a site with, and nothing else is', async () => {
	const origins = createOrigins({ hasPolicy: false });
	const server = createServer((request, response) => origins(request, response, () => response.end('passed on')));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const ask = (host: string, mode: string) =>
		sendRaw(
			(server.address() as AddressInfo).port,
			`GET /projects/1?a=b HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Mode: ${mode}\r\nConnection: close\r\n\r\n`
		);
	try {
		for (const host of ['localhost:5173', '127.0.0.1:5173', '[::1]:5173'])
			expect(await ask(host, 'navigate')).toMatch(
				/^HTTP\/1.1 307 [^]*Location: http:\/\/tabsmith.localhost:5173\/projects\/1\?a=b\r\n/
			);
		expect(await ask('localhost:5173', 'cors')).toContain('passed on');
		expect(await ask('tabsmith.localhost:5173', 'navigate')).toContain('passed on');
	} finally {
		server.close();
	}
});
