import { expect, it } from 'vitest';
import { example } from './example';
import { searchFaq } from './logic';

const found = (search: string) => searchFaq(example.groups, search).flatMap(({ items }) => items.map(({ question }) => question));

it('finds in questions, answers and names of groups, all words of a search', () => {
	expect(found('LITRES')).toEqual(['Is there a least amount?']);
	expect(found('emergency')).toHaveLength(2);
	expect(found('emergency gas')).toEqual(['I smell gas. What shall I do?']);
	expect(found('gas invoice')).toEqual([]);
	expect(found('  ')).toHaveLength(5);
});
