import { expect, it } from 'vitest';
import { example } from './example';
import { columnsOf, moved, rowsOf, shareDone, written, type Cell } from './logic';

const cell = (row: number, column: number, text: string, isDone = false): Cell => ({
	row,
	column,
	values: { piece: text },
	isDone
});

it('has as many rows as the plan says, one at least and no more than a sheet can hold', () => {
	const rows = (weeks: number | string) => rowsOf(example, { values: { weeks }, cells: [] }).length;
	expect([rows(3), rows(0), rows(''), rows(500)]).toEqual([3, 1, 1, 60]);
	expect(columnsOf(example)).toEqual(['Rehearsal 1', 'Rehearsal 2']);
});

it('writes into a place, and empties it', () => {
	expect(written([cell(0, 0, 'a')], cell(0, 0, 'b'))).toEqual([cell(0, 0, 'b')]);
	expect(written([cell(0, 0, 'a')], cell(0, 0, ''))).toEqual([]);
});

it('moves to an empty place, and changes places with what is there', () => {
	const cells = [cell(0, 0, 'a'), cell(1, 0, 'b')];
	expect(moved(cells, { row: 0, column: 0 }, { row: 2, column: 1 })).toEqual([cell(2, 1, 'a'), cell(1, 0, 'b')]);
	expect(moved(cells, { row: 0, column: 0 }, { row: 1, column: 0 })).toEqual([cell(1, 0, 'a'), cell(0, 0, 'b')]);
});

it('counts what is done within the grid', () => {
	const cells = [cell(0, 0, 'a', true), cell(1, 0, 'b'), cell(9, 0, 'c', true)];
	expect([shareDone(cells, 2, 2), shareDone(cells, 10, 2), shareDone([], 2, 2)]).toEqual([0.5, 2 / 3, 0]);
});
