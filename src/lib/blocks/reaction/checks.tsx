import { act, fireEvent } from '@testing-library/react';
import { expect } from 'vitest';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { ReactionParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ReactionParameters>;

export const checks = {
	'turns-green': async (context) => {
		clock.stop();
		const { parameters, user } = context;
		const waits = new Set<number>();
		for (let round = 0; round < 6; round++) {
			await user.click(area(context));
			if (phase(context) !== 'red') continue;
			expect(area(context).textContent).toContain(words('wait'));
			const wait = await untilGreen(context);
			expect(wait).toBeGreaterThanOrEqual(parameters.waitFrom * 1000 - STEP_MS);
			expect(wait).toBeLessThanOrEqual(parameters.waitTo * 1000 + STEP_MS);
			waits.add(wait);
			await user.click(area(context));
			if (context.view.queryByText(words('to-end'))) {
				await user.click(area(context));
				await user.click(again(context));
			}
		}
		expect(waits.size).toBeGreaterThan(1);
	},
	'shows-ms': async (context) => {
		clock.stop();
		await round(context, 240);
		expect(context.view.getByText(words('ms', { n: 240 }), { selector: 'b' })).toBeTruthy();
		const { rounds } = context.parameters;
		if (rounds > 1) expect(context.view.getByText(words('again', { n: 2, all: rounds }))).toBeTruthy();
	},
	'too-early-repeats': async (context) => {
		clock.stop();
		const { parameters, view, user } = context;
		await user.click(area(context));
		await clock.pass(parameters.waitFrom * 500);
		await user.click(area(context));
		expect(view.getByText(words('early'))).toBeTruthy();
		expect(figure(context, words('round'))).toBe(`1/${parameters.rounds}`);
		expect(figure(context, words('all-time'))).toBe('–');
		// Nothing turns green behind the message; the same round is played after it.
		await clock.pass(parameters.waitTo * 1000);
		expect(phase(context)).toBe('early');
		await round(context, 300);
		expect(view.getByText(words('ms', { n: 300 }), { selector: 'b' })).toBeTruthy();
		if (parameters.rounds > 1) expect(view.getByText(words('again', { n: 2, all: parameters.rounds }))).toBeTruthy();
	},
	'space-key': async (context) => {
		clock.stop();
		expect(await space()).toBe(true);
		expect(phase(context)).toBe('red');
		await untilGreen(context);
		await clock.pass(200);
		expect(await space()).toBe(true);
		expect(phase(context)).toBe('told');
	},
	'counts-once': async (context) => {
		clock.stop();
		await tap(context);
		expect(phase(context)).toBe('red');
		await untilGreen(context);
		await tap(context);
		expect(phase(context)).toBe('told');
	},
	'average-right': async (context) => {
		clock.stop();
		const { parameters, view } = context;
		const times = Array.from({ length: parameters.rounds }, (_, index) => 210 + 37 * index + (index % 2) * 90);
		await playAll(context, times);
		expect(view.getAllByRole('listitem').map((one) => one.querySelector('b')?.textContent)).toEqual(
			times.map((n) => words('ms', { n }))
		);
		const average = Math.round(times.reduce((sum, one) => sum + one, 0) / times.length);
		expect(figure(context, words('average'))).toBe(words('ms', { n: average }));
		expect(figure(context, words('fastest'))).toBe(words('ms', { n: Math.min(...times) }));
	},
	'best-stays': async (context) => {
		clock.stop();
		const { parameters } = context;
		await playAll(
			context,
			Array.from({ length: parameters.rounds }, (_, index) => 300 + index)
		);
		const view = await context.reload();
		const again = { ...context, view };
		expect(figure(again, words('all-time'))).toBe(words('ms', { n: 300 }));
		await round(again, 900);
		expect(figure(again, words('all-time'))).toBe(words('ms', { n: 300 }));
		if (parameters.rounds < 2) return;
		await round(again, 150);
		expect(figure(again, words('all-time'))).toBe(words('ms', { n: 150 }));
	}
} satisfies Checks<ReactionParameters>;

/** How closely the turn to green is looked for. */
const STEP_MS = 50;

type View = Pick<Context, 'view'>;
const area = ({ view }: View) => view.getByLabelText(words('area'));
const again = ({ view }: View) => view.getByRole('button', { name: words('repeat') });
const phase = (context: View) => area(context).dataset['phase'];
const figure = ({ view }: View, label: string) => view.getByText(label).nextElementSibling?.textContent;

/** Lets time pass until it is green. @returns how long that took, in milliseconds */
async function untilGreen(context: Context): Promise<number> {
	let waited = 0;
	while (phase(context) === 'red' && waited < 60_000) {
		await clock.pass(STEP_MS);
		waited += STEP_MS;
	}
	expect(phase(context)).toBe('green');
	return waited;
}

/** One round in which green is clicked after so many milliseconds. */
async function round(context: Context, ms: number): Promise<void> {
	await context.user.click(area(context));
	expect(phase(context)).toBe('red');
	while (phase(context) === 'red') await clock.pass(500);
	await clock.pass(ms);
	await context.user.click(area(context));
}

async function playAll(context: Context, times: readonly number[]): Promise<void> {
	for (const time of times) await round(context, time);
	await context.user.click(area(context));
}

/** Presses and releases space. @returns whether the page was kept from scrolling */
async function space(): Promise<boolean> {
	let isKept = false;
	await act(async () => {
		isKept = !fireEvent.keyDown(document.activeElement ?? document.body, { key: ' ', code: 'Space' });
	});
	await act(async () => {
		fireEvent.keyUp(document.activeElement ?? document.body, { key: ' ', code: 'Space' });
	});
	return isKept;
}

/** What a finger does: a press, and the click that the browser makes of it. */
async function tap(context: Context): Promise<void> {
	await act(async () => {
		fireEvent.pointerDown(area(context), { button: 0, pointerType: 'touch' });
	});
	await act(async () => {
		fireEvent.pointerUp(area(context), { button: 0, pointerType: 'touch' });
		fireEvent.click(area(context));
	});
}
