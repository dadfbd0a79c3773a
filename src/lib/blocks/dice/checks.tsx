import { expect, vi } from 'vitest';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { DiceParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<DiceParameters>;

export const checks = {
	rolls: async (context) => {
		const { dice } = context.parameters;
		expect(values(context)).toEqual(dice.map(() => NaN));
		const chance = vi.spyOn(Math, 'random');
		try {
			chance.mockReturnValue(0);
			expect(await roll(context)).toEqual(dice.map(() => 1));
			chance.mockReturnValue(0.9999);
			expect(await roll(context)).toEqual(dice);
		} finally {
			chance.mockRestore();
		}
		const seen = new Set<string>();
		for (let turn = 0; turn < 30; turn++) {
			const now = await roll(context);
			for (const [index, value] of now.entries()) {
				expect(Number.isInteger(value)).toBe(true);
				expect(value).toBeGreaterThanOrEqual(1);
				expect(value).toBeLessThanOrEqual(dice[index]!);
			}
			seen.add(now.join());
		}
		expect(seen.size).toBeGreaterThan(1);
	},
	'sum-right': async (context) => {
		for (let turn = 0; turn < 3; turn++) {
			const sum = (await roll(context)).reduce((all, one) => all + one, 0);
			expect(context.view.getByRole('status').textContent).toBe(`${words('sum')}: ${sum}`);
		}
	},
	history: async (context) => {
		const thrown: string[] = [];
		for (let turn = 0; turn < 3; turn++) thrown.unshift((await roll(context)).join(' + '));
		const lines = [...context.view.getByRole('list', { name: words('history') }).children];
		expect(lines.map((one) => one.firstElementChild?.textContent)).toEqual(thrown);
	},
	'more-dice': async (context) => {
		const { dice, kinds = [] } = context.parameters;
		const [kind = 6] = kinds;
		await context.user.click(context.view.getByRole('button', { name: words('add', { sides: kind }) }));
		expect(await roll(context)).toHaveLength(dice.length + 1);
		await context.user.click(context.view.getByRole('button', { name: words('off') }));
		expect(await roll(context)).toHaveLength(dice.length);
	}
} satisfies Checks<DiceParameters>;

/** What the dice show; NaN for one that was not thrown. */
const values = ({ view }: Context) =>
	view.getAllByRole('img').map((die) => {
		const label = die.getAttribute('aria-label') ?? '';
		const said = words('die', { sides: Number(die.dataset['sides']), n: '' });
		return label.startsWith(said) ? Number(label.slice(said.length)) : NaN;
	});

async function roll(context: Context): Promise<number[]> {
	await context.user.click(context.view.getByRole('button', { name: words('roll') }));
	return values(context);
}
