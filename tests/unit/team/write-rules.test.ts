import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../src/lib/frames/fullstack/write-rules';
import { criteriaNamed } from '../../../src/lib/frames/rules';
import { fullstackFrame } from '../../../src/lib/frames/fullstack';

const facts = {
	criteria: new Set(['R1.1', 'R1.2']),
	packages: new Set(['react', 'hono', 'zod', 'vitest', '@testing-library/react'])
};
const broken = (path: string, text: string) => brokenRules(path, text, facts);
const contract = (...endpoints: string[]) =>
	broken('src/features/tips/contract.ts', `import * as z from 'zod';\nexport const api = {\n${endpoints.join(',\n')}\n};`);
const endpoint = (more: string, method = 'get', path = '/api/tips') =>
	`one: endpoint({\n id: '${method}${path}', method: '${method}', path: '${path}', tag: 'Tips', access: 'member', summary: 'x',\n ${more} })`;
const PATCH = endpoint('params: IdParams, body: Body,\n response: Tip', 'patch', '/api/tips/{id}');

describe('rules of the frame, as a file is written', () => {
	it('are kept by the frame itself', () => {
		const files = fullstackFrame({ slug: 'a', title: 'A', summary: 'A.' });
		const { dependencies, devDependencies } = JSON.parse(files.get('package.json')!) as Record<string, object>;
		const packages = new Set([...Object.keys(dependencies!), ...Object.keys(devDependencies!)]);
		expect([...files].flatMap(([path, text]) => brokenRules(path, text, { criteria: facts.criteria, packages }))).toEqual([]);
	});

	it('a plain list beside a PATCH lacks the rows that a frozen test reads', () => {
		expect(contract(endpoint('response: z.array(Tip),'), PATCH)).toEqual([
			expect.stringMatching(/plain list beside .*PATCH.*listOf/)
		]);
		expect(contract(endpoint('query: listQuery(["a"]),\n response: listOf(Tip),'), PATCH)).toEqual([]);
		expect(contract(endpoint('response: z.object({ rows: z.array(Tip) }),'), PATCH)).toEqual([]);
		expect(contract(endpoint('response: z.array(Tip),'))).toEqual([]);
	});
	it('a plain list is found behind its name', () => {
		const text = `const Tips = z.array(Tip);\nexport const api = { ${endpoint('response: Tips,')}, ${PATCH} };`;
		expect(broken('src/features/tips/contract.ts', text)).toHaveLength(1);
	});
	it('a query without listQuery is not checked for its page', () => {
		expect(contract(endpoint('query: z.object({ month: z.string() }),\n response: Tip,'))).toEqual([
			expect.stringContaining('page=99999999')
		]);
		expect(contract(endpoint('query: listQuery(["a"]).extend({ month: z.string() }),\n response: Tip,'))).toEqual([]);
		expect(
			contract(endpoint('query: z.object({ a: z.string() }), params: IdParams,\n response: Tip,', 'get', '/api/tips/{id}'))
		).toEqual([]);
	});
	it('what changes something is not open to the public', () => {
		const open = endpoint('body: Body,\n response: Tip', 'post').replace("'member'", "'public'");
		expect(contract(open)).toEqual([expect.stringContaining('401')]);
	});
	it('two endpoints of one name', () => expect(contract(PATCH, PATCH)).toEqual([expect.stringContaining('two endpoints')]));

	it('roles without admin, or with admin before others', () => {
		const roles = (list: string) => broken('src/core/roles.ts', `export const ROLES = [${list}] as const;`);
		expect(roles("'member'")).toEqual([expect.stringContaining("no 'admin'")]);
		expect(roles("'admin', 'member'")).toEqual([expect.stringContaining('stands last')]);
		expect(roles("'member', 'admin'")).toEqual([]);
	});

	it.each([
		['a <style> element', 'return <style>{CSS}</style>;'],
		['a <style> element', "document.createElement('style')"],
		['eval', "new Function('return 1')"],
		['another host', "fetch('https://example.com/a')"]
	])('%s is against the content security policy', (what, code) => {
		expect(broken('src/features/tips/list.page.tsx', code)).toEqual([expect.stringContaining(what)]);
	});
	it("React's style prop is not", () =>
		expect(broken('src/features/tips/list.page.tsx', '<i style={{ width: 1 }} />')).toEqual([]));
	it('style sheets and fonts of other hosts are', () => {
		expect(broken('src/features/tips/tips.css', "@import url('https://fonts.example/a.css');")).toHaveLength(1);
		expect(broken('src/features/tips/tips.css', '.a { color: red; }')).toEqual([]);
	});

	it('packages that the app does not have', () => {
		expect(
			broken(
				'src/features/tips/list.page.tsx',
				"import { format } from 'date-fns';\nimport { useState } from 'react';\nimport fs from 'node:fs';"
			)
		).toEqual([expect.stringContaining("'date-fns'")]);
		expect(broken('src/features/tips/a.ts', "import {\n\ta,\n\tb\n} from '@scope/kit/deep';")).toEqual([
			expect.stringContaining("'@scope/kit'")
		]);
	});
	it('example data that depends on the clock, or is not called seed', () => {
		expect(broken('src/features/tips/seed.ts', 'export const seed = { row: () => ({ at: Date.now() }) };')).toEqual([
			expect.stringContaining('the same each time')
		]);
		expect(broken('src/features/tips/seed.ts', 'export const seeds = [];')).toEqual([expect.stringContaining('no `seed`')]);
		expect(
			broken(
				'src/features/tips/seed.ts',
				'export const seed: Seed = { row: (demo) => ({ at: new Date(demo.today.getTime()) }) };'
			)
		).toEqual([]);
	});

	it('titles count every id that they name, those of test.each too; other texts do not', () => {
		const text = `test('R1.1 R1.2 both', f);\nit.each([1, 2])("R2.1 %s", f);\ntest(\`R3.1 \${x}\`, f);\nexpect('R9.9').toBe(1);`;
		expect([...criteriaNamed(text)]).toEqual(['R1.1', 'R1.2', 'R2.1', 'R3.1']);
		expect(broken('src/features/tips/api.test.ts', text)).toEqual([
			expect.stringContaining('R2.1'),
			expect.stringContaining('R3.1')
		]);
	});
});
