import { expect, it } from 'vitest';
import { keyOf, orderNumber, shippingOf } from './logic';

it('brings goods for nothing from a sum on', () => {
	const shipping = { label: 'Delivery', price: 4.9, freeFrom: 50 };
	expect([4999, 5000].map((goods) => shippingOf(shipping, goods))).toEqual([490, 0]);
	expect(shippingOf(undefined, 100)).toBe(0);
	expect(shippingOf({ label: 'Delivery', price: 3 }, 100_000)).toBe(300);
});

it('knows a phone or address however it is written', () => {
	expect(['030 / 12-34', '(030) 1234', '0301234'].map(keyOf)).toEqual(['0301234', '0301234', '0301234']);
	expect(keyOf('Kim@Example.com ')).toBe('kim@example.com');
});

it('makes numbers of five digits', () => {
	expect([0, 0.5, 0.999999].map((random) => orderNumber('HB-', random))).toEqual(['HB-10000', 'HB-55000', 'HB-99999']);
});
