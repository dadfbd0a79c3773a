import type { CatalogueParameters, Sold } from './parameters';

/** One kind of thing in the cart. */
export interface BasketLine {
	/** Of the product and what was chosen: the same thing twice is one line. */
	key: string;
	name: string;
	/** What was chosen: '2500 mm'. */
	detail: string;
	/** Cents for one, exactly: parts of a cent are rounded in the line's total. */
	each: number;
	number: number;
	/** How many there are; 0 for enough. */
	stock: number;
}

export const lineTotal = ({ each, number }: Pick<BasketLine, 'each' | 'number'>): number => Math.round(each * number);

export const totalOf = (lines: readonly BasketLine[]): number => lines.reduce((sum, line) => sum + lineTotal(line), 0);

export const countOf = (lines: readonly BasketLine[]): number => lines.reduce((sum, { number }) => sum + number, 0);

/** The lines with one more; never more than there are. */
export function added(lines: readonly BasketLine[], line: BasketLine): BasketLine[] {
	const most = line.stock || Infinity;
	const has = lines.find(({ key }) => key === line.key);
	if (!has) return [...lines, { ...line, number: Math.min(line.number, most) }];
	return lines.map((one) => (one.key === line.key ? { ...line, number: Math.min(one.number + line.number, most) } : one));
}

/** The lines with another number of one; it is taken out at 0. */
export function numbered(lines: readonly BasketLine[], key: string, number: number): BasketLine[] {
	return lines.flatMap((line) => (line.key !== key ? [line] : number > 0 ? [{ ...line, number }] : []));
}

/** What is wrong with a whole number as it was typed, by its limits; undefined when nothing is. */
export function wholeProblem(text: string, min: number, max: number): 'not-whole' | 'outside' | undefined {
	const value = Number(text.trim());
	if (!text.trim() || !Number.isInteger(value)) return 'not-whole';
	return value < min || value > max ? 'outside' : undefined;
}

type ByLength = Extract<Sold, { kind: 'by-length' }>;
/** Cents for one piece, exactly. @param price cents for `per` units */
export const priceOfLength = ({ per, fee = 0 }: ByLength, price: number, length: number): number =>
	(length / per) * price + fee * 100;

/** Cents for one with these choices. @param chosen index of the value by place of the option */
export function priceOfOptions(
	{ options }: Extract<Sold, { kind: 'options' }>,
	price: number,
	chosen: readonly number[]
): number {
	return options.reduce((sum, { values }, index) => sum + Math.round((values[chosen[index] ?? 0]?.extra ?? 0) * 100), price);
}

/** By what the list is sorted, in words of the app. */
export const sortsOf = ({ sort = [], fields }: CatalogueParameters, say: (key: 'price' | 'name') => string) =>
	sort.map((name) => ({
		field: name,
		label: name === 'price' || name === 'name' ? say(name) : (fields.find((field) => field.name === name)?.label ?? name)
	}));
