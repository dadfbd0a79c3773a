import type { OrderLookupParameters } from './parameters';

export const example: OrderLookupParameters = {
	heading: 'Where is my order?',
	intro: 'The number was shown when you ordered.',
	orders: 'honey-orders',
	label: 'Phone',
	kind: 'phone',
	none: 'There is no order with this number and phone. Please look at both again.'
};
