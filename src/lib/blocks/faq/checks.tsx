import { expect } from 'vitest';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import type { FaqParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<FaqParameters>;

const questionsOf = ({ groups }: FaqParameters) => groups.flatMap(({ items }) => items);
const shownQuestions = (view: View) => view.queryAllByRole('button').map((button) => button.textContent);
const searchFor = ({ view, user }: Context, text: string) =>
	user.fill(view.getByRole('searchbox', { name: words('search') }), text);

export const checks = {
	'shows-questions': ({ view, parameters }) => {
		expect(shownQuestions(view)).toEqual(questionsOf(parameters).map(({ question }) => question));
		for (const { name } of parameters.groups) if (name) expect(view.getByRole('heading', { name })).toBeTruthy();
	},
	folds: async ({ view, parameters, user }) => {
		for (const { question, answer } of questionsOf(parameters)) {
			const button = view.getByRole('button', { name: question });
			const panel = document.getElementById(button.getAttribute('aria-controls') ?? '');
			expect([button.getAttribute('aria-expanded'), panel?.hidden]).toEqual(['false', true]);
			await user.click(button);
			expect([button.getAttribute('aria-expanded'), panel?.hidden]).toEqual(['true', false]);
			expect(panel?.textContent).toContain(answer);
			await user.click(button);
			expect(panel?.hidden).toBe(true);
		}
	},
	'search-finds': async (context) => {
		const { view, parameters } = context;
		const all = questionsOf(parameters);
		const counts: number[] = [];
		for (const { question } of all) {
			await searchFor(context, question.toUpperCase());
			expect(shownQuestions(view)).toContain(question);
			counts.push(shownQuestions(view).length);
		}
		expect(Math.min(...counts)).toBeLessThan(all.length);
		await searchFor(context, '');
		expect(shownQuestions(view)).toHaveLength(all.length);
	},
	'search-finds-nothing': async (context) => {
		await searchFor(context, 'xqzzv');
		expect(shownQuestions(context.view)).toEqual([]);
		expect(context.view.getByText(words('nothing', { text: 'xqzzv' }))).toBeTruthy();
	},
	'urgent-first': async ({ view, parameters, user }) => {
		const { number = '', group } = parameters.urgent ?? {};
		const [first] = view.getAllByRole('note');
		expect(first?.textContent).toContain(number);
		const [question] = view.getAllByRole('button');
		expect(first && question && first.compareDocumentPosition(question)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
		for (const item of parameters.groups.find(({ name }) => name && name === group)?.items ?? []) {
			const button = view.getByRole('button', { name: item.question });
			await user.click(button);
			const panel = document.getElementById(button.getAttribute('aria-controls') ?? '');
			expect(panel?.firstElementChild?.textContent).toContain(number);
		}
	}
} satisfies Checks<FaqParameters>;
