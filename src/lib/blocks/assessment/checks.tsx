import { expect } from 'vitest';
import { percent } from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { AssessmentParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<AssessmentParameters>;

export const checks = {
	'asks-one-by-one': async (context) => {
		const { view, parameters } = context;
		const all = parameters.questions.length;
		for (const [index, { question, answers }] of parameters.questions.entries()) {
			expect(view.getByText(words('question', { n: index + 1, all }))).toBeTruthy();
			const group = view.getByRole('group', { name: question });
			expect([...group.children].map((one) => one.textContent)).toEqual(answers.map(({ text }) => text));
			expect(nextButton(context).hasAttribute('disabled')).toBe(true);
			await answer(context, index, 0);
		}
	},
	'result-fits': async (context) => {
		for (const { key, title, text } of context.parameters.results) {
			const given = answersFor(context.parameters, key);
			await answerAll(context, given);
			const shown = context.view.getByRole('status', { name: words('result') });
			expect(shown.textContent).toContain(title);
			expect(shown.textContent).toContain(text);
			await context.user.click(context.view.getByRole('button', { name: t('start-again') }));
		}
	},
	'shows-shares': async (context) => {
		const { parameters, view } = context;
		const given = answersFor(parameters, parameters.results[0]!.key);
		await answerAll(context, given);
		const points = parameters.results.map(({ key }) =>
			parameters.questions.reduce((sum, { answers }, index) => sum + (answers[given[index]!]?.points[key] ?? 0), 0)
		);
		const all = points.reduce((sum, one) => sum + one, 0);
		for (const [index, { title }] of parameters.results.entries()) {
			const line = [...view.getByRole('list', { name: words('shares') }).children].find(
				(one) => one.firstElementChild?.textContent === title
			);
			expect(line?.querySelector('b')?.textContent).toBe(percent(Math.round((points[index]! / all) * 100) / 100));
		}
	},
	'back-keeps': async (context) => {
		const { parameters, view, user } = context;
		const given = parameters.questions.map(({ answers }) => answers.length - 1);
		await answerAll(context, given);
		for (const { question, answers } of [...parameters.questions].reverse()) {
			await user.click(view.getByRole('button', { name: t('back') }));
			const chosen = view.getByRole('group', { name: question }).querySelector('[aria-pressed="true"]');
			expect(chosen?.textContent).toBe(answers.at(-1)?.text);
		}
	},
	'starts-again': async (context) => {
		const { parameters, view, user } = context;
		await answerAll(
			context,
			parameters.questions.map(() => 0)
		);
		await user.click(view.getByRole('button', { name: t('start-again') }));
		for (const [index, { question }] of parameters.questions.entries()) {
			expect(view.getByRole('group', { name: question }).querySelector('[aria-pressed="true"]')).toBeNull();
			await answer(context, index, 0);
		}
	}
} satisfies Checks<AssessmentParameters>;

const nextButton = ({ view }: Context) =>
	view.queryByRole('button', { name: t('next') }) ?? view.getByRole('button', { name: words('show') });

async function answer(context: Context, question: number, at: number): Promise<void> {
	const name = context.parameters.questions[question]!.question;
	await context.user.click(context.view.getByRole('group', { name }).children[at]!);
	await context.user.click(nextButton(context));
}

async function answerAll(context: Context, given: readonly number[]): Promise<void> {
	for (const [question, at] of given.entries()) await answer(context, question, at);
}

/** For each question the answer that gives a result most, less what it gives to others. */
function answersFor({ questions }: AssessmentParameters, key: string): number[] {
	return questions.map(({ answers }) => {
		const worth = answers.map(({ points }) =>
			Object.entries(points).reduce((sum, [one, more]) => sum + (one === key ? more : -more), 0)
		);
		return worth.indexOf(Math.max(...worth));
	});
}
