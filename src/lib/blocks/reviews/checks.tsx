import { expect } from 'vitest';
import { number } from '../../core/format';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import type { ReviewsParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ReviewsParameters>;

const listed = (view: View, { heading }: ReviewsParameters) =>
	[...view.getByRole('list', { name: heading }).children].map((entry) => entry.querySelector('strong')?.textContent);
const average = (stars: readonly number[]) =>
	number(Math.round((stars.reduce((sum, one) => sum + one, 0) / stars.length) * 10) / 10);

async function rate(
	{ user }: Context,
	view: View,
	{ stars, name, text }: { stars?: number; name: string; text: string }
): Promise<void> {
	if (stars) await user.click(view.getByRole('radio', { name: words('stars', { n: stars }) }));
	await user.fill(view.getByRole('textbox', { name: words('name') }), name);
	await user.fill(view.getByRole('textbox', { name: words('text') }), text);
	await user.click(view.getByRole('button', { name: words('send') }));
}

export const checks = {
	'average-right': ({ view, parameters: { reviews, of } }) => {
		const summary = view.getByRole('group', { name: of });
		expect(summary.querySelector('strong')?.textContent).toBe(average(reviews.map(({ stars }) => stars)));
		expect(summary.textContent).toContain(words('count', { n: reviews.length }));
	},
	rates: async (context) => {
		const { view, parameters, reload } = context;
		await rate(context, view, { stars: 2, name: 'Zoe', text: 'Rather thin.' });
		for (const open of [() => view, reload]) {
			const page = await open();
			expect(listed(page, parameters)).toEqual(['Zoe', ...[...parameters.reviews].reverse().map(({ name }) => name)]);
			const stars = [2, ...parameters.reviews.map((review) => review.stars)];
			expect(page.getByRole('group', { name: parameters.of }).querySelector('strong')?.textContent).toBe(average(stars));
		}
	},
	'refuses-empty': async (context) => {
		const { view, parameters } = context;
		await rate(context, view, { stars: 4, name: '', text: '' });
		expect(view.getAllByRole('textbox').map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
		expect(listed(view, parameters)).toHaveLength(parameters.reviews.length);
	},
	'refuses-no-stars': async (context) => {
		const { view, parameters } = context;
		await rate(context, view, { name: 'Zoe', text: 'Rather thin.' });
		expect(view.getByText(words('missing'))).toBeTruthy();
		expect(listed(view, parameters)).toHaveLength(parameters.reviews.length);
	}
} satisfies Checks<ReviewsParameters>;
