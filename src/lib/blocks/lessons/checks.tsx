import { expect } from 'vitest';
import { setAccount } from '../../core/account';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { heard } from '../../testing/sound';
import type { Lesson, LessonsParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<LessonsParameters>;

export const checks = {
	'lists-lessons': ({ view, parameters }) => {
		const { lessons, isLocked } = parameters;
		const list = [...view.getByRole('list', { name: words('all') }).children];
		expect(list.map((one) => one.querySelector('a')?.textContent)).toEqual(lessons.map(({ title }) => title));
		expect(list.map((one) => one.querySelector('.muted')?.textContent)).toEqual(
			lessons.map((_, index) => words(isLocked && index > 0 ? 'closed' : 'open'))
		);
		expect(view.getByText(words('finished', { n: 0, all: lessons.length }))).toBeTruthy();
		expect(view.getByText(words('no-best'))).toBeTruthy();
	},
	'lesson-shows': async (context) => {
		const [lesson] = context.parameters.lessons as [Lesson];
		await context.user.click(context.view.getByRole('link', { name: lesson.title }));
		const at = { ...context, view: await context.reload() };
		expect(at.view.getByRole('heading', { name: lesson.title })).toBeTruthy();
		for (const paragraph of lesson.text) expect(at.view.getByText(paragraph)).toBeTruthy();
		for (const { sign, code } of lesson.items ?? []) {
			const item = at.view.getByText(sign, { selector: 'li strong' }).parentElement;
			if (code) expect(item?.textContent).toContain(code);
		}
		expect(questions(at)).toEqual(lesson.exercise.map(({ question }) => question));
	},
	sounds: async (context) => {
		const lesson = context.parameters.lessons.find(({ items = [] }) => items.some(({ code }) => code))!;
		const at = await enter(context, lesson);
		for (const { sign, code = '' } of lesson.items ?? []) {
			if (!code) continue;
			const tones = await heard(() => context.user.click(at.view.getByRole('button', { name: words('play', { sign }) })));
			const shortest = 0.1;
			expect(tones.map(({ lengthS }) => (lengthS > 2 * shortest ? '-' : '.')).join('')).toBe(code.replace(/[^.-]/g, ''));
			for (const [index, { startS }] of tones.entries()) {
				const before = tones[index - 1];
				if (before) expect(startS).toBeGreaterThan(before.startS + before.lengthS);
			}
		}
	},
	'needs-all-answers': async (context) => {
		const [lesson] = context.parameters.lessons as [Lesson];
		const at = await enter(context, lesson);
		await context.user.submit(at.view.getByRole('button', { name: words('check') }));
		expect(at.view.getByRole('alert').textContent).toBe(words('answer-all'));
		expect(at.view.getByRole('status').textContent).toBe('');
	},
	'exercise-percent': async (context) => {
		const { parameters, user } = context;
		const [lesson] = parameters.lessons as [Lesson];
		const at = await enter(context, lesson);
		await exercise(at, lesson, 0);
		expect(at.view.getByRole('status').textContent).toBe(said(parameters, 0));
		await user.click(at.view.getByRole('button', { name: words('try-again') }));
		const half = Math.floor(lesson.exercise.length / 2);
		await exercise(at, lesson, half);
		expect(at.view.getByRole('status').textContent).toBe(said(parameters, Math.floor((half / lesson.exercise.length) * 100)));
	},
	'stays-closed': async (context) => {
		const { parameters } = context;
		const [lesson, second] = parameters.lessons as [Lesson, Lesson];
		// As many right as are just too few.
		const few = Math.ceil((parameters.passPercent / 100) * lesson.exercise.length) - 1;
		const at = await enter(context, lesson);
		await exercise(at, lesson, few);
		expect(at.view.queryByRole('link', { name: words('next-lesson') })).toBeNull();
		const closed = await enter(context, second);
		expect(closed.view.getByText(words('is-closed', { title: lesson.title, n: parameters.passPercent }))).toBeTruthy();
	},
	'next-opens': async (context) => {
		const { parameters, user } = context;
		const [lesson, second, third] = parameters.lessons as [Lesson, Lesson, Lesson | undefined];
		const enough = Math.ceil((parameters.passPercent / 100) * lesson.exercise.length);
		const at = await enter(context, lesson);
		await exercise(at, lesson, enough);
		await user.click(at.view.getByRole('link', { name: words('next-lesson') }));
		const next = { ...context, view: await context.reload() };
		expect(questions(next)).toEqual(second.exercise.map(({ question }) => question));
		if (!third) return;
		const closed = await enter(context, third);
		expect(questions(closed)).toEqual([]);
	},
	'direct-address-closed': async (context) => {
		const { lessons, passPercent } = context.parameters;
		const last = lessons.at(-1)!;
		const at = await enter(context, last);
		expect(questions(at)).toEqual([]);
		expect(at.view.getByText(words('is-closed', { title: lessons.at(-2)?.title ?? '', n: passPercent }))).toBeTruthy();
		expect(at.view.getByRole('link', { name: words('go-to', { title: lessons[0]?.title ?? '' }) })).toBeTruthy();
	},
	'account-asked': async (context) => {
		const { lessons, free = lessons.length } = context.parameters;
		setAccount({ kind: 'visitor', name: '' });
		const open = free > 0 ? await enter(context, lessons[0]!) : undefined;
		if (open) expect(questions(open).length).toBeGreaterThan(0);
		const asked = await enter(context, lessons[free]!);
		expect(questions(asked)).toEqual([]);
		expect(asked.view.getByText(words('needs-account'))).toBeTruthy();
		expect(asked.view.getByRole('link', { name: t('sign-in') })).toBeTruthy();
	},
	'progress-kept': async (context) => {
		const [lesson] = context.parameters.lessons as [Lesson];
		const start = location.pathname;
		const at = await enter(context, lesson);
		await exercise(at, lesson, lesson.exercise.length);
		const view = await context.reload(start);
		expect(view.getByText(words('finished', { n: 1, all: context.parameters.lessons.length }))).toBeTruthy();
		expect(view.getByText(words('best', { n: 100 }))).toBeTruthy();
		expect(view.getByText(words('passed', { n: 100 }))).toBeTruthy();
	}
} satisfies Checks<LessonsParameters>;

const questions = ({ view }: Context) =>
	[...(view.queryByRole('form', { name: words('exercise') })?.querySelectorAll('legend') ?? [])].map((one) => one.textContent);

let startPath = '';
/** Opens a lesson by its address, as a link from elsewhere does. */
async function enter(context: Context, { slug }: Lesson): Promise<Context> {
	const isLesson = context.parameters.lessons.some((one) => location.pathname.endsWith(`/${one.slug}`));
	if (!isLesson) startPath = location.pathname;
	const view = await context.reload(`${startPath === '/' ? '' : startPath}/${slug}`);
	return { ...context, view };
}

/** Answers so many questions right, the others wrong. */
async function exercise({ view, user }: Context, lesson: Lesson, right: number): Promise<void> {
	const groups = [...view.getByRole('form', { name: words('exercise') }).querySelectorAll('fieldset')];
	for (const [index, group] of groups.entries()) {
		const one = lesson.exercise[index]!;
		const at = index < right ? one.right : (one.right + 1) % one.answers.length;
		await user.click(group.querySelectorAll('input')[at]!);
	}
	await user.submit(view.getByRole('button', { name: words('check') }));
}

const said = ({ passPercent }: LessonsParameters, percent: number) =>
	percent >= passPercent ? words('result-pass', { n: percent }) : words('result-fail', { n: percent, need: passPercent });
