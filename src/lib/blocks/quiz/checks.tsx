import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { QuizParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<QuizParameters>;

export const checks = {
	'asks-one-by-one': async ({ view, parameters, user }) => {
		await user.click(view.getByRole('button', { name: t('start') }));
		for (const { text, answers } of parameters.questions) {
			const isLast = text === parameters.questions.at(-1)?.text;
			expect(view.getByRole('heading', { level: 3 }).textContent).toBe(text);
			const group = view.getByRole('group', { name: text });
			expect([...group.children].map((one) => one.textContent)).toEqual(answers);
			await user.click(view.getByRole('button', { name: answers[0] }));
			await user.click(view.getByRole('button', { name: isLast ? words('result') : t('next') }));
		}
	},
	'tells-right-and-wrong': async ({ view, parameters, user }) => {
		const [first] = parameters.questions;
		if (!first) throw new Error('There are no questions.');
		const wrong = first.answers.findIndex((_, index) => index !== first.right);
		await user.click(view.getByRole('button', { name: t('start') }));
		await user.click(view.getByRole('button', { name: first.answers[wrong] }));
		expect(view.getByRole('status').textContent).toContain(first.answers[first.right]);
	},
	'shows-score': async (context) => {
		const all = context.parameters.questions.length;
		await answerAll(context, ({ right }) => right);
		expect(context.view.getByText(words('score', { right: all, all }))).toBeTruthy();
	},
	'shows-result': async (context) => {
		const { parameters, view } = context;
		await answerAll(context, ({ right, answers }) => (right + 1) % answers.length);
		const lowest = [...parameters.results].sort((a, b) => a.from - b.from)[0];
		expect(view.getByText(lowest?.text ?? '')).toBeTruthy();
	},
	'starts-again': async (context) => {
		const { parameters, view, user } = context;
		await answerAll(context, ({ right }) => right);
		await user.click(view.getByRole('button', { name: t('start-again') }));
		expect(view.getByRole('heading', { level: 3 }).textContent).toBe(parameters.questions[0]?.text);
	}
} satisfies Checks<QuizParameters>;

async function answerAll(
	{ view, parameters, user }: Context,
	choose: (question: QuizParameters['questions'][number]) => number
): Promise<void> {
	await user.click(view.getByRole('button', { name: t('start') }));
	for (const question of parameters.questions) {
		const isLast = question === parameters.questions.at(-1);
		await user.click(view.getByRole('button', { name: question.answers[choose(question)] }));
		await user.click(view.getByRole('button', { name: isLast ? words('result') : t('next') }));
	}
}
