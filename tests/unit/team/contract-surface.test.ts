import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameGuide } from '../../../src/lib/frames/fullstack/guide';
import { contractChanges, contractProblems, surfaceOf } from '../../../src/lib/team/planning/contract-surface';

const guide = /`src\/features\/tips\/contract\.ts`\n```ts\n([\s\S]*?)```/.exec(frameGuide(['server']))?.[1] ?? '';
const users = readFileSync('src/lib/frames/fullstack/template/src/features/users/contract.ts', 'utf8');

/** What changed when a passage of the guide's example becomes another. */
const changed = (old: string, by: string) => {
	expect(guide).toContain(old);
	return contractChanges(surfaceOf(guide), surfaceOf(guide.replace(old, by)));
};

describe('the surface of a contract', () => {
	it('has its endpoints with what is spread into them, and the fields of its schemas', () => {
		const { endpoints, shapes } = surfaceOf(guide);
		expect(endpoints.map(({ id, method, path, access }) => [id, method, path, access])).toEqual([
			['listTips', 'get', '/api/tips', 'member'],
			['createTip', 'post', '/api/tips', 'member'],
			['removeTip', 'delete', '/api/tips/{id}', 'member']
		]);
		expect(endpoints[1]?.parts).toEqual({ body: { title: "Text(120, 'Title')" }, response: { '': 'Tip' } });
		expect(shapes).toEqual({
			Tip: { id: 'z.number().int()', title: 'z.string()', author: 'z.string()', createdAt: 'Time' }
		});
	});

	it('is the same however it is laid out and commented', () => {
		const [first, ...rest] = guide.split('\n');
		const other = [first, '// It is said: endpoint({ id: "no" })', ...rest]
			.join('\n')
			.replaceAll('\t', '  ')
			.replace('title: z.string(), author', '\n/** What it is called, "so". */\ntitle: z\n  .string(),\n author')
			.replace('createdAt: Time }', 'createdAt: Time, }');
		expect(surfaceOf(other)).toEqual(surfaceOf(guide));
	});

	it('reads roles, patterns with brackets, and a file without semicolons', () => {
		const source = `import * as z from 'zod'
const Month = z.string().regex(/^[()\\d{4}]+-"/, 'A month, (as "2026-01")')
export const Ballot = z.object({ month: Month, votes: z.array(z.object({ by: z.string() })) })
export const api = { close: endpoint({ id: 'close', method: 'post', path: '/api/close', access: ['admin', 'chair'], body: z.object({ month: Month }), response: Ballot }) }
`;
		const { endpoints, shapes } = surfaceOf(source);
		expect(endpoints).toEqual([
			{
				...{ id: 'close', method: 'post', path: '/api/close', access: "['admin', 'chair']" },
				parts: { body: { month: 'Month' }, response: { '': 'Ballot' } }
			}
		]);
		expect(shapes.Ballot).toEqual({ month: 'Month', votes: 'z.array(z.object({by: z.string()}))' });
		expect(shapes.Month?.['']).toContain(`'A month, (as "2026-01")'`);
	});
});

describe('what changed', () => {
	it.each([
		['nothing', 'const common', 'const common', [], false],
		[
			'an answer that says more',
			'author: z.string()',
			'author: z.string(), likes: z.number()',
			['Tip.likes was added: z.number() (in listTips, createTip)'],
			false
		],
		['an answer that says less', ' author: z.string(),', '', ['Tip.author was removed (in listTips, createTip)'], true],
		[
			'a field of another type',
			'title: z.string()',
			'title: z.number()',
			['Tip.title changed from z.string() to z.number() (in listTips, createTip)'],
			true
		],
		[
			'what must be sent',
			"{ title: Text(120, 'Title') }",
			"{ title: Text(120, 'Title'), kind: Text(9, 'Kind') }",
			["createTip: body.kind was added: Text(9, 'Kind')"],
			true
		],
		[
			'who may call',
			"access: 'member'",
			"access: ['admin']",
			[
				"listTips: access changed from member to ['admin']",
				"createTip: access changed from member to ['admin']",
				"removeTip: access changed from member to ['admin']"
			],
			true
		],
		[
			'an address',
			"path: '/api/tips/{id}'",
			"path: '/api/tip/{id}'",
			['removeTip: path changed from /api/tips/{id} to /api/tip/{id}'],
			true
		]
	])('is told in words: %s', (_, old, by, changes, isBreaking) => expect(changed(old, by)).toEqual({ changes, isBreaking }));

	it('names endpoints that came and went', () => {
		const without = guide.replace(/\tremove: endpoint\(\{[\s\S]*?\}\)\n/, '');
		const [whole, part] = [surfaceOf(guide), surfaceOf(without)];
		expect(contractChanges(whole, part)).toEqual({
			changes: ['removeTip (DELETE /api/tips/{id}) was removed'],
			isBreaking: true
		});
		expect(contractChanges(part, whole)).toEqual({ changes: ['removeTip (DELETE /api/tips/{id}) was added'], isBreaking: false });
	});

	it('is told of schemas within schemas', () => {
		const source = (field: string) =>
			`const Pick = z.object({ ${field} });\nconst Ballot = z.object({ winner: Pick.nullable() });\nconst Unused = z.object({ ${field} });\nexport const api = { a: endpoint({ id: 'getBallot', method: 'get', path: '/api/vote', access: 'member', response: Ballot }) };`;
		const { changes } = contractChanges(surfaceOf(source('title: z.string()')), surfaceOf(source('name: z.string()')));
		expect(changes).toEqual(['Pick.title was removed (in getBallot)', 'Pick.name was added: z.string() (in getBallot)']);
	});
});

describe('what OpenAPI does not admit', () => {
	const problems = (source: string, others: string = '') => contractProblems(surfaceOf(source), surfaceOf(others).endpoints);

	it('is found, and nothing where all is well', () => {
		for (const source of [guide, users]) expect(problems(source)).toEqual([]);
		expect(problems(guide, users)).toEqual([]);
	});

	it.each([
		["id: 'removeTip'", "id: 'listTips'", "two endpoints are called 'listTips'"],
		[
			"method: 'delete', path: '/api/tips/{id}'",
			"method: 'get', path: '/api/tips'",
			"'removeTip' has the address of another: GET /api/tips"
		],
		["path: '/api/tips/{id}'", "path: '/api/tips/{tip}'", "'removeTip' has {tip} in its path and not among its params"],
		["path: '/api/tips/{id}'", "path: '/tips/{id}'", "the path of 'removeTip' must begin with /api/: /tips/{id}"],
		["method: 'post'", "method: 'get'", "'createTip' is a GET with a body"]
	])('is told: %s -> %s', (old, by, said) => {
		expect(guide).toContain(old);
		expect(problems(guide.replace(old, by))).toContain(said);
	});

	it('counts what other features have', () => expect(problems(guide, guide)).toContain("two endpoints are called 'createTip'"));
});
