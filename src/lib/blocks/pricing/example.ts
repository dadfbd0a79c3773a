import type { PricingParameters } from './parameters';

export const example: PricingParameters = {
	heading: 'Lessons and what they cost',
	plans: [
		{ name: 'Single lesson', price: '€ 38', per: 'per 45 minutes', points: ['Any free hour', 'Paid on the day'] },
		{
			name: 'Ten lessons',
			price: '€ 340',
			per: 'for ten',
			points: ['A fixed hour each week', 'Moved once without a fee', 'Sheet music included'],
			action: { label: 'Ask for an hour', href: '#contact' },
			isBest: true
		},
		{ name: 'For two', price: '€ 52', per: 'per 60 minutes', points: ['Two beginners together'] }
	],
	note: 'The first half hour costs nothing.'
};
