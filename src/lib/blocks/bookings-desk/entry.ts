import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { kebab, words } from '../schemas';
import { example } from './example';
import type { BookingsDeskParameters } from './parameters';

export const entry: BlockEntry<BookingsDeskParameters> = {
	name: 'bookings-desk',
	line: 'All bookings with who booked, to cancel and to mark as given and returned; for a page of the owner',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		handOver: z.boolean().optional(),
		none: words.max(160)
	}),
	needs: ['booking'],
	criteria: ({ handOver }) => [
		{ check: 'says-none', text: 'While nothing is booked, the page shall say so.' },
		{ check: 'lists-all', text: 'The owner shall see all bookings with their time and who booked, the next one first.' },
		...(handOver
			? [
					{ check: 'marks-given', text: 'When the owner marks a booking as given, it shall be marked so, after a reload too.' },
					{ check: 'marks-returned', text: 'When the owner marks a thing as returned, its booking shall be over.' }
				]
			: []),
		{ check: 'cancels', text: 'When the owner cancels a booking and says yes, it shall be gone.' }
	],
	example
};
