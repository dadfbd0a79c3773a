import type { CartParameters } from './parameters';

export const example: CartParameters = {
	heading: 'Your cart',
	collection: 'honey-shop',
	orders: 'honey-orders',
	shop: '/',
	fields: [
		{ name: 'name', label: 'Name', kind: 'text', isRequired: true },
		{ name: 'phone', label: 'Phone', kind: 'phone', isRequired: true },
		{ name: 'address', label: 'Address', kind: 'longText', isRequired: true },
		{ name: 'note', label: 'Anything to know', kind: 'text' }
	],
	payment: { kind: 'test', note: 'This is a trial shop: nothing is charged, and no card is asked for.' },
	shipping: { label: 'Delivery', price: 4.9, freeFrom: 50 },
	numberPrefix: 'HB-',
	thanks: 'Thank you, your order is here',
	state: 'new',
	findBy: 'phone'
};
