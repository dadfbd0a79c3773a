import { expect, test } from 'vitest';
import { siteOf } from '../../../scripts/sites.mjs';
import { parseWorkdirName } from '../../../workers/engine/kernel/webcontainer/workdir-name';
import { engineOriginOf, parsePreviewHost, previewHost } from '../../../workers/engine/preview/preview-host';
import { socketDestination } from '../../../workers/engine/preview/page/socket-destination';

const site = 'tabsmith.localhost:8080';

test.each([
	[{ port: 3000, project: '', slot: 0, site }, `p3000.${site}`],
	[{ port: 3000, project: '', slot: 1, site }, `p3000-1.${site}`],
	[{ port: 65535, project: '3f2a9c4e11d04b7a', slot: 0, site }, `p65535-3f2a9c4e11d04b7a.${site}`],
	[{ port: 1, project: '1234567812345678', slot: 12, site }, `p1-1234567812345678-12.${site}`]
])('%j is called %s, and is found in it', (name, host) => {
	expect(previewHost(name)).toBe(host);
	expect(parsePreviewHost(host)).toEqual(name);
	expect(siteOf(host)).toEqual({ site: 'preview', name: 'tabsmith.localhost', port: '8080', isLocal: false });
	expect(engineOriginOf({ protocol: 'http:', host })).toBe(`http://engine.${site}`);
});

test('the longest name fits into a label of DNS', () => {
	const [label = ''] = previewHost({ port: 65535, project: 'a'.repeat(40), slot: 9999, site }).split('.');
	expect(label.length).toBeLessThanOrEqual(63);
});

test.each(['tabsmith.localhost', 'engine.tabsmith.localhost', 'p3000-UPPER123.x', 'p3000--1.x', 'p3000-a.x', 'px.x'])(
	'%s is no preview',
	(host) => expect(parsePreviewHost(host)).toBeNull()
);

test.each([
	['app@3f2a9c4e11d04b7a', { folder: 'app', project: '3f2a9c4e11d04b7a' }],
	['a@b@3f2a9c4e11d04b7a', { folder: 'a@b', project: '3f2a9c4e11d04b7a' }],
	[undefined, { folder: 'project', project: '' }],
	['app', { folder: 'app', project: '' }],
	['app@2', { folder: 'app@2', project: '' }],
	['app@NOT-A-LABEL', { folder: 'app@NOT-A-LABEL', project: '' }],
	['@3f2a9c4e11d04b7a', { folder: '@3f2a9c4e11d04b7a', project: '' }]
])('the working directory %j is of %j', (name, parts) => {
	expect(parseWorkdirName(name)).toEqual(parts);
});

test("a socket reaches the servers of the page's own project only", () => {
	const from = (host: string) => socketDestination(new URL(`ws://p3001-aaaaaaaaaaaaaaaa.${site}/`), host);
	expect([from(`p3000-aaaaaaaaaaaaaaaa.${site}`), from(`p3000-bbbbbbbbbbbbbbbb.${site}`), from(`p3000.${site}`)]).toEqual([
		3001,
		null,
		null
	]);
});
