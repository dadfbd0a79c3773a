import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { fieldName, formFields, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { CartParameters } from './parameters';

const path = z.string().regex(/^\/[^#?]*$/, "a path of the app, as '/cart'");

export const entry: BlockEntry<CartParameters> = {
	name: 'cart',
	line: 'Cart and checkout of a shop: change numbers, total, delivery, name and address, an order number; no real payment',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			collection: kebab,
			orders: kebab,
			shop: path,
			fields: formFields,
			payment: z.strictObject({ kind: z.enum(['test', 'on-delivery', 'collect', 'invoice', 'none']), note: words.max(200) }),
			shipping: z
				.strictObject({ label: words.max(40), price: z.number().min(0), freeFrom: z.number().min(0).optional() })
				.optional(),
			numberPrefix: z.string().max(10).optional(),
			thanks: words.max(120),
			state: words.max(30),
			findBy: fieldName.optional(),
			lookup: path.optional()
		})
		.refine(({ collection, orders }) => collection !== orders, 'orders are kept in another collection than products')
		.refine(({ findBy, fields }) => !findBy || fields.some(({ name }) => name === findBy), "'findBy' names one of the fields")
		.refine(
			({ fields }) => !fields.some(({ kind }) => kind === 'password'),
			'nobody is asked for a password here: whoever orders needs no account'
		),
	needs: ['catalogue'],
	criteria: ({ fields, payment, shipping }) => [
		{ check: 'refuses-empty-cart', text: 'While the cart is empty, the page shall say so and take no order.' },
		{ check: 'total-is-sum', text: 'The cart shall show each thing with its price, and the sum of all of them.' },
		{ check: 'changes-quantity', text: 'When somebody changes how many they want, the line and the total shall change with it.' },
		{ check: 'refuses-quantity', text: 'If a number is 0, no whole number or more than there are, the cart shall refuse it.' },
		{ check: 'removes', text: 'When somebody removes a thing, it shall be gone from the cart and the total go down.' },
		{ check: 'cart-stays', text: 'When the page is opened again, the cart shall have what was in it.' },
		{
			check: 'marks-missing',
			text: `If ${listed(fields.filter(({ isRequired }) => isRequired).map(({ label }) => label))} is missing, the page shall mark it and place no order.`
		},
		{
			check: 'order-number',
			text: 'When the order is placed, the page shall confirm it with an order number, without an account.'
		},
		{
			check: 'no-real-payment',
			text: `The page shall say "${payment.note}" and ask for no card or account, only ${listed(fields.map(({ label }) => label))}.`
		},
		...(shipping
			? [
					{
						check: 'shipping',
						text: `The total shall have ${shipping.label} of ${shipping.price} in it${shipping.freeFrom === undefined ? '' : `, and none from ${shipping.freeFrom} on`}.`
					}
				]
			: [])
	],
	example
};
