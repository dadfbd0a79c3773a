import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { AdvisorParameters, AdvisorResult, AdvisorStep } from './parameters';
import { words } from './words';

type Context = CheckContext<AdvisorParameters>;
type Answers = Record<string, string | number>;

export const checks = {
	'one-question-after-other': async (context) => {
		const { view, parameters } = context;
		const answers = answersFor(parameters, parameters.results[0]!);
		for (const [index, step] of parameters.steps.entries()) {
			expect(view.getByRole('heading', { name: step.question })).toBeTruthy();
			expect(view.getByText(words('step', { n: index + 1, all: parameters.steps.length }))).toBeTruthy();
			const options = view.queryByRole('group', { name: step.question })?.children ?? [];
			expect([...options].map((one) => one.textContent)).toEqual(step.options?.map(({ label }) => label) ?? []);
			await answer(context, step, answers[step.name]!);
		}
		expect(view.getByRole('status', { name: words('advice') })).toBeTruthy();
	},
	'needs-answer': async (context) => {
		const [first] = context.parameters.steps as [AdvisorStep];
		await next(context);
		expect(context.view.getByRole('heading', { name: first.question })).toBeTruthy();
		const said = first.kind === 'choice' ? t('choose-one') : t('is-missing', { label: first.label });
		expect(context.view.getByText(said)).toBeTruthy();
	},
	'refuses-number': async (context) => {
		const { parameters, view, user } = context;
		const answers = answersFor(parameters, parameters.results[0]!);
		for (const step of parameters.steps) {
			if (step.kind === 'number') {
				const { min, max } = step;
				const bad = ['abc', ...(min === undefined ? [] : [String(min - 1)]), ...(max === undefined ? [] : [String(max + 1)])];
				for (const text of bad) {
					await user.fill(view.getByRole('textbox'), text);
					await next(context);
					expect(view.getByRole('heading', { name: step.question })).toBeTruthy();
					expect(view.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
				}
			}
			await answer(context, step, answers[step.name]!);
		}
		expect(advised(context).length).toBeGreaterThan(0);
	},
	'advice-fits': async (context) => {
		const { parameters } = context;
		for (const result of parameters.results) {
			const answers = answersFor(parameters, result);
			await answerAll(context, answers);
			const names = advised(context);
			expect(names.length).toBeGreaterThan(0);
			expect(names.length).toBeLessThanOrEqual(parameters.most);
			for (const name of names)
				expect(
					suits(
						parameters.results.find((one) => one.name === name)!,
						answers
					),
					name
				).toBe(true);
			await again(context);
		}
	},
	'says-why': async (context) => {
		const { parameters, view } = context;
		const result = parameters.results.find(({ suits }) => Object.keys(suits).length) ?? parameters.results[0]!;
		const answers = answersFor(parameters, result);
		await answerAll(context, answers);
		const [name = ''] = advised(context);
		const own = parameters.results.find((one) => one.name === name)!;
		const text = view.getByRole('heading', { name }).closest('article')?.textContent ?? '';
		expect(text).toContain(own.text);
		for (const step of Object.keys(own.suits)) expect(text).toContain(String(answers[step]));
	},
	amount: async (context) => {
		const { parameters, view } = context;
		for (const result of parameters.results.filter(({ amount }) => amount)) {
			const { of, per, plus = 0, least, word } = result.amount!;
			const answers = answersFor(parameters, result);
			await answerAll(context, answers);
			const needed = Math.max(least, Math.ceil(Number(answers[of]) / per) + plus);
			const card = view.queryByRole('heading', { name: result.name })?.closest('article');
			if (card) expect(card.textContent).toContain(words('needed', { n: needed, word }));
			await again(context);
		}
	},
	'back-keeps-answers': async (context) => {
		const { parameters, view, user } = context;
		const answers = answersFor(parameters, parameters.results[0]!);
		await answerAll(context, answers);
		for (const step of [...parameters.steps].reverse()) {
			await user.click(view.getByRole('button', { name: t('back') }));
			expect(view.getByRole('heading', { name: step.question })).toBeTruthy();
			expect(chosen(context, step)).toBe(String(answers[step.name]));
		}
	},
	'advice-changes': async (context) => {
		const { parameters, view, user } = context;
		const [first, ...others] = parameters.results.map((result) => answersFor(parameters, result));
		await answerAll(context, first!);
		const before = advised(context).join();
		let changed = before;
		for (const answers of others) {
			// Back to the first question: each is then answered anew.
			await user.click(view.getByRole('button', { name: `${words('change')}: ${parameters.steps[0]?.label}` }));
			await answerAll(context, answers);
			changed = advised(context).join();
			if (changed !== before) break;
		}
		expect(changed).not.toBe(before);
	},
	'starts-over': async (context) => {
		const { parameters, view } = context;
		await answerAll(context, answersFor(parameters, parameters.results[0]!));
		await again(context);
		for (const step of parameters.steps) {
			expect(view.getByRole('heading', { name: step.question })).toBeTruthy();
			expect(chosen(context, step)).toBe('');
			await answer(context, step, answersFor(parameters, parameters.results[0]!)[step.name]!);
		}
	},
	'lists-all': ({ view, parameters }) => {
		const list = view.getByRole('region', { name: parameters.all ?? '' });
		expect([...list.querySelectorAll('li strong')].map((one) => one.textContent)).toEqual(
			parameters.results.map(({ name }) => name)
		);
	}
} satisfies Checks<AdvisorParameters>;

/** Answers that suit a result; where it does not matter, the first that is possible. */
function answersFor({ steps }: AdvisorParameters, { suits }: AdvisorResult): Answers {
	return Object.fromEntries(
		steps.map(({ name, kind, options, min, max }) => {
			const wanted = suits[name];
			if (kind === 'choice') return [name, Array.isArray(wanted) ? wanted[0]! : (options?.[0]?.label ?? '')];
			const range = wanted && !Array.isArray(wanted) ? wanted : {};
			const least = Math.max(min ?? -Infinity, range.min ?? -Infinity);
			const most = Math.min(max ?? Infinity, range.max ?? Infinity);
			return [name, Number.isFinite(least) ? least : Number.isFinite(most) ? most : 1];
		})
	);
}

const suits = (result: AdvisorResult, answers: Answers) =>
	Object.entries(result.suits).every(([step, wanted]) => {
		const given = answers[step]!;
		return Array.isArray(wanted)
			? wanted.includes(String(given))
			: Number(given) >= (wanted.min ?? -Infinity) && Number(given) <= (wanted.max ?? Infinity);
	});

const advised = ({ view }: Context) =>
	[...view.getByRole('status', { name: words('advice') }).querySelectorAll('h3')].map((one) => one.textContent ?? '');

function next({ view, user }: Context): Promise<void> {
	return user.click(view.queryByRole('button', { name: t('next') }) ?? view.getByRole('button', { name: words('show') }));
}
const again = ({ view, user }: Context) => user.click(view.getByRole('button', { name: t('start-again') }));

async function answer(context: Context, { kind, question }: AdvisorStep, given: string | number): Promise<void> {
	const { view, user } = context;
	if (kind === 'number') await user.fill(view.getByRole('textbox'), String(given));
	else {
		const options = [...view.getByRole('group', { name: question }).querySelectorAll('button')];
		await user.click(options.find((one) => one.textContent === given)!);
	}
	await next(context);
}

async function answerAll(context: Context, answers: Answers): Promise<void> {
	for (const step of context.parameters.steps) await answer(context, step, answers[step.name]!);
}

/** What is chosen or entered in the question that is shown. */
function chosen({ view }: Context, { kind, question }: AdvisorStep): string {
	if (kind === 'number') return view.getByRole<HTMLInputElement>('textbox').value;
	return view.getByRole('group', { name: question }).querySelector('[aria-pressed="true"]')?.textContent ?? '';
}
