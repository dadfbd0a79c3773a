import { expect, it } from 'vitest';
import { newestFirst, yearsOf } from './logic';

it('reads years in any language', () => {
	expect(['2019 – today', 'seit 2019', '2012–2016', '2011', '09/2014 – 03/2017', '2020年至今'].map(yearsOf)).toEqual([
		[2019, Infinity],
		[2019, Infinity],
		[2012, 2016],
		[2011, 2011],
		[2014, 2017],
		[2020, Infinity]
	]);
});

it('puts what still goes on first, then what ended last', () => {
	const sorted = newestFirst(['2007 – 2013', '2018 – today', '2013 – 2018', 'since 2020'].map((years) => ({ years })));
	expect(sorted.map(({ years }) => years)).toEqual(['since 2020', '2018 – today', '2013 – 2018', '2007 – 2013']);
});
