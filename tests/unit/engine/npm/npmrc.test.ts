import { expect, test } from 'vitest';
import { parseNpmrc } from '../../../../workers/engine/npm/npmrc';
import { savedRange } from '../../../../workers/engine/npm/package-json';
import { Registry } from '../../../../workers/engine/npm/registry';

test('a scope comes from its own registry with its token, all else from the container', async () => {
	const asked: [string, unknown][] = [];
	const fetchFn: typeof fetch = async (url, init) => {
		if (init?.method === 'POST') return new Response(null, { status: 405 });
		asked.push([String(url), (init?.headers as Record<string, string>)['authorization']]);
		return new Response('{}');
	};
	const routes = parseNpmrc(
		[
			'; a comment\nregistry = https://registry.npmjs.org/\n',
			'@own:registry=https://npm.own.test/api/npm/\n//npm.own.test/api/npm/:_authToken=${TOKEN}\n'
		],
		{ TOKEN: 'secret' }
	);
	const registry = new Registry('http://tab.test/registry', fetchFn).routed(routes);
	await registry.document('/react');
	await registry.document('/@own%2fthing');
	await registry.bytes('/api/npm/@own/thing/-/thing-1.0.0.tgz');
	expect(asked).toEqual([
		['http://tab.test/registry/react', undefined],
		['https://npm.own.test/api/npm/@own%2fthing', 'Bearer secret'],
		['https://npm.own.test/api/npm/@own/thing/-/thing-1.0.0.tgz', 'Bearer secret']
	]);
});

test('what was asked for is noted as npm notes it', () => {
	const cases: [string, string, boolean][] = [
		['1.1.0', '1.1.0', false],
		['1.1.0', '1.1.0', true],
		['1', '1.3.0', false],
		['~1.2.0', '1.2.4', false],
		['file:tool', '0.1.0', false]
	];
	expect(cases.map(([range, version, exact]) => savedRange(range, version, exact))).toEqual([
		'^1.1.0',
		'1.1.0',
		'^1.3.0',
		null,
		null
	]);
});
