import { expect, it } from 'vitest';
import { minutesFor, signsIn, wordsIn } from './logic';
import { parseInline, parseMarkdown, type Block } from './markdown';

const kinds = (text: string) => parseMarkdown(text).map(({ kind }) => kind);
const text = (text: string) => ({ kind: 'text', text });

it('tells blocks apart', () => {
	expect(kinds('# A\n\nb\nc\n\n---\n\n> d\n\n```js\n# e\n```\n\n- f\n\n1. g\n\n|h|\n|-|\n|i|')).toEqual([
		...['heading', 'paragraph', 'rule', 'quote', 'code', 'list', 'list', 'table']
	]);
	expect(kinds('#no heading\n1.no list')).toEqual(['paragraph']);
	expect(kinds('')).toEqual([]);
});

it('nests lists and knows tasks', () => {
	const [list] = parseMarkdown('- a\n  - b\n- [x] c\n- [ ] d') as [Extract<Block, { kind: 'list' }>];
	expect(list.items.map(({ isDone }) => isDone)).toEqual([undefined, true, false]);
	expect(list.items[0]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
	expect(parseMarkdown('3. x\n4. y')).toMatchObject([{ kind: 'list', isOrdered: true, start: 3, items: [{}, {}] }]);
});

it('marks words within a line', () => {
	expect(parseInline('a **b *c*** d')).toMatchObject([text('a '), { kind: 'strong' }, text(' d')]);
	expect(parseInline('snake_case_name and 2 * 3 * 4')).toEqual([text('snake_case_name and 2 * 3 * 4')]);
	expect(parseInline('\\*no\\* `a*b*`')).toMatchObject([
		text('*'),
		text('no'),
		text('*'),
		text(' '),
		{ kind: 'code', text: 'a*b*' }
	]);
	expect(parseInline('[x](/y "title")')).toEqual([{ kind: 'link', href: '/y', parts: [text('x')] }]);
});

it('makes links of safe addresses only', () => {
	for (const href of [
		'javascript:alert(1)',
		'JaVaScRiPt:x',
		'data:text/html,x',
		'vbscript:x',
		'//evil.example',
		'&#106;avascript:x'
	])
		expect(parseInline(`[a](${href})`)).not.toContainEqual(expect.objectContaining({ kind: 'link' }));
	expect(parseInline('<script>alert(1)</script>')).toEqual([text('<script>alert(1)</script>')]);
});

it('ends on any text, however odd', () => {
	for (const odd of [
		'**',
		'[',
		'![](',
		'`',
		'> ',
		'- ',
		'|',
		'|\n|-',
		'```',
		'1.',
		'*'.repeat(2000),
		'['.repeat(500),
		'> '.repeat(50)
	])
		expect(Array.isArray(parseMarkdown(odd))).toBe(true);
});

it('counts words of all scripts', () => {
	expect(['', 'One two, three!', "don't stop", '你好 world', '- - -'].map(wordsIn)).toEqual([0, 3, 2, 3, 0]);
	expect(signsIn('añ你')).toBe(3);
	expect([0, 1, 220, 221].map(minutesFor)).toEqual([0, 1, 1, 2]);
});
