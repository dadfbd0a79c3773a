import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { FlashcardsParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<FlashcardsParameters>;

export const checks = {
	turns: async (context) => {
		const { cards } = context.parameters.decks[0]!;
		const front = shown(context);
		const card = cards.find((one) => one.front === front)!;
		await context.user.click(cardOf(context));
		expect(shown(context)).toBe(card.back);
		await context.user.click(cardOf(context));
		expect(shown(context)).toBe(front);
	},
	'knows-or-again': async (context) => {
		const { cards } = context.parameters.decks[0]!;
		const first = shown(context);
		await tell(context, 'knew-not');
		expect(context.view.getByText(words('left', { n: 0, all: cards.length }))).toBeTruthy();
		const seen: string[] = [];
		for (let n = 1; n <= cards.length; n++) {
			seen.push(shown(context));
			await tell(context, 'knew');
			expect(context.view.getByText(words('left', { n, all: cards.length }))).toBeTruthy();
		}
		expect(seen.at(-1)).toBe(first);
		expect([...seen].sort()).toEqual(cards.map(({ front }) => front).sort());
		expect(context.view.getByText(words('done'))).toBeTruthy();
		expect(context.view.getByText(words('missed', { n: 1 }))).toBeTruthy();
		await context.user.click(context.view.getByRole('button', { name: t('start-again') }));
		expect(context.view.getByText(words('left', { n: 0, all: cards.length }))).toBeTruthy();
	},
	'changes-deck': async (context) => {
		for (const { name, cards } of [...context.parameters.decks].reverse()) {
			await context.user.click(context.view.getByRole('radio', { name }));
			expect(cards.map(({ front }) => front)).toContain(shown(context));
			expect(context.view.getByText(words('left', { n: 0, all: cards.length }))).toBeTruthy();
		}
	},
	adds: async (context) => {
		const { view, user, parameters } = context;
		const all = parameters.decks[0]!.cards.length;
		await user.submit(view.getByRole('button', { name: t('add') }));
		expect(view.getByText(t('is-missing', { label: words('front') }))).toBeTruthy();
		expect(view.getByText(words('left', { n: 0, all }))).toBeTruthy();
		await user.fill(view.getByRole('textbox', { name: words('front') }), 'Zwöltz');
		await user.fill(view.getByRole('textbox', { name: words('back') }), 'A word of nobody');
		await user.submit(view.getByRole('button', { name: t('add') }));
		expect(view.getByText(words('left', { n: 0, all: all + 1 }))).toBeTruthy();
		const again = { ...context, view: await context.reload() };
		const seen: string[] = [];
		for (let n = 0; n <= all; n++) {
			seen.push(shown(again));
			await tell(again, 'knew');
		}
		expect(seen).toContain('Zwöltz');
	}
} satisfies Checks<FlashcardsParameters>;

/** The card itself comes before the button that turns it too. */
const cardOf = ({ view }: Context) => view.getAllByRole('button', { name: new RegExp(words('turn')) })[0]!;
const shown = (context: Context) => cardOf(context).querySelector('strong')?.textContent ?? '';

async function tell(context: Context, how: 'knew' | 'knew-not'): Promise<void> {
	if (!context.view.queryByRole('button', { name: words(how) })) await context.user.click(cardOf(context));
	await context.user.click(context.view.getByRole('button', { name: words(how) }));
}
