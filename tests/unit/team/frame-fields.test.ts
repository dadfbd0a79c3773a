import { describe, expect, it } from 'vitest';
import { Cents, Decimal, Email, Picture, Whole, optional } from '../../../src/lib/frames/fullstack/template/src/core/fields';
import { Demo } from '../../../src/lib/frames/fullstack/template/src/server/demo';

const demo = () => new Demo(1, new Date('2025-06-18T12:00:00Z'));

describe('example data of the frame', () => {
	it.each(['Anna Holm 1', 'Anna Holm ', 'Zoë Łukaš (2)', '…'])('makes a valid e-mail address of %j', (name) => {
		expect(Email.safeParse(demo().email(name)).success).toBe(true);
	});

	it('gives two people of one name two addresses', () => {
		expect(demo().email('Anna Holm 1')).not.toBe(demo().email('Anna Holm 2'));
	});

	it('writes sentences with the right article', () => {
		const data = demo();
		const sentences = Array.from({ length: 200 }, () => data.sentence('card'));
		expect(sentences.filter((sentence) => /^A [aeiou]|^An [^aeiou]|(\w+) and \1\b/.test(sentence))).toEqual([]);
		expect(sentences.some((sentence) => sentence.startsWith('An '))).toBe(true);
	});

	it('names records so that all differ', () => {
		const names = Array.from({ length: 40 }, (_, index) => demo().title('visit', index));
		expect(new Set(names).size).toBe(40);
		expect(names[0]).toMatch(/^[A-Z]\w+ visit$/);
	});

	it('has pictures that need no network and that their own field accepts', () => {
		const picture = demo().picture(3);
		expect(picture).toMatch(/^data:image\/svg\+xml,/);
		expect(Picture.safeParse(picture).success).toBe(true);
		expect(Picture.safeParse('https://example.com/a.jpg').success).toBe(true);
		expect(Picture.safeParse('javascript:alert(1)').success).toBe(false);
		expect(Picture.safeParse('data:text/html,hello').success).toBe(false);
	});
});

describe('numbers and amounts of the frame', () => {
	const messages = (result: ReturnType<typeof Email.safeParse> | { error?: { issues: { message: string }[] } }) =>
		result.error?.issues.map((issue) => issue.message);

	it.each([Whole('Amount'), Decimal('Amount'), Cents('Amount')])('are refused when left empty, never taken as 0', (schema) => {
		for (const empty of ['', '  ', undefined, null]) expect(messages(schema.safeParse(empty))).toEqual(['Amount is required']);
		expect(schema.parse('0')).toBe(0);
		expect(schema.parse(12)).toBe(12);
	});

	it('keep to their range', () => {
		expect(messages(Whole('Stars', 1, 5).safeParse('6'))).toEqual(['Stars is at most 5']);
		expect(messages(Decimal('Share', 0).safeParse('-1'))).toEqual(['Share is at least 0']);
		expect(messages(Cents('Amount').safeParse('-5'))).toEqual(['Amount is at least 0']);
		expect(messages(Cents('Amount').safeParse('NaN'))).toEqual(['Amount is an amount']);
	});

	it('may be left empty when they are optional', () => {
		expect(optional(Cents('Amount')).parse('')).toBeNull();
		expect(optional(Cents('Amount')).parse('250')).toBe(250);
	});
});
