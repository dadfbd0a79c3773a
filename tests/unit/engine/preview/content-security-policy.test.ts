import { expect, test } from 'vitest';
import { admitScripts } from '../../../../workers/engine/preview/page/content-security-policy';

const URL = 'http://p1.x/__wc/s.js';

test("the app's own nonce is used", () => {
	expect(admitScripts(["script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'"], URL)).toEqual({
		policies: ["script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'"],
		nonce: 'abc'
	});
});

test('a policy that allows inline scripts keeps doing so', () => {
	expect(admitScripts(["script-src 'self' 'unsafe-inline'"], URL)).toEqual({
		policies: [`script-src 'self' 'unsafe-inline' ${URL}`],
		nonce: ''
	});
});

test('otherwise a nonce of ours is added where the scripts are decided', () => {
	const { policies, nonce } = admitScripts(["default-src 'none'", "script-src 'self'; script-src-elem 'sha256-x'"], URL);
	expect(nonce).toMatch(/^[\w-]{36}$/);
	expect(policies).toEqual([
		`default-src 'none'; script-src-elem 'nonce-${nonce}'`,
		`script-src 'self'; script-src-elem 'sha256-x' 'nonce-${nonce}'`
	]);
});

test('several policies in one header or in many share one nonce', () => {
	expect(admitScripts(["script-src 'nonce-abc', script-src 'self'", "script-src 'nonce-def'"], URL)).toEqual({
		policies: ["script-src 'nonce-abc'", "script-src 'self' 'nonce-abc'", "script-src 'nonce-def' 'nonce-abc'"],
		nonce: 'abc'
	});
});

test('a policy that says nothing of scripts stays, without its frame ancestors', () => {
	expect(admitScripts(["img-src 'self'; frame-ancestors 'none'"], URL)).toEqual({ policies: ["img-src 'self'"], nonce: '' });
	expect(admitScripts([], URL)).toEqual({ policies: [], nonce: '' });
});
