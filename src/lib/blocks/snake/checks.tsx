import { act } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { gameWords } from '../../core/game-words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { SnakeParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<SnakeParameters>;

export const checks = {
	waits: async (context) => {
		clock.stop();
		const before = state(context);
		await clock.pass(5000);
		expect(state(context)).toBe(before);
		await context.user.click(context.view.getByRole('button', { name: gameWords('new-game') }));
		await step(context);
		expect(state(context)).not.toBe(before);
	},
	turns: async (context) => {
		clock.stop();
		const { view, user } = context;
		const [x, y] = head(context);
		await user.press('ArrowUp');
		await step(context);
		expect(head(context)).toEqual([x, y - 1]);
		await user.press('ArrowLeft');
		await step(context);
		expect(head(context)).toEqual([x - 1, y - 1]);
		await user.click(view.getByRole('button', { name: words('down') }));
		await step(context);
		expect(head(context)).toEqual([x - 1, y]);
	},
	'no-reverse': async (context) => {
		clock.stop();
		const { user } = context;
		const [x, y] = head(context);
		await user.press('ArrowLeft');
		await step(context);
		expect(head(context)).toEqual([x + 1, y]);
		// Two keys within one step: up, then left, and not left into its own neck.
		await user.press('ArrowUp');
		await user.press('ArrowLeft');
		await step(context);
		expect(head(context)).toEqual([x + 1, y - 1]);
		await step(context);
		expect(head(context)).toEqual([x, y - 1]);
		expect(context.view.queryByText(gameWords('game-over'))).toBeNull();
	},
	grows: async (context) => {
		clock.stop();
		const before = numbers(context)[0]!;
		const food = foodOf(context);
		await eat(context);
		expect(numbers(context)[0]).toBe(before + 1);
		expect(figure(context, gameWords('points'))).toBe('1');
		expect(foodOf(context)).not.toEqual(food);
	},
	dies: async (context) => {
		clock.stop();
		const { parameters, view, user } = context;
		await user.press('ArrowUp');
		for (let steps = 0; steps < parameters.size; steps++) await step(context);
		expect(view.getByRole('status').textContent).toContain(gameWords('game-over'));
		const end = state(context);
		await clock.pass(3000);
		expect(state(context)).toBe(end);
		await user.click(view.getByRole('button', { name: gameWords('new-game') }));
		expect(view.queryByRole('status')).toBeNull();
		expect(figure(context, gameWords('points'))).toBe('0');
	},
	wraps: async (context) => {
		clock.stop();
		const { parameters, view, user } = context;
		const [x, y] = head(context);
		await user.press('ArrowUp');
		for (let steps = 0; steps < parameters.size; steps++) await step(context);
		expect(head(context)).toEqual([x, y]);
		expect(view.queryByText(gameWords('game-over'))).toBeNull();
	},
	pauses: async (context) => {
		clock.stop();
		const { view, user } = context;
		await user.press('ArrowUp');
		await step(context);
		await user.click(view.getByRole('button', { name: gameWords('pause') }));
		const still = state(context);
		await clock.pass(3000);
		expect(state(context)).toBe(still);
		await user.click(view.getAllByRole('button', { name: gameWords('resume') })[0]!);
		await step(context);
		expect(state(context)).not.toBe(still);
		await hide(true);
		const hidden = state(context);
		await clock.pass(3000);
		expect(state(context)).toBe(hidden);
		await hide(false);
		expect(view.getByRole('status').textContent).toContain(gameWords('paused'));
	},
	'best-stays': async (context) => {
		clock.stop();
		await eat(context);
		const again = { ...context, view: await context.reload() };
		expect(figure(again, gameWords('points'))).toBe('0');
		expect(figure(again, gameWords('best'))).toBe('1');
	}
} satisfies Checks<SnakeParameters>;

type View = Pick<Context, 'view'>;
const state = ({ view }: View) => view.getByTestId('snake-state').textContent ?? '';
const figure = ({ view }: View, label: string) => view.getByText(label).nextElementSibling?.textContent;
/** Length, column and row of the head, column and row of the food. */
const numbers = (context: View) => (state(context).match(/\d+/g) ?? []).map(Number);
const head = (context: View): [number, number] => numbers(context).slice(1, 3) as [number, number];
const foodOf = (context: View): [number, number] => numbers(context).slice(3, 5) as [number, number];

/** As long as one step takes at the speed that is chosen first. */
const step = ({ parameters }: Context) => clock.pass(parameters.speeds[0]?.ms ?? 0);

/** Steers to the food, first to its row; round the snake's own body where that would be straight back. */
async function eat(context: Context): Promise<void> {
	const [length] = numbers(context);
	let going: Way = 'Right';
	for (let steps = 0; steps < 4 * context.parameters.size && numbers(context)[0] === length; steps++) {
		const [x, y] = head(context);
		const [fx, fy] = foodOf(context);
		const wanted: Way = fy < y ? 'Up' : fy > y ? 'Down' : fx < x ? 'Left' : 'Right';
		if (wanted !== BACK[going]) going = wanted;
		else if (wanted === 'Left' || wanted === 'Right') going = y > 1 ? 'Up' : 'Down';
		else going = x > 1 ? 'Left' : 'Right';
		await context.user.press(`Arrow${going}`);
		await step(context);
	}
}

type Way = 'Up' | 'Down' | 'Left' | 'Right';
const BACK: Record<Way, Way> = { Up: 'Down', Down: 'Up', Left: 'Right', Right: 'Left' };

/** As when another tab comes to the front, and back. */
async function hide(isHidden: boolean): Promise<void> {
	const kept = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible');
	await act(async () => {
		document.dispatchEvent(new Event('visibilitychange'));
	});
	if (!isHidden) kept.mockRestore();
}
