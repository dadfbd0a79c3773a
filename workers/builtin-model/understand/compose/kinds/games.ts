/** Games in the browser, each by its name or by how it goes. */
import { ANIMAL_PICTURES, PICTURE_SETS, WORD_LISTS } from '../../content/game-pictures';
import { itemsOf, listsOf } from '../../reading/lists';
import { countOf, numberOf } from '../../reading/numbers';
import { oneScreen } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Part } from '../parts';
import { capital } from '../phrases';

interface Game {
	words: RegExp;
	title: Record<Context['language'], string>;
	icon: string;
	make: (context: Context, title: string) => Part;
}

/** The first game that the text names; undefined for one that is not here. */
export function composeGame(context: Context): AppPlan | undefined {
	const game = GAMES.find(({ words }) => words.test(context.text));
	if (!game) return undefined;
	const title = context.name ?? titleOf(context, game.title[context.language]);
	return oneScreen({ ...context, title }, game.make(context, title), `${title}: a game in the browser.`, { icon: game.icon });
}

/** 'farm animals memory' says more than 'Memory'. */
function titleOf(context: Context, plain: string): string {
	const theme = themeOf(context.text);
	return theme && /memory/i.test(plain) && context.language === 'en' ? `${capital(theme.name)} ${plain.toLowerCase()}` : plain;
}

const GAMES: Game[] = [
	{
		words: /\bsnake\b|贪吃蛇|\bserpiente\b/i,
		title: { en: 'Snake', de: 'Snake', es: 'Serpiente', zh: '贪吃蛇' },
		icon: '🐍',
		make: ({ text }, title) =>
			part(
				'snake',
				{
					title,
					size: sideOf(text) ?? 20,
					wraps: /\bwrap|\bthrough (?:the )?walls?\b|\bother side\b/i.test(text),
					speeds: [
						{ label: 'Slow', ms: 220 },
						{ label: 'Medium', ms: 150 },
						{ label: 'Fast', ms: 95 }
					]
				},
				[text]
			)
	},
	{
		words: /\b2048\b|\bsliding tiles?\b/i,
		title: { en: '2048', de: '2048', es: '2048', zh: '2048' },
		icon: '🔢',
		make: ({ text }, title) =>
			part(
				'sliding-tiles',
				{ title, size: sideOf(text) ?? 4, target: Number(/\b(512|1024|2048|4096|8192)\b/.exec(text)?.[1] ?? 2048) },
				[text]
			)
	},
	{
		words: /\bconnect[ -]?(?:four|4)\b|\bfour in a row\b|\bvier gewinnt\b|\bcuatro en raya\b|四子棋/i,
		title: { en: 'Connect four', de: 'Vier gewinnt', es: 'Cuatro en raya', zh: '四子棋' },
		icon: '🔴',
		make: ({ text }, title) =>
			part('connect-four', { title, columns: 7, rows: 6, win: 4, drops: true, opponent: opponentOf(text) }, [text])
	},
	{
		words: /\btic[ -]?tac[ -]?toe\b|\bnoughts and crosses\b|\btres en raya\b|井字棋/i,
		title: { en: 'Tic-tac-toe', de: 'Tic-Tac-Toe', es: 'Tres en raya', zh: '井字棋' },
		icon: '❌',
		make: ({ text }, title) =>
			part('connect-four', { title, columns: 3, rows: 3, win: 3, drops: false, opponent: opponentOf(text) }, [text])
	},
	{
		words: /\breaction (?:test|game|time)\b|\breaktionstest\b|\bbecome green\b|\bturns green\b/i,
		title: { en: 'Reaction test', de: 'Reaktionstest', es: 'Prueba de reflejos', zh: '反应测试' },
		icon: '⚡',
		make: reactionOf
	},
	{
		words: /\bmemory\b|\bpairs\b|\bmemorama\b|记忆|翻牌/i,
		title: { en: 'Memory', de: 'Memory', es: 'Juego de memoria', zh: '记忆翻牌' },
		icon: '🃏',
		make: memoryOf
	},
	{
		words: /\bhangman\b|\bgalgenmännchen\b|\bahorcado\b/i,
		title: { en: 'Hangman', de: 'Galgenmännchen', es: 'Ahorcado', zh: '猜词' },
		icon: '🔤',
		make: ({ text, language }, title) =>
			part(
				'word-guess',
				{
					title,
					words: wordsFor(text, language, false),
					kind: 'gallows',
					letters: KEYS[language === 'de' || language === 'es' ? language : 'en'],
					tries: countOf(text, 'tries|wrong|mistakes|lives')?.count ?? 8
				},
				[text]
			)
	},
	{
		words: /\bwordle\b|\bguess (?:a|the) (?:\w+ )?word\b|\bword (?:guess|game)\b|猜词/i,
		title: { en: 'Guess the word', de: 'Wortraten', es: 'Adivina la palabra', zh: '猜词' },
		icon: '🔤',
		make: ({ text, language }, title) =>
			part(
				'word-guess',
				{
					title,
					words: wordsFor(text, language, true),
					kind: 'rows',
					letters: KEYS[language === 'de' || language === 'es' ? language : 'en'],
					tries: countOf(text, 'tries|guesses|attempts')?.count ?? 6
				},
				[text]
			)
	},
	{
		words: /\bminesweeper\b|\bminas\b|扫雷/i,
		title: { en: 'Minesweeper', de: 'Minenfeld', es: 'Buscaminas', zh: '扫雷' },
		icon: '💣',
		make: ({ text }, title) =>
			part(
				'mines',
				{
					title,
					sizes: [
						{ label: 'Small', rows: 9, columns: 9, mines: 10 },
						{ label: 'Medium', rows: 12, columns: 12, mines: 24 },
						{ label: 'Large', rows: 16, columns: 16, mines: 44 }
					]
				},
				[text]
			)
	},
	{
		words: /\bwheel\b|\bspinner\b|\bglücksrad\b|\bruleta\b|\brandom (?:name )?picker\b|转盘/i,
		title: { en: 'Wheel', de: 'Glücksrad', es: 'Ruleta', zh: '转盘' },
		icon: '🎡',
		make: (context, title) =>
			part(
				'wheel',
				{
					title,
					entries: entriesOf(context),
					removes: /\bremov|\bonly once\b|\bnot (?:be )?(?:drawn|picked) (?:twice|again)\b/i.test(context.text)
				},
				context.lines
			)
	},
	{
		words: /\bdice\b|\bwürfel\b|\bdados\b|骰子/i,
		title: { en: 'Dice', de: 'Würfel', es: 'Dados', zh: '骰子' },
		icon: '🎲',
		make: ({ text }, title) =>
			part('dice', { title, dice: Array.from({ length: countOf(text, 'dice')?.count ?? 2 }, () => 6) }, [text])
	},
	{
		words: /\btyping (?:test|game|speed)\b/i,
		title: { en: 'Typing test', de: 'Tipptest', es: 'Prueba de mecanografía', zh: '打字测试' },
		icon: '⌨️',
		make: ({ text }, title) =>
			part(
				'typing',
				{
					title,
					texts: [
						'The quick boat left the harbour before the morning wind turned.',
						'Seven small lanterns hung above the door and swung in the rain.',
						'Whoever plants a tree in autumn can sit in its shade one day.'
					],
					seconds: Number(/(\d+) seconds/i.exec(text)?.[1] ?? 60)
				},
				[text]
			)
	}
];

/** The keys of a screen, row by row. */
const KEYS: Record<'en' | 'de' | 'es', string[]> = {
	en: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
	de: ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'],
	es: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnmáéíóú']
};

const opponentOf = (text: string): 'person' | 'computer' | 'both' => {
	const computer = /\bcomputer\b|\bai\b|\bopponent plays\b|\bbot\b/i.test(text);
	const person = /\btwo players?\b|\b2 players?\b|\btwo[ -]player\b|\bfriend\b|\bhot ?seat\b|\bsame (?:screen|device)\b/i.test(
		text
	);
	return computer && !person ? 'computer' : person && !computer ? 'person' : 'both';
};

/** '4x4' or '20 by 20' fields. */
const sideOf = (text: string) => {
	const side = Number(/\b(\d{1,2})\s?(?:x|×|by)\s?\d{1,2}\b/i.exec(text)?.[1] ?? NaN);
	return Number.isNaN(side) ? undefined : side;
};

function reactionOf({ text, lines }: Context, title: string): Part {
	const between = /\b(\d+)\s*(?:-|–|to|until|till|and|bis)\s*(\d+)\s*sec/i.exec(text);
	return part(
		'reaction',
		{
			title,
			rounds: countOf(text, 'rounds?|Runden|rondas|轮')?.count ?? 5,
			from: Number(between?.[1] ?? 2),
			to: Number(between?.[2] ?? 5)
		},
		lines
	);
}

function memoryOf({ text, lines }: Context, title: string): Part {
	const pictures = themeOf(text)?.pictures ?? ANIMAL_PICTURES;
	const sizes = sizesOf(text, lines).filter(({ pairs }) => pairs <= pictures.length);
	return part(
		'memory',
		{
			title,
			pictures,
			sizes: sizes.length ? sizes : [6, 10, 15].map((pairs) => ({ label: `${pairs} pairs`, pairs })),
			twoPlayers: /\btwo[ -]player|\b2 players|\btwo players|\bzu zweit\b|\bdos jugadores\b|双人/i.test(text),
			confetti: /\bconfetti\b|\bkonfetti\b|\bconfeti\b/i.test(text),
			daily: /\bdaily\b/i.test(text)
		},
		lines
	);
}

/** 'three sizes (6, 10 or 15 pairs)', '4x4 or 6x6'. */
function sizesOf(text: string, lines: string[]): { label: string; pairs: number }[] {
	const grids = [...text.matchAll(/\b(\d)\s?[x×]\s?(\d)\b/gi)].map((match) => ({
		label: `${match[1] ?? ''} × ${match[2] ?? ''}`,
		pairs: Math.floor((Number(match[1]) * Number(match[2])) / 2)
	}));
	if (grids.length) return grids;
	const list =
		lines.flatMap(listsOf).find(({ head }) => /sizes?|levels?|größen|tamaños/i.test(head))?.items ??
		itemsOf(/((?:\d+,\s*)*\d+\s*(?:or|and|oder|y)\s*\d+) pairs/i.exec(text)?.[1] ?? '');
	return list
		.map((item) => numberOf(/\d+|\w+/.exec(item)?.[0] ?? ''))
		.filter((pairs) => pairs !== undefined)
		.map((pairs) => ({ label: `${pairs} pairs`, pairs }));
}

const themeOf = (text: string) => PICTURE_SETS.find(({ words }) => words.test(text));

/** What the wheel can stop at: what the text lists. */
function entriesOf(context: Context): string[] {
	const list = context.lines.flatMap(listsOf).find(({ items }) => items.every((item) => item.split(/\s+/).length <= 4));
	return list?.items.map(capital) ?? ['Anna', 'Ben', 'Clara', 'David', 'Eva', 'Finn'];
}

function wordsFor(text: string, language: Context['language'], sameLength: boolean): string[] {
	const list = WORD_LISTS[language === 'de' || language === 'es' ? language : 'en'];
	const letters = Number(
		/\b(\d|five|six|four)[- ]letters?\b/i.exec(text)?.[1]?.replace(/four/i, '4').replace(/five/i, '5').replace(/six/i, '6') ?? 5
	);
	const fitting = list.filter((word) => !sameLength || word.length === letters);
	return fitting.length >= 8 ? fitting : list.filter((word) => word.length === 5);
}
