import type { ConverterGroup } from './parameters';

type Unit = ConverterGroup['units'][number];

/** A value of one unit in another one of the same group. */
export const converted = (value: number, from: Unit, to: Unit): number =>
	(value * from.factor + (from.offset ?? 0) - (to.offset ?? 0)) / to.factor;

/** With six digits that count, as far as anybody needs; without the noise of binary fractions. */
export const rounded = (value: number): number => Number(value.toPrecision(6));

/** A number as people write it; NaN when it is none. */
export function numberOf(text: string): number {
	const plain = text.trim().replace(/\s/g, '').replace(',', '.');
	return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}
