import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import type { MatchingParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<MatchingParameters>;

/** Answers so that a candidate fits as well as it can. */
async function answerFor(
	{ view, parameters, user }: Context,
	of: MatchingParameters['candidates'][number] | undefined
): Promise<void> {
	for (const { name, question, options } of parameters.asks) {
		const option = options.find((one) => of?.fits[name]?.includes(one)) ?? options[0];
		const chip = [...view.getByRole('group', { name: question }).querySelectorAll('button')].find(
			({ textContent }) => textContent === option
		);
		if (!chip) throw new Error(`"${question}" does not offer "${option}".`);
		await user.click(chip);
	}
	await user.click(view.getByRole('button', { name: words('show') }));
}

const results = (view: View) => [...(view.queryByRole('list', { name: words('results') })?.children ?? [])];
const percentOf = (result: Element | undefined) =>
	Number(/(\d+) %/.exec(result?.querySelector('.matching-share')?.textContent ?? '')?.[1]);

export const checks = {
	'best-first': async (context) => {
		const { view, parameters } = context;
		for (const candidate of parameters.candidates) {
			await answerFor(context, candidate);
			const percents = results(view).map(percentOf);
			expect(percents.length).toBeLessThanOrEqual(parameters.most);
			expect(percents).toEqual([...percents].sort((a, b) => b - a));
			const fitsAll = parameters.asks.every(({ name }) => candidate.fits[name]?.length);
			if (fitsAll) expect(percents[0]).toBe(100);
		}
	},
	'says-why': async (context) => {
		const { view, parameters } = context;
		const [candidate] = parameters.candidates;
		await answerFor(context, candidate);
		const shown = results(view).find((result) => result.querySelector('h3')?.textContent === candidate?.title);
		const fitting = parameters.asks.flatMap(
			({ name, options }) => options.find((one) => candidate?.fits[name]?.includes(one)) ?? []
		);
		expect(shown?.textContent).toContain(words('because', { reasons: fitting.join(', ') }));
	},
	'asks-for-all': async ({ view, user }) => {
		await user.click(view.getByRole('button', { name: words('show') }));
		expect(view.getByRole('alert').textContent).toBe(words('missing'));
		expect(results(view)).toEqual([]);
	},
	'starts-over': async (context) => {
		const { view, parameters, user } = context;
		await answerFor(context, parameters.candidates[0]);
		await user.click(view.getByRole('button', { name: t('start-again') }));
		expect(results(view)).toEqual([]);
		expect(view.queryAllByRole('button', { pressed: true })).toEqual([]);
	}
} satisfies Checks<MatchingParameters>;
