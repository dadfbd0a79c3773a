import type { FormField } from './fields';
import * as format from './format';
import { t } from './words';

/** Records with named values: how a value is shown, and which records a search, filters and an order leave, in which order. */

export type Value = string | number | boolean | readonly string[];

/** What a record has, as plain data. */
export interface Field {
	/** camelCase; the key of its value. */
	name: string;
	label: string;
	/** 'list' is several texts; amounts of 'money' are in whole units in parameters (12.5) and in cents in a collection. */
	kind: Exclude<FormField['kind'], 'password'> | 'list';
	/** What a choice offers. */
	options?: string[];
	/** Said after a number. */
	unit?: string;
}

/** A narrowing that a page offers. */
export interface Filter {
	/** Name of the field. */
	field: string;
	/** One of its values; a number up to or from a step; ticked; a text or list that has the words. */
	kind: 'choice' | 'most' | 'least' | 'tick' | 'contains';
	/** What 'most' and 'least' offer; from the records where it is left out. */
	steps?: number[];
}

/** What somebody has chosen. */
export interface Finding {
	search: string;
	/** By name of the field; '' or nothing for all. */
	filters: Record<string, string>;
	/** Name of a field; '' for the order that they have. */
	sort: string;
	isFalling: boolean;
}

export const FIND_ALL: Finding = { search: '', filters: {}, sort: '', isFalling: false };

type Plain = Record<string, unknown>;

/** A value as it is read; '' when there is none. */
export function showValue({ kind, unit }: Field, value: unknown): string {
	if (value === undefined || value === null || value === '') return '';
	if (kind === 'check') return value ? t('yes') : t('no');
	if (Array.isArray(value)) return value.join(', ');
	if (kind === 'money') return format.money(Number(value));
	if (kind === 'date') return format.day(String(value));
	if (kind === 'number') return unit ? `${numberText(value)} ${unit}` : numberText(value);
	return String(value);
}

/** Years and other whole numbers below 10,000 as they are; the rest as the language groups digits. */
function numberText(value: unknown): string {
	const number = Number(value);
	return Number.isInteger(number) && Math.abs(number) < 10_000 ? String(number) : format.number(number);
}

/** The records that are left, in order. Those without a value come last either way. */
export function findIn<T extends object>(
	records: readonly T[],
	finding: Finding,
	{ fields, filters = [] }: { fields: readonly Field[]; filters?: readonly Filter[] }
): T[] {
	const words = plain(finding.search).split(/\s+/).filter(Boolean);
	const chosen = filters.filter(({ field }) => finding.filters[field]);
	const left = records.filter((record) => {
		const read = record as Plain;
		if (!chosen.every((filter) => passes(read[filter.field], filter, finding.filters[filter.field] ?? ''))) return false;
		const text = words.length ? textOf(read, fields) : '';
		return words.every((word) => text.includes(word));
	});
	const by = fields.find(({ name }) => name === finding.sort);
	if (!by) return left;
	const hasValue = (record: T) => ![undefined, null, ''].includes((record as Plain)[by.name] as string);
	const sorted = left.filter(hasValue).sort((a, b) => compare((a as Plain)[by.name], (b as Plain)[by.name], by));
	return [...(finding.isFalling ? sorted.reverse() : sorted), ...left.filter((record) => !hasValue(record))];
}

function passes(value: unknown, { kind }: Filter, wanted: string): boolean {
	if (kind === 'tick') return value === true;
	if (kind === 'most') return typeof value === 'number' && value <= Number(wanted);
	if (kind === 'least') return typeof value === 'number' && value >= Number(wanted);
	const has = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
	if (kind === 'choice') return has.includes(wanted);
	return has.some((one) => plain(one).includes(plain(wanted)));
}

/** Numbers as numbers, choices in the order that they are offered in, texts as the language sorts them. */
export function compare(a: unknown, b: unknown, { options }: Pick<Field, 'options'> = {}): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (options) {
		const places = [a, b].map((one) => options.indexOf(String(one)));
		if (places.every((place) => place >= 0)) return (places[0] ?? 0) - (places[1] ?? 0);
	}
	return String(a).localeCompare(String(b), undefined, { numeric: true });
}

/** All that a search looks through: values as they are shown, and any other text of the record. */
function textOf(record: Plain, fields: readonly Field[]): string {
	const known = fields.map((field) => showValue(field, record[field.name]));
	const others = Object.entries(record).flatMap(([name, value]) =>
		NOT_SEARCHED.has(name) || fields.some((field) => field.name === name) ? [] : [value]
	);
	return plain([...known, ...others.flat().filter((one) => typeof one === 'string')].join(' '));
}
const NOT_SEARCHED = new Set(['id', 'slug', 'createdAt']);

/** Without capitals and accents: who types 'cafe' finds 'Café'. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a filter offers, as [value, text]. @param records all of them, whatever is chosen */
export function offersOf(filter: Filter, field: Field, records: readonly object[]): [value: string, text: string][] {
	const values = records.map((record) => (record as Plain)[filter.field]);
	if (filter.kind === 'choice') {
		const seen = new Set(values.flat().map((value) => String(value ?? '')));
		const ordered = [...(field.options ?? []), ...[...seen].sort((a, b) => compare(a, b))];
		return [...new Set(ordered)].filter((one) => one && seen.has(one)).map((one) => [one, one]);
	}
	const given = field.kind === 'money' ? filter.steps?.map((step) => step * 100) : filter.steps;
	const steps = given ?? stepsOf(values.filter((value) => typeof value === 'number'));
	return steps.map((step) => [String(step), showValue(field, step)]);
}

/** Up to four round numbers that part the values. */
function stepsOf(values: readonly number[]): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
	const round = (value: number) => {
		const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 1) * 5;
		return value < 10 ? Math.ceil(value) : Math.ceil(value / unit) * unit;
	};
	return [...new Set([0.2, 0.4, 0.6, 0.8].map((share) => round(at(share))))];
}

/** Records of parameters as a collection keeps them: amounts in cents. */
export function toStored<T extends object>(fields: readonly Field[], records: readonly T[]): T[] {
	const amounts = fields.filter(({ kind }) => kind === 'money').map(({ name }) => name);
	return records.map((record) => {
		const values = Object.entries(record).map(([name, value]) =>
			amounts.includes(name) && typeof value === 'number' ? [name, Math.round(value * 100)] : [name, value]
		);
		return Object.fromEntries(values) as T;
	});
}
