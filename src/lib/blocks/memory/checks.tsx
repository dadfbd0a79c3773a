import { expect } from 'vitest';
import { gameWords } from '../../core/game-words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { MemoryParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<MemoryParameters>;

/** Longer than two cards can be seen. */
const SEEN_MS = 1500;

export const checks = {
	deals: async (context) => {
		const { parameters, view, user } = context;
		const orders = new Set<string>();
		for (const { label, pairs } of parameters.sizes) {
			if (parameters.sizes.length > 1) await user.click(view.getByRole('radio', { name: label }));
			await chooseOne(context);
			expect(cards(context)).toHaveLength(2 * pairs);
			expect(cards(context).map(nameOf)).toEqual(cards(context).map((_, at) => words('face-down', { n: at + 1 })));
		}
		clock.stop();
		const [{ label, pairs }] = [...parameters.sizes].sort((a, b) => a.pairs - b.pairs) as [{ label: string; pairs: number }];
		if (parameters.sizes.length > 1) await user.click(view.getByRole('radio', { name: label }));
		// The same order again and again is chance once in millions, but for the smallest of games.
		for (let game = 0; game < 6 && orders.size < 2; game++) {
			if (game) await user.click(newGame(context));
			const order = await learn(context);
			expect(new Set(order).size).toBe(pairs);
			expect(order.map((name) => order.filter((one) => one === name).length)).toEqual(order.map(() => 2));
			orders.add(order.join());
		}
		expect(orders.size).toBe(2);
	},
	'turns-back': async (context) => {
		clock.stop();
		await chooseOne(context);
		const [a, b] = await miss(context);
		expect([nameOf(cards(context)[a]), nameOf(cards(context)[b])]).toEqual([
			expect.not.stringContaining(words('face-down', { n: a + 1 })),
			expect.not.stringContaining(words('face-down', { n: b + 1 }))
		]);
		await clock.pass(SEEN_MS);
		expect(nameOf(cards(context)[a])).toBe(words('face-down', { n: a + 1 }));
		expect(nameOf(cards(context)[b])).toBe(words('face-down', { n: b + 1 }));
		if (context.parameters.counts.includes('moves'))
			expect(figure(context, gameWords('moves'))).toBe(String(1 + found(context).length / 2));
	},
	'third-click-nothing': async (context) => {
		clock.stop();
		const { user } = context;
		await user.click(cards(context)[0]!);
		await user.click(cards(context)[0]!);
		expect(found(context)).toHaveLength(0);
		expect(open(context)).toEqual([0]);
		await clock.pass(SEEN_MS);
		await user.click(newGame(context));
		const [a, b] = await miss(context);
		const third = cards(context).findIndex((_, at) => at !== a && at !== b);
		await user.click(cards(context)[third]!);
		expect(open(context)).toEqual([a, b].sort((one, other) => one - other));
	},
	'pair-stays': async (context) => {
		clock.stop();
		const places = await findPair(context);
		await clock.pass(SEEN_MS);
		expect(found(context)).toEqual(places);
		for (const place of places) await context.user.click(cards(context)[place]!);
		await clock.pass(SEEN_MS);
		expect(found(context)).toEqual(places);
		expect(open(context)).toEqual([]);
	},
	'whose-turn': async (context) => {
		clock.stop();
		const { parameters, view, user } = context;
		if (parameters.players === 'both') await user.click(view.getByRole('radio', { name: gameWords('two-players') }));
		const plays = (n: number) => gameWords('turn', { name: gameWords('player', { n }) });
		expect(view.getByText(plays(1))).toBeTruthy();
		await miss(context);
		await clock.pass(SEEN_MS);
		expect(view.getByText(plays(2))).toBeTruthy();
		const order = await learn(context);
		const now = view.queryByText(plays(1)) ? 1 : 2;
		const name = gameWords('player', { n: now });
		const points = () => Number(view.getByText(name).parentElement?.textContent.slice(name.length));
		// Pairs may have been found by chance, while the order was learnt.
		const before = points();
		await takePair(context, order);
		expect(view.getByText(plays(now))).toBeTruthy();
		expect(points()).toBe(before + 1);
	},
	'time-runs': async (context) => {
		clock.stop();
		await chooseOne(context);
		expect(figure(context, gameWords('time'))).toBe('0:00');
		await clock.pass(3000);
		expect(figure(context, gameWords('time'))).toBe('0:00');
		await context.user.click(cards(context)[0]!);
		await clock.pass(61_000);
		expect(figure(context, gameWords('time'))).toBe('1:01');
		await finish(context);
		const end = figure(context, gameWords('time'));
		await clock.pass(30_000);
		expect(figure(context, gameWords('time'))).toBe(end);
	},
	finish: async (context) => {
		clock.stop();
		const { parameters, view, user } = context;
		await chooseOne(context);
		await finish(context);
		const over = view.getAllByRole('status').at(-1)!;
		if (parameters.players === 'two')
			expect([gameWords('draw'), ...[1, 2].map((n) => gameWords('wins-player', { name: gameWords('player', { n }) }))]).toContain(
				over.querySelector('strong')?.textContent
			);
		else expect(over.textContent).toContain(words('all-found'));
		await user.click([...over.querySelectorAll('button')].at(-1)!);
		expect(found(context)).toHaveLength(0);
		expect(cards(context)).toHaveLength(2 * (parameters.sizes[0]?.pairs ?? 0));
	},
	'best-stays': async (context) => {
		clock.stop();
		await chooseOne(context);
		await finish(context);
		const best = figure(context, gameWords('best'));
		expect(Number(best)).toBeGreaterThan(0);
		const view = await context.reload();
		expect(figure({ view }, gameWords('best'))).toBe(best);
		// A worse game leaves it as it is: every card is turned for nothing once more.
		const again = { ...context, view };
		for (let extra = 0; extra < Number(best); extra++) {
			await miss(again);
			await clock.pass(SEEN_MS);
		}
		await finish(again);
		expect(figure(again, gameWords('best'))).toBe(best);
	}
} satisfies Checks<MemoryParameters>;

type View = Pick<Context, 'view'>;

const cards = ({ view }: View) => [...view.getByLabelText(words('board')).querySelectorAll('button')];
const nameOf = (card: Element | undefined) => card?.getAttribute('aria-label') ?? '';
const placesOf = (context: View, state: string) =>
	cards(context).flatMap((card, place) => (card.dataset['state'] === state ? [place] : []));
const found = (context: View) => placesOf(context, 'found');
const open = (context: View) => placesOf(context, 'open');
const newGame = ({ view }: View) => view.getAllByRole('button', { name: gameWords('new-game') })[0]!;
const figure = ({ view }: View, label: string) => view.getByText(label).nextElementSibling?.textContent;

/** Where both are offered, one player alone. */
async function chooseOne({ parameters, view, user }: Context): Promise<void> {
	if (parameters.players === 'both') await user.click(view.getByRole('radio', { name: gameWords('one-player') }));
}

/** Plays until every card has been seen; what each is, by place. Pairs met by chance stay found. */
async function learn(context: Context): Promise<string[]> {
	const seen: string[] = [];
	for (let place = 0; place < cards(context).length; place++) {
		if (cards(context)[place]?.dataset['state'] !== 'down') {
			seen[place] = nameOf(cards(context)[place]);
			continue;
		}
		await context.user.click(cards(context)[place]!);
		seen[place] = nameOf(cards(context)[place]);
		await clock.pass(SEEN_MS);
	}
	return seen;
}

/** Turns two cards that are no pair. Pairs met on the way make it deal again. */
async function miss(context: Context): Promise<[number, number]> {
	for (;;) {
		const [a, b] = placesOf(context, 'down');
		if (a === undefined || b === undefined) throw new Error('There are no two cards face down.');
		await context.user.click(cards(context)[a]!);
		await context.user.click(cards(context)[b]!);
		if (!found(context).includes(a)) return [a, b];
		const more = placesOf(context, 'down');
		if (more.length < 3) await context.user.click(newGame(context));
	}
}

/** Finds the pictures of a pair, by looking at cards until two are alike. */
async function findPair(context: Context): Promise<number[]> {
	await learn(context);
	if (!found(context).length) await takePair(context, await learn(context));
	return found(context);
}

async function takePair(context: Context, order: readonly string[]): Promise<void> {
	await clock.pass(SEEN_MS);
	const [first] = open(context);
	const from = first ?? placesOf(context, 'down')[0]!;
	const other = order.findIndex((name, place) => place !== from && name === order[from]);
	if (first === undefined) await context.user.click(cards(context)[from]!);
	await context.user.click(cards(context)[other]!);
}

/** Finds all pairs. */
async function finish(context: Context): Promise<void> {
	const order = await learn(context);
	while (placesOf(context, 'down').length) await takePair(context, order);
}
