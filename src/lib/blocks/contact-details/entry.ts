import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { ContactDetailsParameters } from './parameters';

export const entry: BlockEntry<ContactDetailsParameters> = {
	name: 'contact-details',
	line: 'Address, phone and e-mail to call or write at once; without a form',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90).optional(),
			text: words.optional(),
			address: z.array(words).min(1).refine(areDistinct, 'two lines are the same').optional(),
			phone: z
				.string()
				.regex(/^\+?[\d ()/.-]{3,30}$/, 'a phone number as +49 341 5550 129')
				.optional(),
			email: z.email('an e-mail address').optional(),
			note: words.optional()
		})
		.refine(({ address, phone, email }) => address ?? phone ?? email, 'give address, phone or email'),
	needs: [],
	criteria: ({ address, phone, email }) => [
		...(address ? [{ check: 'shows-address', text: `The page shall show the address "${address.join(', ')}".` }] : []),
		...(phone ? [{ check: 'shows-phone', text: `The page shall show the phone number ${phone}, to be called at a click.` }] : []),
		...(email ? [{ check: 'shows-email', text: `The page shall show ${email}, to be written to at a click.` }] : [])
	],
	example
};
