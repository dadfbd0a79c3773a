import type { OrdersParameters } from './parameters';

export const example: OrdersParameters = {
	heading: 'Orders',
	intro: 'The newest first.',
	orders: 'honey-orders',
	states: ['new', 'packed', 'sent'],
	none: 'No orders yet. They appear here as soon as somebody orders.'
};
