import { expect } from 'vitest';
import { percent } from '../../core/format';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { TypingParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<TypingParameters>;

export const checks = {
	'marks-errors': async (context) => {
		const text = textOf(context);
		await type(context, `${text.slice(0, 3)}#`);
		expect(states(context).slice(0, 5)).toEqual(['right', 'right', 'right', 'wrong', 'next']);
		expect(figure(context, words('accuracy'))).toBe(percent(0.75));
		await type(context, text.slice(0, 4));
		expect(states(context)[3]).toBe('right');
		expect(figure(context, words('accuracy'))).toBe(percent(1));
	},
	'speed-right': async (context) => {
		clock.stop();
		const text = textOf(context);
		await type(context, text.slice(0, 1));
		await clock.pass(6000);
		// All but one sign are right.
		await type(context, `${text.slice(0, -1)}#`);
		const speed = Math.round((text.length - 1) / 5 / 0.1);
		const accuracy = percent(Math.round((1 - 1 / text.length) * 100) / 100);
		expect(context.view.getByRole('status').textContent).toContain(words('result', { speed, accuracy }));
		await clock.pass(6000);
		expect(context.view.getByRole('status').textContent).toContain(words('result', { speed, accuracy }));
	},
	'time-ends': async (context) => {
		clock.stop();
		const { seconds = 0 } = context.parameters;
		await clock.pass(5000);
		await type(context, textOf(context).slice(0, 5));
		await clock.pass((seconds - 1) * 1000);
		expect(context.view.queryByRole('status')).toBeNull();
		await clock.pass(2000);
		expect(context.view.getByRole('status').textContent).toContain(words('done'));
		expect(field(context).readOnly).toBe(true);
	},
	'best-stays': async (context) => {
		clock.stop();
		const text = textOf(context);
		await type(context, text.slice(0, 1));
		await clock.pass(10_000);
		await type(context, text);
		const speed = String(Math.round(text.length / 5 / (10 / 60)));
		expect(figure(context, words('best'))).toBe(speed);
		const again = { ...context, view: await context.reload() };
		expect(figure(again, words('best'))).toBe(speed);
		await type(again, text.slice(0, 1));
		await clock.pass(20_000);
		await type(again, text);
		expect(figure(again, words('best'))).toBe(speed);
	}
} satisfies Checks<TypingParameters>;

const field = ({ view }: Context) => view.getByRole<HTMLTextAreaElement>('textbox');
const type = (context: Context, text: string) => context.user.fill(field(context), text);
const group = ({ view }: Context) => view.getByRole('group', { name: words('text') });
const textOf = (context: Context) => group(context).textContent ?? '';
const states = (context: Context) => [...group(context).children].map((one) => (one as HTMLElement).dataset['state']);
const figure = ({ view }: Context, label: string) => view.getByText(label).nextElementSibling?.textContent;
