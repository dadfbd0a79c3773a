import type { CartParameters } from './parameters';

/** What was ordered, as it was on that day. Amounts in cents. */
export interface Order {
	number: string;
	/** What finds it again beside the number; see keyOf. */
	key: string;
	state: string;
	lines: OrderLine[];
	shipping: number;
	total: number;
	/** What was asked, in the order that it was asked in. */
	customer: { label: string; value: string }[];
}

export interface OrderLine {
	name: string;
	detail: string;
	each: number;
	number: number;
	total: number;
}

/** Cents for bringing goods of this sum. */
export function shippingOf(shipping: CartParameters['shipping'], goods: number): number {
	if (!shipping || (shipping.freeFrom !== undefined && goods >= Math.round(shipping.freeFrom * 100))) return 0;
	return Math.round(shipping.price * 100);
}

/** Without spaces, signs and capitals: '030 / 12-34' is '0301234' and 'A@x.de' is 'a@x.de'. */
export const keyOf = (text: string): string => text.toLowerCase().replace(/[\s()/-]+/g, '');

/** A number that is easy to read out. @param random from 0 to 1 */
export const orderNumber = (prefix: string, random: number): string => prefix + String(10_000 + Math.floor(random * 90_000));
