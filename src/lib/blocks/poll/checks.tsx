import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { PollParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<PollParameters>;

export const checks = {
	'needs-choice': async ({ view, user }) => {
		await user.submit(view.getByRole('button', { name: words('vote') }));
		expect(view.getByRole('alert').textContent).toBe(t('choose-one'));
		expect(view.queryByRole('list', { name: words('results') })).toBeNull();
	},
	'shows-bars': async (context) => {
		const { options, seeds = {} } = context.parameters;
		expect(context.view.queryByRole('list', { name: words('results') })).toBeNull();
		await vote(context);
		const own = options.at(-1);
		for (const [index, option] of options.entries()) {
			const line = context.view.getByRole('list', { name: words('results') }).children[index];
			expect(line?.textContent).toContain(option);
			expect(line?.querySelector('b')?.textContent).toMatch(new RegExp(`^${(seeds[option] ?? 0) + (option === own ? 1 : 0)} `));
		}
		const all = Object.values(seeds).reduce((sum, one) => sum + one, 1);
		expect(context.view.getByText(words('votes', { n: all }))).toBeTruthy();
	},
	'votes-once': async (context) => {
		await vote(context);
		const view = await context.reload();
		expect(view.queryByRole('button', { name: words('vote') })).toBeNull();
		const all = Object.values(context.parameters.seeds ?? {}).reduce((sum, one) => sum + one, 1);
		expect(view.getByText(words('votes', { n: all }))).toBeTruthy();
	}
} satisfies Checks<PollParameters>;

/** For the last option. */
async function vote({ parameters, view, user }: Context): Promise<void> {
	await user.click(view.getByRole('radio', { name: parameters.options.at(-1)! }));
	await user.submit(view.getByRole('button', { name: words('vote') }));
}
