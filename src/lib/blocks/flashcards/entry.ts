import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, kebab, words } from '../schemas';
import { example } from './example';
import type { FlashcardsParameters } from './parameters';

export const entry: BlockEntry<FlashcardsParameters> = {
	name: 'flashcards',
	line: 'Cards with a front and a back by deck, turned and asked until all are known; own cards can be added',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		decks: z
			.array(
				z.strictObject({
					name: words.max(40),
					cards: z
						.array(z.strictObject({ front: words.max(160), back: words.max(300) }))
						.min(1)
						.refine((cards) => areDistinct(cards.map(({ front }) => front)), 'two cards have the same front')
				})
			)
			.min(1)
			.refine((decks) => areDistinct(decks.map(({ name }) => name)), 'two decks have the same name'),
		mayAdd: z.boolean(),
		collection: kebab
	}),
	needs: [],
	criteria: ({ mayAdd, decks }) => [
		{ check: 'turns', text: 'When a card is turned, its back shall be shown, and turned again its front.' },
		{ check: 'knows-or-again', text: 'What was not known shall come again; what was known shall not, until all are known.' },
		...(decks.length > 1 ? [{ check: 'changes-deck', text: 'When another deck is chosen, its cards shall be asked.' }] : []),
		...(mayAdd
			? [{ check: 'adds', text: 'When a card is added, it shall be asked with the others and be kept; an empty one is refused.' }]
			: [])
	],
	example
};
