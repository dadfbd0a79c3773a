import { expect } from 'vitest';
import { clockText } from '../../core/clock';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import { heard } from '../../testing/sound';
import type { TimerParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<TimerParameters>;

export const checks = {
	runs: async (context) => {
		clock.stop();
		const before = shown(context);
		await clock.pass(3000);
		expect(shown(context)).toBe(before);
		await press(context, 'start');
		await clock.pass(700);
		expect(shown(context)).toBe(after(context, 700));
		await clock.pass(1300);
		expect(shown(context)).toBe(after(context, 2000));
	},
	pauses: async (context) => {
		clock.stop();
		await press(context, 'start');
		await clock.pass(2000);
		await press(context, 'pause');
		const still = shown(context);
		await clock.pass(5000);
		expect(shown(context)).toBe(still);
		await press(context, 'resume');
		await clock.pass(1000);
		expect(shown(context)).toBe(after(context, 3000));
	},
	resets: async (context) => {
		clock.stop();
		const before = shown(context);
		await press(context, 'start');
		await clock.pass(2000);
		expect(shown(context)).not.toBe(before);
		await press(context, 'reset');
		expect(shown(context)).toBe(before);
		await clock.pass(2000);
		expect(shown(context)).toBe(before);
		expect(button(context, 'start')).toBeTruthy();
	},
	laps: async (context) => {
		clock.stop();
		await press(context, 'start');
		await clock.pass(2000);
		await press(context, 'lap');
		await clock.pass(1500);
		await press(context, 'lap');
		const rows = [...context.view.getByRole('list', { name: words('laps') }).children];
		expect(rows.map((row) => [...row.children].map((one) => one.textContent))).toEqual([
			[words('lap-n', { n: 2 }), '0:01.5', '0:03.5'],
			[words('lap-n', { n: 1 }), '0:02.0', '0:02.0']
		]);
	},
	ends: async (context) => {
		clock.stop();
		const seconds = context.parameters.presets?.[0]?.seconds ?? 300;
		await press(context, 'start');
		const tones = await heard(async () => {
			await clock.pass((seconds - 1) * 1000);
			expect(context.view.queryByText(words('over'))).toBeNull();
			await clock.pass(2000);
		});
		expect(shown(context)).toBe('0:00');
		expect(context.view.getByText(words('over'))).toBeTruthy();
		expect(tones.length > 0).toBe(context.parameters.hasSound);
	},
	'own-time': async (context) => {
		clock.stop();
		const { view, user } = context;
		const field = view.getByRole('textbox', { name: words('own') });
		for (const text of ['', 'soon', '0', '-3']) {
			await user.fill(field, text);
			await user.submit(field);
			expect(view.getByText(words('bad-time'))).toBeTruthy();
		}
		await user.fill(field, '2:30');
		await user.submit(field);
		expect(view.queryByText(words('bad-time'))).toBeNull();
		expect(shown(context)).toBe('2:30');
		await press(context, 'start');
		await clock.pass(31_000);
		expect(shown(context)).toBe('1:59');
	},
	'next-phase': async (context) => {
		clock.stop();
		const { phases = [], rounds, hasSound } = context.parameters;
		const current = () => context.view.getAllByRole('listitem').findIndex((one) => one.getAttribute('aria-current') === 'step');
		await press(context, 'start');
		expect(current()).toBe(0);
		await clock.pass((phases[0]?.seconds ?? 0) * 1000 - 1000);
		expect(current()).toBe(0);
		const tones = await heard(() => clock.pass(2000));
		if (phases.length > 1) {
			expect(current()).toBe(1);
			expect(shown(context)).toBe(clockText((phases[1]?.seconds ?? 0) - 1));
		}
		expect(tones.length > 0).toBe(hasSound);
		if (rounds === undefined) return;
		// Skipped to the end: all rounds of all phases.
		for (let part = 1; part < rounds * phases.length; part++) await press(context, 'skip');
		expect(context.view.getByText(words('done'))).toBeTruthy();
	}
} satisfies Checks<TimerParameters>;

type Name = Parameters<typeof words>[0];
const button = ({ view }: Context, name: Name) => view.getByRole('button', { name: words(name) });
const press = (context: Context, name: Name) => context.user.click(button(context, name));
const shown = ({ view }: Context) => view.getByRole('timer').textContent ?? '';

/** What it shows so many milliseconds after the start. */
function after({ parameters }: Context, ms: number): string {
	const { kind, presets, phases } = parameters;
	if (kind === 'stopwatch') return `0:0${(Math.floor(ms / 100) / 10).toFixed(1)}`;
	const seconds = kind === 'countdown' ? (presets?.[0]?.seconds ?? 300) : (phases?.[0]?.seconds ?? 0);
	return clockText(Math.ceil(seconds - ms / 1000));
}
