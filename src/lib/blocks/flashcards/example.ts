import type { FlashcardsParameters } from './parameters';

export const example: FlashcardsParameters = {
	title: 'Words for the ferry',
	intro: 'Think of the word, then turn the card.',
	decks: [
		{
			name: 'On board',
			cards: [
				{ front: 'das Deck', back: 'deck' },
				{ front: 'der Anker', back: 'anchor' },
				{ front: 'die Kabine', back: 'cabin' }
			]
		},
		{
			name: 'In port',
			cards: [
				{ front: 'der Kai', back: 'quay' },
				{ front: 'das Seil', back: 'rope' }
			]
		}
	],
	mayAdd: true,
	collection: 'own-cards'
};
