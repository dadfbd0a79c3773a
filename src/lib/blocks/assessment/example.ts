import type { AssessmentParameters } from './parameters';

export const example: AssessmentParameters = {
	title: 'Which garden suits you?',
	intro: 'Three questions about you, not about plants.',
	questions: [
		{
			question: 'How much time do you have in a week?',
			answers: [
				{ text: 'An hour at most', points: { meadow: 2 } },
				{ text: 'An evening or two', points: { herbs: 2, meadow: 1 } },
				{ text: 'Every free minute', points: { vegetables: 3 } }
			]
		},
		{
			question: 'What do you want from it?',
			answers: [
				{ text: 'Dinner', points: { vegetables: 3, herbs: 1 } },
				{ text: 'Good smells', points: { herbs: 3 } },
				{ text: 'Butterflies', points: { meadow: 3 } }
			]
		},
		{
			question: 'How large is your place?',
			answers: [
				{ text: 'A balcony', points: { herbs: 3 } },
				{ text: 'A lawn', points: { meadow: 2, vegetables: 1 } }
			]
		}
	],
	results: [
		{ key: 'vegetables', title: 'Vegetable beds', text: 'You like to work and to eat what you have grown.', icon: 'carrot' },
		{ key: 'herbs', title: 'Pots of herbs', text: 'Small, close to the kitchen, and always useful.', icon: 'herb' },
		{ key: 'meadow', title: 'A wild meadow', text: 'Sow once, mow twice, and watch who comes.', icon: 'butterfly' }
	],
	showsShares: true
};
