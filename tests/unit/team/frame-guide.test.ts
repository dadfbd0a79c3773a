import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameGuide, guideSections } from '../../../src/lib/frames/fullstack/guide';

/** The guide is written by hand: whatever it names must be in the template as it is now. */

const TEMPLATE = 'src/lib/frames/fullstack/template';
const paths = (readdirSync(TEMPLATE, { recursive: true }) as string[]).map((path) => path.replaceAll('\\', '/'));
const textOf = (path: string) => readFileSync(join(TEMPLATE, path), 'utf8');
const all = paths
	.filter((path) => /\.(tsx?|css|sql)$/.test(path))
	.map(textOf)
	.join('\n');
const prose = (text: string) => text.replace(/```[\s\S]*?```/g, '');
/** Names that a feature gives, and words that are not of the frame. */
const OF_FEATURES =
	/^(src\/features\/(NAME|tips)\/.*|contract\.ts|routes\.ts|pages\.tsx|seed\.ts|migrations\/0003_tips\.sql|\/tips\/:id|\.css|R2\.1 .*|GET \/api\/x|PATCH \/api\/x\/\{id\}|x|xLabel|\.\.\/session\/contract|\.\.\/\.\.\/core\/contract)$/;
const OTHER = new Set([
	'PATCH',
	'GET',
	'users',
	'integer',
	'read_file',
	'whole',
	'import',
	'style',
	'new',
	'i',
	'findBy',
	'light-dark',
	'demo',
	'handler',
	'user',
	'server',
	'root'
]);

describe('the guide of the frame', () => {
	const tokens = [...prose(frameGuide(guideSections)).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');

	it.each([...new Set(tokens)].filter((token) => !OF_FEATURES.test(token)))('names what is there: %s', (token) => {
		if (/^src\//.test(token))
			return expect(paths.some((path) => path === token || path.startsWith(token.replace(/\/$/, '') + '/'))).toBe(true);
		const name = /--[\w-]+|[A-Za-z_][\w-]*/.exec(token)?.[0] ?? '';
		if (OTHER.has(name) || token.startsWith('<') || token.startsWith('default-src') || token === '-soft' || token === '/') return;
		if (paths.includes(`src/web/ui/${name}.tsx`)) return;
		expect(new RegExp(`(?<![\\w-])${name}(?![\\w-])|/${name}(\\.tsx)?['"]`).test(all), name).toBe(true);
	});

	it('gives each component the props that it has', () => {
		const line = frameGuide(['web'])
			.split('\n')
			.find((candidate) => candidate.startsWith('`button`'));
		const groups = (line ?? '').split(' · ');
		expect(groups.length).toBeGreaterThan(12);
		for (const group of groups) {
			const file = /^`(\w+)`/.exec(group)?.[1] ?? '';
			const source = textOf(`src/web/ui/${file}.tsx`);
			for (const [, list = ''] of group.matchAll(/\(([^)]*)\)/g))
				for (const prop of list.replace(/=\[[^\]]*\]\[\]/g, '').split(', ')) {
					const [name = '', values = ''] = prop.split('=');
					// What inputs have of HTML is not written out in the source.
					if (!['name', 'defaultValue', 'text', 'kind'].includes(name))
						expect(source, `${file}: ${name}`).toMatch(new RegExp(`\\b${name}\\b`));
					for (const value of values.split('|').filter(Boolean)) expect(source, `${file}: ${value}`).toContain(`'${value}'`);
				}
		}
	});

	it('names every icon, and no other', () => {
		const icons = [...textOf('src/web/ui/icon.tsx').matchAll(/^\t(\w+):/gm)].map((match) => match[1]);
		const named = /^Icons: (.*)$/m.exec(frameGuide(['web']))?.[1]?.match(/\w+/g);
		expect(named?.sort()).toEqual(icons.sort());
	});

	it('has every class and token that it names', () => {
		const css = ['src/web/ui/ui.css', 'src/web/layout.css', 'src/web/ui/tokens.css'].map(textOf).join('\n');
		const [, classes = ''] = /^CSS classes: (.*?)\. Tokens:/m.exec(frameGuide(['web'])) ?? [];
		const names = [...classes.matchAll(/`([\w-]+)`/g)].map((match) => match[1]).filter((name) => name !== 'i');
		expect(names.length).toBeGreaterThan(15);
		for (const name of names) expect(css).toContain(`.${name}`);
		for (const name of ['good', 'wait', 'bad', 'info']) expect(css).toContain(`--${name}-soft:`);
	});

	it('says the content security policy that the server sends', () => {
		expect(all).toContain(`defaultSrc: ["'self'"]`);
		expect(all).toContain(`imgSrc: ["'self'", 'data:', 'https:']`);
		expect(frameGuide(['core'])).toContain(`default-src 'self'; img-src 'self' data: https:`);
	});

	it('tells of the frozen tests that are there', () => {
		const frozen = textOf('src/server/server.test.ts');
		for (const title of [
			'has no two endpoints of one name',
			'lets nobody change anything without a session',
			'example records can be saved again unchanged',
			'the example data is the same for the same day',
			'every criterion of docs/requirements.md has a test'
		])
			expect(frozen).toContain(title);
	});

	it('fits beside a task: about 4,000 characters of prose for each kind of work', () => {
		for (const section of ['data', 'server', 'web', 'tests', 'design'] as const)
			expect(prose(frameGuide(['core', section])).length).toBeLessThan(6_000);
	});
});
