import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { QuizParameters, QuizQuestion } from './parameters';
import { words } from './words';

type Context = CheckContext<QuizParameters>;

export const checks = {
	'asks-one-by-one': async (context) => {
		const { view, parameters } = context;
		const all = parameters.questions.length;
		await start(context);
		const asked = new Set<string>();
		for (let n = 1; n <= all; n++) {
			const { text, answers } = question(context);
			asked.add(text);
			expect(view.getByText(words('question', { n, all }))).toBeTruthy();
			expect(bar(context)).toBe(n - 1);
			expect(view.getAllByRole('heading', { level: 3 })).toHaveLength(1);
			expect([...view.getByRole('group', { name: text }).children].map((one) => one.textContent)).toEqual(answers);
			await answer(context, 0);
		}
		expect(asked.size).toBe(all);
		expect(bar(context)).toBe(all);
	},
	'tells-right-and-wrong': async (context) => {
		await start(context);
		const first = question(context);
		await choose(context, first.right);
		expect(told(context)).toContain(words('right'));
		if (first.because) expect(told(context)).toContain(first.because);
		if (context.parameters.questions.length < 2) return;
		await next(context);
		const second = question(context);
		await choose(context, wrongOf(second));
		expect(told(context)).toContain(words('wrong', { answer: second.answers[second.right] ?? '' }));
		if (second.because) expect(told(context)).toContain(second.because);
	},
	'second-click-nothing': async (context) => {
		await start(context);
		const all = context.parameters.questions.length;
		for (let n = 0; n < all; n++) {
			const one = question(context);
			await choose(context, wrongOf(one));
			await choose(context, one.right);
			await next(context);
		}
		expect(context.view.getByText(words('score', { right: 0, all }))).toBeTruthy();
	},
	'time-runs-out': async (context) => {
		clock.stop();
		await start(context);
		const { answers, right } = question(context);
		const seconds = context.parameters.secondsPerQuestion ?? 0;
		await clock.pass((seconds - 1) * 1000);
		expect(told(context)).toBe('');
		await clock.pass(2000);
		expect(told(context)).toContain(words('late', { answer: answers[right] ?? '' }));
		await choose(context, right);
		await next(context);
		const all = context.parameters.questions.length;
		for (let n = 1; n < all; n++) await answer(context, question(context).right);
		expect(context.view.getByText(words('score', { right: all - 1, all }))).toBeTruthy();
	},
	'shows-score': async (context) => {
		const all = context.parameters.questions.length;
		await start(context);
		// Every second one is answered wrongly.
		for (let n = 0; n < all; n++) await answer(context, n % 2 ? wrongOf(question(context)) : question(context).right);
		expect(context.view.getByText(words('score', { right: Math.ceil(all / 2), all }))).toBeTruthy();
	},
	'shows-result': async (context) => {
		const { parameters, view, user } = context;
		const bySize = [...parameters.results].sort((a, b) => a.from - b.from);
		await start(context);
		await answerAll(context, wrongOf);
		expect(view.getByText(bySize[0]?.text ?? '')).toBeTruthy();
		await user.click(view.getByRole('button', { name: t('start-again') }));
		await answerAll(context, ({ right }) => right);
		expect(view.getByText(bySize.at(-1)?.text ?? '')).toBeTruthy();
	},
	'starts-again': async (context) => {
		const { parameters, view, user } = context;
		const all = parameters.questions.length;
		await start(context);
		const before = await answerAll(context, ({ right }) => right);
		expect(view.getByText(words('score', { right: all, all }))).toBeTruthy();
		await user.click(view.getByRole('button', { name: t('start-again') }));
		expect(bar(context)).toBe(0);
		const after = await answerAll(context, wrongOf);
		expect(view.getByText(words('score', { right: 0, all }))).toBeTruthy();
		expect([...after].sort()).toEqual([...before].sort());
		if (parameters.shuffles && all > 1) expect(after).not.toEqual(before);
		else expect(after).toEqual(before);
	},
	'best-stays': async (context) => {
		const all = context.parameters.questions.length;
		await start(context);
		await answerAll(context, ({ right }) => right);
		const again = { ...context, view: await context.reload() };
		await start(again);
		await answerAll(again, wrongOf);
		expect(again.view.getByText(words('best', { right: all, all }))).toBeTruthy();
	}
} satisfies Checks<QuizParameters>;

const start = ({ view, user }: Context) => user.click(view.getByRole('button', { name: t('start') }));
const told = ({ view }: Context) => view.getByRole('status').textContent ?? '';
const bar = ({ view }: Context) => Number(view.getByRole('progressbar').getAttribute('aria-valuenow'));
const wrongOf = ({ right, answers }: QuizQuestion) => (right + 1) % answers.length;

/** The question that is asked now. */
function question({ view, parameters }: Context): QuizQuestion {
	const asked = view.getByRole('heading', { level: 3 }).textContent;
	const found = parameters.questions.find(({ text }) => text === asked);
	if (!found) throw new Error(`"${asked}" is no question of the quiz.`);
	return found;
}

function choose({ view, user, ...rest }: Context, at: number): Promise<void> {
	const { text } = question({ view, user, ...rest });
	const button = view.getByRole('group', { name: text }).children[at];
	if (!button) throw new Error(`"${text}" has no answer ${at}.`);
	return user.click(button);
}

function next({ view, user }: Context): Promise<void> {
	const button = view.queryByRole('button', { name: t('next') }) ?? view.getByRole('button', { name: words('result') });
	return user.click(button);
}

async function answer(context: Context, at: number): Promise<void> {
	await choose(context, at);
	await next(context);
}

/** @returns the questions in the order in which they were asked */
async function answerAll(context: Context, at: (question: QuizQuestion) => number): Promise<string[]> {
	const asked: string[] = [];
	for (let n = 0; n < context.parameters.questions.length; n++) {
		asked.push(question(context).text);
		await answer(context, at(question(context)));
	}
	return asked;
}
