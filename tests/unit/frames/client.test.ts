import ts from 'typescript';
import { expect, it } from 'vitest';
import { blueprintSchema } from '../../../src/lib/domain/blueprint';
import { layClient } from '../../../src/lib/frames/client/lay';
import { literal } from '../../../src/lib/frames/client/literal';
import { nameOf } from '../../../src/lib/frames/client/pages';
import { skyBlueprint } from '../../support/sky-blueprint';

/** What a text of TypeScript gives when it is run as an expression. */
const evaluated = (source: string): unknown => {
	const script = ts.transpile(`(${source})`);
	return (0, eval)(script);
};

it('data survives as source, whatever stands in it', () => {
	const data = {
		quotes: `it's "so" \`here\` \\ \n\t \u2028 </script> \${x}`,
		'a key': [1, -0.5, true, null, []],
		nested: { list: [{ one: 'a' }, { two: 'b'.repeat(200) }], empty: {} },
		left: undefined
	};
	const { left: _left, ...kept } = data;
	expect(evaluated(literal(data))).toEqual(kept);
});

it('a file is named after its page', () => {
	expect(['/', '/about', '/team/:id', '/Über uns', '/2048'].map(nameOf)).toEqual([
		'home',
		'about',
		'team-id',
		'ber-uns',
		'page-2048'
	]);
});

it('lays blocks once, and neither their tests nor what only the IDE needs', () => {
	const paths = [...layClient(skyBlueprint()).keys()];
	expect(paths.filter((path) => path.startsWith('src/blocks/hero/'))).toEqual([
		'src/blocks/hero/checks.tsx',
		'src/blocks/hero/hero.css',
		'src/blocks/hero/hero.tsx',
		'src/blocks/hero/parameters.ts'
	]);
	expect(new Set(paths).size).toBe(paths.length);
});

it('leaves a page without blocks to whoever writes it, and lists it all the same', () => {
	const sky = skyBlueprint();
	const own = { name: 'moon', kind: 'page', pages: [{ route: '/moon', title: 'The Moon', kind: 'content' }], criteria: [] };
	const files = layClient(blueprintSchema.parse({ ...sky, features: [...sky.features, own] }));
	expect(files.get('src/pages/moon.ts')).toBeUndefined();
	expect(files.get('src/app.ts')).toContain("import { moonPage } from './pages/moon';");
});
