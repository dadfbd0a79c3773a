import { expect, test } from 'vitest';
import { HeadInjector } from '../../../../workers/engine/preview/page/head-injector';

const MARK = '<script src="/s.js"></script>';
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (parts: Uint8Array[]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));

/** The page after injection, fed in pieces of `size` bytes. */
function injected(html: string, size = Infinity): string {
	const injector = new HeadInjector(MARK);
	const bytes = encode(html);
	const parts: Uint8Array[] = [];
	for (let at = 0; at < bytes.length; at += size) parts.push(injector.feed(bytes.slice(at, at + size)));
	return decode([...parts, injector.end()]);
}

/** `|` marks the place where the markup must be. */
const PAGES = [
	'<!doctype html><html lang="en"><head>|<title>é</title></head></html>',
	'<!DOCTYPE html>\n<!-- <head> > -->\n<HTML data-a="<head>" data-b=\'>\'>\n<HEAD class=">">|<base href="/"></HEAD>',
	'\uFEFF<!doctype html>\n|<title>no head</title>',
	'<!doctype html>|<header>not a head</header>',
	'<!doctype html><html>|<body>text</body></html>',
	'<?xml version="1.0"?><html><head/>|<body>',
	'|text <head>',
	'|<p>fragment</p>',
	'|</html>',
	'<!-- only a comment -->|',
	'<!doctype html>|',
	'|<htmlx><head>',
	''
];

test.each(PAGES)('%s', (page) => {
	const expected = page.replace('|', MARK);
	for (const size of [Infinity, 1, 2, 5]) expect(injected(page.replace('|', ''), size)).toBe(expected);
});

test('the head goes on as soon as it is there, and what follows at once', () => {
	const injector = new HeadInjector(MARK);
	expect(decode([injector.feed(encode('<!doctype html><he'))])).toBe('');
	expect(decode([injector.feed(encode('ad><title>'))])).toBe(`<!doctype html><head>${MARK}<title>`);
	expect(decode([injector.feed(encode('<he'))])).toBe('<he');
	expect(injector.end().length).toBe(0);
});

test('a head that does not come is not waited for without end', () => {
	const injector = new HeadInjector(MARK);
	const comment = encode(`<!--${'x'.repeat(64 << 10)}`);
	expect(decode([injector.feed(comment)])).toBe(MARK + new TextDecoder().decode(comment));
});
