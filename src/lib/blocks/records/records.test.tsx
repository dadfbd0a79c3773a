import { expect, it } from 'vitest';
import { isCsv, parseCsv, writeCsv } from '../../core/csv';
import { example } from './example';
import { isOverdue, sharesOf, totalOf } from './logic';
import { readTable } from './table';

it('sums and averages numbers alone', () => {
	const records = [{ amount: 10 }, { amount: '' }, { amount: 5 }, {}];
	expect(totalOf({ label: '', kind: 'sum', field: 'amount' }, records)).toBe(15);
	expect(totalOf({ label: '', kind: 'mean', field: 'amount' }, records)).toBe(7.5);
	expect(totalOf({ label: '', kind: 'mean', field: 'amount' }, [])).toBe(0);
	expect(totalOf({ label: '', kind: 'count' }, records)).toBe(4);
	expect(totalOf({ label: '', kind: 'count', field: 'amount' }, records)).toBe(2);
});

it('parts a sum by a field, most first', () => {
	const records = [
		{ kind: 'Fuel', amount: 2 },
		{ kind: 'Repair', amount: 5 },
		{ kind: 'Fuel', amount: 1 }
	];
	expect(sharesOf({ heading: '', by: 'kind', field: 'amount' }, records)).toEqual([
		{ label: 'Repair', value: 5 },
		{ label: 'Fuel', value: 3 }
	]);
	expect(sharesOf({ heading: '', by: 'kind' }, records)[0]).toEqual({ label: 'Fuel', value: 2 });
});

it('is overdue the day after, and not once it is ticked', () => {
	const due = { field: 'due', unless: 'isPaid' };
	expect(isOverdue({ due: '2026-03-01' }, due, '2026-03-02')).toBe(true);
	expect(isOverdue({ due: '2026-03-02' }, due, '2026-03-02')).toBe(false);
	expect(isOverdue({ due: '2026-03-01', isPaid: true }, due, '2026-03-02')).toBe(false);
	expect(isOverdue({ due: '' }, due, '2026-03-02')).toBe(false);
});

it('reads quoted cells, other marks, line breaks in cells, and counts the lines', () => {
	expect(parseCsv('\uFEFFa;b\r\n"x; ""y""";2\n\n"two\nlines";3\n')).toEqual([
		{ line: 1, cells: ['a', 'b'] },
		{ line: 2, cells: ['x; "y"', '2'] },
		{ line: 4, cells: ['two\nlines', '3'] }
	]);
});

it('writes what it reads, and no formulas', () => {
	const rows = [
		['a, b', 'c "d"', 3],
		['x\ny', '=1+1', -2]
	];
	expect(parseCsv(writeCsv(rows)).map(({ cells }) => cells)).toEqual([
		['a, b', 'c "d"', '3'],
		['x\ny', "'=1+1", '-2']
	]);
});

it('knows what is no table', () => {
	expect(['a,b\n1,2', 'just words', '\u0089PNG\u0000,', ''].map(isCsv)).toEqual([true, false, false, false]);
});

it('takes good lines and names the others, each with its reason', () => {
	const text = [
		'What for,Kind,Due on,Amount,Paid',
		'Rope,Repair,2026-04-01,"12,50",yes',
		'Paint,Repair,2026-02-30,9,no',
		'Oil,Food,2026-04-01,nine,'
	].join('\n');
	const read = readTable(parseCsv(text), example.fields);
	if (typeof read === 'string') throw new Error(read);
	expect(read.values).toEqual([{ what: 'Rope', category: 'Repair', due: '2026-04-01', amount: 1250, isPaid: true, note: '' }]);
	expect(read.problems.map(({ line }) => line)).toEqual([3, 4]);
	expect(read.problems[0]?.text).toContain('Due on');
	expect(read.problems[1]?.text).toContain('Kind');
	expect(read.problems[1]?.text).toContain('Amount');
});

it('says which column a table lacks', () => {
	expect(readTable(parseCsv('What for,Kind\nRope,Repair'), example.fields)).toContain('Due on');
});
