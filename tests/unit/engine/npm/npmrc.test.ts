import { expect, test } from 'vitest';
import { routesOf } from '../../../../workers/engine/npm/npmrc';
import { savedRange } from '../../../../workers/engine/npm/package-json';
import { Registry } from '../../../../workers/engine/npm/registry';

test('a scope comes from its own registry with its token, all else from the container', async () => {
	const asked: [string, unknown][] = [];
	const fetchFn: typeof fetch = async (url, init) => {
		if (init?.method === 'POST') return new Response(null, { status: 405 });
		asked.push([String(url), (init?.headers as Record<string, string>)['authorization']]);
		return new Response('{}');
	};
	const routes = routesOf([
		['registry', 'https://registry.npmjs.org/'],
		['@own:registry', 'https://npm.own.test/api/npm/'],
		['//npm.own.test/api/npm/:_authToken', 'secret']
	]);
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
	const cases: [string, string, string][] = [
		['1.1.0', '1.1.0', '^'],
		['1.1.0', '1.1.0', '~'],
		['1.1.0', '1.1.0', ''],
		['1', '1.3.0', '^'],
		['~1.2.0', '1.2.4', '^'],
		['file:tool', '0.1.0', '^']
	];
	expect(cases.map(([range, version, prefix]) => savedRange(range, version, prefix))).toEqual([
		'^1.1.0',
		'~1.1.0',
		'1.1.0',
		'^1.3.0',
		null,
		null
	]);
});
