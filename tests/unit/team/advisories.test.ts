import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRegistryProxy } from '../../../scripts/registry-proxy.mjs';
import { fullstackFrame } from '../../../src/lib/frames/fullstack';
import type { GateContext } from '../../../src/lib/team/gates/gate';
import { npmRegistry } from '../../../src/lib/team/gates/npm-registry';
import { reviewGate } from '../../../src/lib/team/gates/review-gate';
import { listen } from '../../security/support/listen';

/** A registry of ours behind the real proxy, asked by the review as in the tab. */

const frame = fullstackFrame({ slug: 'app', title: 'App', summary: 'An app.' });
const LOCK = JSON.parse(frame.get('package-lock.json') ?? '{}') as { packages: Record<string, { version: string }> };
const VITE = LOCK.packages['node_modules/vite']?.version ?? '';

let base: string;
let asked: Record<string, string[]>[] = [];
let answer: { status: number; text: string } = { status: 200, text: '{}' };
beforeAll(async () => {
	const registry = await listen((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += String(chunk)));
		request.on('end', () => {
			asked.push({ ...(JSON.parse(body) as Record<string, string[]>), '(path)': [request.method ?? '', request.url ?? ''] });
			response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.text);
		});
	});
	const proxy = createRegistryProxy({ registry: `http://${registry}/npm` });
	base = `http://${await listen((request, response) => void proxy(request, response))}/registry`;
});
beforeEach(() => {
	asked = [];
	answer = { status: 200, text: '{}' };
});

const advisory = (severity: string, more = {}) => ({
	...{ id: 1, url: 'https://example.com/GHSA-1', title: 'It leaks', severity, vulnerable_versions: '<2.0.0' },
	...more
});
/** An app that has two packages of its own beside those of the frame. */
async function review(registry = npmRegistry(base)) {
	const manifest = JSON.parse(frame.get('package.json') ?? '{}') as { dependencies: object };
	const files = new Map(frame);
	files.set(
		'package.json',
		JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, 'left-pad': '^1.3.0' } }, null, 2)
	);
	const packages = {
		...LOCK.packages,
		'node_modules/left-pad': { version: '1.3.0' },
		'node_modules/a/node_modules/deep': { version: '0.1.0' }
	};
	files.set('package-lock.json', JSON.stringify({ ...LOCK, packages }));
	return reviewGate({
		files: {
			read: (path: string) => files.get(path),
			list: (under = '') => [...files.keys()].filter((path) => path.startsWith(under))
		},
		registry,
		frameLock: frame.get('package-lock.json'),
		frozen: new Set(frame.keys()),
		signal: new AbortController().signal,
		progress: () => undefined
	} as unknown as GateContext);
}

describe('the packages of an app', () => {
	it('are asked about by name and version, those within others too, once for all rounds', async () => {
		const registry = npmRegistry(base);
		expect(await review(registry)).toMatchObject({
			ok: true,
			summary: expect.stringMatching(/^\d+ files read: nothing found\.$/)
		});
		await review(registry);
		expect(asked).toHaveLength(1);
		expect(asked[0]).toMatchObject({
			'left-pad': ['1.3.0'],
			deep: ['0.1.0'],
			vite: [VITE],
			'(path)': ['POST', '/npm/-/npm/v1/security/advisories/bulk']
		});
	});

	it('that are gravely weak are failures where they are named', async () => {
		answer.text = JSON.stringify({ 'left-pad': [advisory('high')], deep: [advisory('critical', { title: 'It runs' })] });
		const { ok, failures } = await review();
		expect(ok).toBe(false);
		expect(failures.map(({ code, file, message }) => [code, file, message])).toEqual([
			[
				'PACKAGE_VULNERABLE',
				'package.json',
				expect.stringContaining('left-pad@1.3.0: It leaks (high; versions <2.0.0; https://example.com/GHSA-1).')
			],
			['PACKAGE_VULNERABLE', 'package.json', expect.stringContaining('deep@0.1.0: It runs (critical')]
		]);
		expect(failures[0]?.source).toContain('"left-pad"');
	});

	it('that are a little weak, or that the frame brings, are noted', async () => {
		answer.text = JSON.stringify({
			'left-pad': [advisory('moderate')],
			vite: [advisory('critical')],
			unknown: [advisory('critical')]
		});
		const { ok, summary, log } = await review();
		expect(ok).toBe(true);
		expect(summary).toMatch(/nothing found\. left-pad@1\.3\.0: It leaks \(moderate/);
		expect(log.split('\n')[1]).toMatch(new RegExp(`^vite@${VITE.replaceAll('.', '\\.')}: .*It comes with the frame\\.$`));
		expect(summary).not.toContain('unknown');
	});

	it.each([
		['refuses', { status: 404, text: 'no' }],
		['answers a page', { status: 200, text: '<html>' }],
		['answers a list', { status: 200, text: '[]' }],
		['answers something else', { status: 200, text: '{"left-pad":[{"title":1}]}' }],
		['answers without end', { status: 200, text: JSON.stringify({ a: 'x'.repeat(5 * 1024 * 1024) }) }]
	])('are said not to have been looked up when the registry %s', async (_, given) => {
		answer = given;
		const { ok, summary } = await review();
		expect([ok, summary]).toEqual([true, expect.stringContaining('Advisories could not be read: ')]);
	});

	it('are said not to have been looked up without a network', async () => {
		const registry = npmRegistry('http://127.0.0.1:1');
		expect((await review(registry)).summary).toContain('Advisories could not be read: ');
	});
});
