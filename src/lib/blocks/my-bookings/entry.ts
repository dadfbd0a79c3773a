import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { kebab, words } from '../schemas';
import { example } from './example';
import type { MyBookingsParameters } from './parameters';

export const entry: BlockEntry<MyBookingsParameters> = {
	name: 'my-bookings',
	line: "Somebody's own bookings, which they can cancel (until so many hours before); for a page of members",
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90),
		intro: words.max(400).optional(),
		collection: kebab,
		cancelUntilHours: z.number().min(0).max(720).optional(),
		none: words.max(160)
	}),
	needs: ['booking'],
	criteria: ({ cancelUntilHours: hours }) => [
		{ check: 'says-none', text: 'While somebody has booked nothing, the page shall say so.' },
		{
			check: 'lists-mine',
			text: 'When somebody has booked, the page shall list their bookings with the time, the next one first.'
		},
		{ check: 'cancels', text: 'When somebody cancels a booking and says yes, it shall be gone and its time be free.' },
		...(hours === undefined
			? []
			: [
					{
						check: 'refuses-late',
						text: `If a booking begins in less than ${hours} hours, the page shall refuse to cancel it and say why.`
					}
				])
	],
	example
};
