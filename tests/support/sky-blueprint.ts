import { blocks } from '../../src/lib/blocks/registry';
import { blueprintSchema, type Blueprint } from '../../src/lib/domain/blueprint';

/** A small client app as an architect would submit it: an opening and a quiz, in colours that were asked for. */
export function skyBlueprint(): Blueprint {
	const hero = {
		kicker: 'For everybody who looks up',
		title: 'The night sky over your own roof',
		text: 'A small quiz about stars, planets and the Moon. It takes a minute, and you need no telescope.',
		actions: [
			{ label: 'Start the quiz', href: '#quiz' },
			{ label: 'How it works', href: '#quiz' }
		],
		icon: 'star',
		facts: [
			{ value: '3', label: 'questions' },
			{ value: '1 min', label: 'is all it takes' },
			{ value: '0', label: 'telescopes needed' }
		]
	};
	const quiz = blocks.get('quiz')?.example as Record<string, unknown>;
	const quizCriteria = blocks.get('quiz')?.criteria(quiz) ?? [];
	const heroCriteria = blocks.get('hero')?.criteria(hero) ?? [];
	const numbered = (requirement: number, block: string, at: number, all: { check: string; text: string }[]) =>
		all.map(({ check, text }, index) => ({ id: `R${requirement}.${index + 1}`, text, check: { block, at, name: check } }));
	return blueprintSchema.parse({
		title: 'Night Sky Quiz',
		slug: 'night-sky-quiz',
		summary: 'A quiz about the night sky, with a score and a result at the end.',
		frame: 'client',
		stack: ['TypeScript', 'React', 'Vite', 'Vitest'],
		design: { ground: 'beige', part: 'saddlebrown', icon: 'star', tagline: 'Three questions about stars and planets' },
		requirements: [
			{ id: 'R1', text: 'When somebody opens the app, it shall say what it is.', criteria: numbered(1, 'hero', 0, heroCriteria) },
			{ id: 'R2', text: 'The app shall ask questions and show a score.', criteria: numbered(2, 'quiz', 1, quizCriteria) },
			{
				id: 'R3',
				text: 'The app shall use beige as its background and saddle brown for its components.',
				quote: 'Apply beige as the background color; style all components with saddle brown.',
				criteria: [
					{
						id: 'R3.1',
						text: 'Every page shall have a beige background and saddle brown components.',
						check: { name: 'shows-colours' }
					}
				]
			}
		],
		features: [
			{
				name: 'home',
				kind: 'page',
				pages: [
					{
						route: '/',
						title: 'Night Sky Quiz',
						kind: 'content',
						description: 'A quiz about the night sky.',
						blocks: [
							{ block: 'hero', parameters: hero },
							{ block: 'quiz', parameters: quiz, menu: 'Quiz' }
						]
					}
				],
				criteria: [
					...heroCriteria.map((_, index) => `R1.${index + 1}`),
					...quizCriteria.map((_, index) => `R2.${index + 1}`),
					'R3.1'
				]
			}
		]
	});
}
