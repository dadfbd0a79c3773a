import { describe, expect, test } from 'vitest';
import { createOrigins, siteOf } from '../../../scripts/origins.mjs';

describe('the origin that a Host header names', () => {
	test('the plain name is the IDE', () => {
		expect(siteOf('tabsmith.localhost:4173')).toEqual({ site: 'ide', name: 'tabsmith.localhost', port: '4173' });
	});
	test('engine. is the engine of that name', () => {
		expect(siteOf('engine.tabsmith.localhost:4173')).toEqual({ site: 'engine', name: 'tabsmith.localhost', port: '4173' });
	});
	test('pPORT. is a preview, whatever the port', () => {
		expect(siteOf('p3000.ide.example.org')).toEqual({ site: 'preview', name: 'ide.example.org', port: '' });
		expect(siteOf('p3000-2.ide.example.org')).toEqual({ site: 'preview', name: 'ide.example.org', port: '' });
	});
	test('a host that merely begins with p is the IDE', () => {
		expect(siteOf('play.example.org').site).toBe('ide');
	});
	test('a missing header is the IDE', () => {
		expect(siteOf(undefined).site).toBe('ide');
	});
});

describe('a page asked for on plain localhost', () => {
	const ask = (host: string, mode: string) => {
		let answer: { status: number; location: string } | 'passed on' | undefined;
		const response = {
			setHeader: () => undefined,
			writeHead: (status: number, headers: { Location: string }) => (answer = { status, location: headers.Location }),
			end: () => undefined
		};
		createOrigins()(
			{ url: '/projects/1?a=b', headers: { host, 'sec-fetch-mode': mode } },
			response,
			() => (answer = 'passed on')
		);
		return answer;
	};
	test('is led to the name that its engine shares a site with', () => {
		for (const host of ['localhost:5173', '127.0.0.1:5173'])
			expect(ask(host, 'navigate')).toEqual({ status: 307, location: 'http://tabsmith.localhost:5173/projects/1?a=b' });
	});
	test('and nothing else is', () => {
		expect([ask('localhost:5173', 'cors'), ask('tabsmith.localhost:5173', 'navigate')]).toEqual(['passed on', 'passed on']);
	});
});
