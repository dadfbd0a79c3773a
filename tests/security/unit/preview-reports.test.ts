import { describe, expect, test } from 'vitest';
import { messageOfPage, reportedText, reportedTexts } from '../../../src/lib/container/reported';
import type { PreviewStatus } from '../../../src/lib/app/ports';
import { pathWithin } from '../../../src/lib/screen/preview/preview-path';
import { PreviewState } from '../../../src/lib/screen/preview/preview-state.svelte';
import { parsePreviewMessage } from '../../../workers/engine/preview/page/preview-message';

const server = 'http://p3000-aaaaaaaaaaaaaaaa.tabsmith.localhost:4173';
const deep = (levels: number) => {
	let list: unknown[] = [];
	for (let level = 0; level < levels; level++) list = [list];
	return list;
};

describe('the place that an app says it is at', () => {
	test.each([
		['/', '/'],
		['/books?page=2#top', '/books?page=2#top'],
		['/a//b', '/a//b'],
		['/a/../b', '/b'],
		[`${server}/books`, '/books'],
		['/javascript:alert(1)', '/javascript:alert(1)']
	])('%s is %s', (text, path) => expect(pathWithin(server, text)).toBe(path));

	test.each([
		'//elsewhere.example/x',
		'/\\elsewhere.example/x',
		'/\t/elsewhere.example',
		'/.//elsewhere.example',
		'https://elsewhere.example/',
		`${server}.elsewhere.example/`,
		server.replace('http', 'https'),
		server.replace('4173', '4174'),
		server.replace('p3000', 'p3001'),
		'javascript:alert(1)',
		' javascript:alert(1)',
		'data:text/html,x',
		`blob:${server}/x`,
		'about:blank',
		`/${'x'.repeat(5000)}`
	])('%.80s is none', (text) => expect(pathWithin(server, text)).toBeUndefined());

	const shown = () => {
		const up: PreviewStatus = { state: 'up', servers: [{ port: 3000, url: server }] };
		return new PreviewState({
			subscribe: (listener) => (listener(up), () => undefined),
			onError: () => () => undefined,
			start: () => undefined
		});
	};
	test('is ignored when it is none, so that every address stays within the app', () => {
		const preview = shown();
		preview.visited('/books', { isNew: true, isDocument: false });
		for (const place of ['//elsewhere.example/x', 'javascript:alert(1)', 'https://elsewhere.example/'])
			for (const isNew of [true, false]) preview.visited(place, { isNew, isDocument: false });
		expect([preview.path, preview.url, preview.canGoForward]).toEqual(['/books', `${server}/books`, false]);
		preview.reload();
		expect(preview.frameUrl).toBe(`${server}/books`);
	});
	test('is checked like what a person types', () => {
		const preview = shown();
		for (const typed of ['/\t/elsewhere.example', `/${'x'.repeat(5000)}`]) preview.go(typed);
		expect(preview.path).toBe('/');
		preview.go('//elsewhere.example/x');
		expect(preview.url).toBe(`${server}/elsewhere.example/x`);
	});
	test('does not make the history grow without end', () => {
		const preview = shown();
		for (let at = 0; at < 1000; at++) preview.visited(`/${at}`, { isNew: true, isDocument: false });
		let steps = 0;
		for (; preview.canGoBack; steps++) preview.back();
		expect(steps).toBeLessThan(200);
	});
	test('and what it cannot build is cut', () => {
		const preview = shown();
		preview.failedToBuild('x'.repeat(1e6));
		expect(preview.buildError.length).toBeLessThan(10_000);
	});
});

describe('what a page reports', () => {
	const page = { previewId: '1', port: 3000, pathname: '/', search: '', hash: '', stack: '' };
	test('becomes texts of limited length, whatever it is', () => {
		expect(reportedText('x'.repeat(1e6)).length).toBe(4000);
		expect(reportedText(deep(100_000))).toBe('object');
		expect(reportedTexts('no list')).toEqual([]);
		expect(reportedTexts(Array.from({ length: 1000 }, (_, at) => at))).toHaveLength(50);
		const printed = { ...page, type: 'PREVIEW_CONSOLE_ERROR' as const, args: ['a', 1, { b: 2 }, ['c', 'd']] };
		expect(messageOfPage(printed as never)).toBe('a 1 [object Object] c,d');
	});
	test('is cut before it leaves the engine', () => {
		const thrown = { ...page, type: 'PREVIEW_UNCAUGHT_EXCEPTION', message: 'x'.repeat(1e6), stack: 'y'.repeat(1e6) };
		expect(JSON.stringify(parsePreviewMessage(thrown, 3000)).length).toBeLessThan(20_000);
		const printed = { ...page, type: 'PREVIEW_CONSOLE_ERROR', args: Array.from({ length: 1e4 }), pathname: deep(100_000) };
		expect(parsePreviewMessage(printed, 3000)).toMatchObject({ args: { length: 50 }, pathname: '' });
	});
});
