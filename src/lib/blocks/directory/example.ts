import type { DirectoryParameters } from './parameters';

export const example: DirectoryParameters = {
	heading: 'Dishes for weekday evenings',
	intro: 'Quick, without meat, and good for whoever comes by.',
	one: 'dish',
	all: 'dishes',
	collection: 'dishes',
	fields: [
		{ name: 'name', label: 'Name', kind: 'text' },
		{ name: 'kitchen', label: 'Kitchen', kind: 'choice', options: ['Italian', 'Indian', 'Mexican'] },
		{ name: 'minutes', label: 'Time', kind: 'number', unit: 'min' },
		{ name: 'price', label: 'Cost', kind: 'money' },
		{ name: 'isVegan', label: 'Vegan', kind: 'check' },
		{ name: 'ingredients', label: 'Ingredients', kind: 'list' }
	],
	titleField: 'name',
	summaryFields: ['kitchen', 'minutes', 'price'],
	filters: [
		{ field: 'kitchen', kind: 'choice' },
		{ field: 'minutes', kind: 'most', steps: [20, 30, 45] },
		{ field: 'isVegan', kind: 'tick' },
		{ field: 'ingredients', kind: 'contains' }
	],
	search: true,
	sort: [
		{ field: 'minutes', label: 'Time' },
		{ field: 'name', label: 'Name' }
	],
	favourites: true,
	none: 'No dish is like that. An onion and an egg are always a start.',
	scale: { field: 'ingredients', label: 'Portions', from: 4 },
	records: [
		{
			name: 'Lentil dal',
			kitchen: 'Indian',
			minutes: 35,
			price: 4.2,
			isVegan: true,
			ingredients: ['300 g red lentils', '2 onions', '400 ml coconut milk', '1 1/2 tsp turmeric', 'salt'],
			picture: { label: 'A bowl of dal', icon: 'curry-rice' },
			text: ['Fry the onions until they are brown at the edges. That takes ten minutes, and it is where the taste comes from.']
		},
		{
			name: 'Pasta with lemon',
			kitchen: 'Italian',
			minutes: 15,
			price: 3.5,
			isVegan: false,
			ingredients: ['400 g spaghetti', '2 lemons', '80 g hard cheese'],
			picture: { label: 'Spaghetti on a plate', icon: 'spaghetti' }
		},
		{
			name: 'Bean tacos',
			kitchen: 'Mexican',
			minutes: 20,
			price: 5,
			isVegan: true,
			ingredients: ['12 tortillas', '500 g black beans', '1 lime'],
			picture: { label: 'Three tacos', icon: 'taco' }
		},
		{
			name: 'Aubergine bake',
			kitchen: 'Italian',
			minutes: 100,
			price: 7.8,
			isVegan: false,
			ingredients: ['3 aubergines', '250 g mozzarella'],
			picture: { label: 'A dish from the oven', icon: 'eggplant' }
		}
	]
};
