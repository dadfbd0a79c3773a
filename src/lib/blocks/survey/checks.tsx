import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { SurveyParameters, SurveyQuestion } from './parameters';
import { words } from './words';

type Context = CheckContext<SurveyParameters>;

export const checks = {
	'one-at-a-time': async (context) => {
		const { parameters, view } = context;
		const all = parameters.questions.length;
		for (const [index, question] of parameters.questions.entries()) {
			expect(view.getByText(words('question', { n: index + 1, all }))).toBeTruthy();
			expect(groups(context)).toHaveLength(1);
			expect(groups(context)[0]?.textContent).toContain(question.question);
			await answer(context, question);
			if (index < all - 1) await next(context);
		}
	},
	'asks-all': (context) => {
		expect(groups(context).map((one) => one.querySelector('legend')?.textContent)).toEqual(
			context.parameters.questions.map(({ question, isRequired }) => (isRequired ? question : `${question} (${t('optional')})`))
		);
	},
	requires: async (context) => {
		for (const question of context.parameters.questions) {
			if (question.isRequired) {
				await next(context);
				expect(groupOf(context, question).getAttribute('aria-invalid')).toBe('true');
				expect(groupOf(context, question).textContent).toContain(words('required'));
			}
			await answer(context, question);
			expect(groupOf(context, question).textContent).not.toContain(words('required'));
			if (context.parameters.onePerScreen) await next(context);
		}
		if (!context.parameters.onePerScreen) await next(context);
		expect(context.view.getByText(context.parameters.thanks)).toBeTruthy();
	},
	'back-keeps': async (context) => {
		const { parameters, view, user } = context;
		for (const question of parameters.questions.slice(0, -1)) {
			await answer(context, question);
			await next(context);
		}
		for (const question of parameters.questions.slice(0, -1).reverse()) {
			await user.click(view.getByRole('button', { name: t('back') }));
			expect(given(groupOf(context, question))).toEqual(expected(question));
		}
	},
	thanks: async (context) => {
		await answerAll(context);
		expect(context.view.getByText(context.parameters.thanks)).toBeTruthy();
		expect(groups(context)).toHaveLength(0);
	},
	'own-answer-counted': async (context) => {
		const { parameters, view } = context;
		const { results, seeds = [], questions } = parameters;
		expect(view.queryByRole('region', { name: words('results') }) !== null).toBe(results === 'everybody');
		await answerAll(context);
		expect(view.getByText(words('answers', { n: seeds.length + 1 }))).toBeTruthy();
		for (const question of questions.filter(({ kind }) => kind !== 'text' && kind !== 'number' && kind !== 'date')) {
			const own = expected(question);
			for (const label of optionsOf(question)) {
				const others = seeds.filter(({ [question.name]: one }) =>
					Array.isArray(one) ? one.includes(label) : String(one) === label
				);
				const count = others.length + (own.includes(label) ? 1 : 0);
				const line = [...view.getByRole('list', { name: question.question }).children].find(
					(one) => one.firstElementChild?.textContent === label
				);
				expect(line?.lastElementChild?.textContent, label).toMatch(new RegExp(`^${count} `));
			}
		}
	},
	'keeps-results': async (context) => {
		await answerAll(context);
		expect(context.view.queryByRole('region', { name: words('results') })).toBeNull();
	},
	'once-per-browser': async (context) => {
		await answerAll(context);
		const again = { ...context, view: await context.reload() };
		expect(again.view.getByText(words('already'))).toBeTruthy();
		expect(groups(again)).toHaveLength(0);
		expect(again.view.queryByRole('button', { name: words('send') })).toBeNull();
	},
	'is-closed': (context) => {
		expect(context.view.getByText(words('closed'))).toBeTruthy();
		expect(groups(context)).toHaveLength(0);
	},
	'no-names': async (context) => {
		const { parameters, view } = context;
		const fields = () => [...(view.queryByRole('form')?.querySelectorAll('input') ?? [])];
		for (const question of parameters.questions) {
			expect(fields().filter(({ type, autocomplete }) => type === 'email' || /name|email/.test(autocomplete))).toEqual([]);
			if (!parameters.onePerScreen) return;
			await answer(context, question);
			await next(context);
		}
	}
} satisfies Checks<SurveyParameters>;

const groups = ({ view }: Context) => [...(view.queryByRole('form')?.querySelectorAll('fieldset') ?? [])];

function groupOf(context: Context, { question }: SurveyQuestion): HTMLFieldSetElement {
	const found = groups(context).find((one) => one.querySelector('legend')?.textContent?.startsWith(question));
	if (!found) throw new Error(`"${question}" is not asked now.`);
	return found;
}

function next({ view, user }: Context): Promise<void> {
	return user.submit(view.queryByRole('button', { name: t('next') }) ?? view.getByRole('button', { name: words('send') }));
}

/** What it can be answered with, as texts. */
function optionsOf({ kind, options = [], from = 1, to = 5 }: SurveyQuestion): string[] {
	return kind === 'scale' ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : options;
}

/** What the tests answer: the last option, of several the first too; a word, a number, a day. */
function expected(question: SurveyQuestion): string[] {
	const options = optionsOf(question);
	switch (question.kind) {
		case 'choices':
			return [options[0]!, options.at(-1)!];
		case 'text':
			return ['A bench in the shade'];
		case 'number':
			return ['7'];
		case 'date':
			return ['2031-09-12'];
		default:
			return [options.at(-1)!];
	}
}

async function answer(context: Context, question: SurveyQuestion): Promise<void> {
	const group = groupOf(context, question);
	const field = group.querySelector('textarea, input:not([type="radio"], [type="checkbox"])');
	if (field) return context.user.fill(field, expected(question)[0]!);
	for (const text of expected(question)) {
		const label = [...group.querySelectorAll('label')].find((one) => one.textContent === text);
		await context.user.click(label!.querySelector('input')!);
	}
}

/** What is chosen or written in a question. */
function given(group: Element): string[] {
	const field = group.querySelector<HTMLInputElement>('textarea, input:not([type="radio"], [type="checkbox"])');
	if (field) return [field.value];
	return [...group.querySelectorAll('label')]
		.filter((label) => label.querySelector('input')?.checked)
		.map((label) => label.textContent ?? '');
}

async function answerAll(context: Context): Promise<void> {
	for (const question of context.parameters.questions) {
		await answer(context, question);
		if (context.parameters.onePerScreen) await next(context);
	}
	if (!context.parameters.onePerScreen) await next(context);
}
