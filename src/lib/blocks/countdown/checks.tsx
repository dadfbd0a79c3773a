import { expect } from 'vitest';
import { number } from '../../core/format';
import type { Checks, View } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { CountdownParameters, CountdownUnit } from './parameters';

const SECONDS: Record<CountdownUnit, number> = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 };

export const checks = {
	'counts-down': async ({ parameters, reload }) => {
		const { units } = parameters;
		const isOfDays = units.length === 1 && units[0] === 'days';
		const before = isOfDays ? [3, 0, 0, 0] : [3, 4, 5, 6];
		clock.stop(earlier(momentOf(parameters), before));
		const [days = 0, hours = 0, minutes = 0, seconds = 0] = before;
		let rest = days * SECONDS.days + hours * SECONDS.hours + minutes * SECONDS.minutes + seconds;
		const expected = units.map((unit) => {
			const value = Math.floor(rest / SECONDS[unit]);
			rest -= value * SECONDS[unit];
			return number(value);
		});
		expect(valuesOf(await reload())).toEqual(expected);
	},
	runs: async ({ parameters, reload }) => {
		clock.stop(earlier(momentOf(parameters), [0, 0, 0, 30]));
		const view = await reload();
		const before = valuesOf(view);
		await clock.pass(1000);
		expect([before, valuesOf(view)].map((values) => values.at(-1))).toEqual(['30', '29']);
	},
	'is-over': async ({ parameters, reload }) => {
		clock.stop(new Date(momentOf(parameters).getTime() + 1000));
		const view = await reload();
		expect(view.getByText(parameters.over)).toBeTruthy();
		expect(view.queryByRole('timer')).toBeNull();
	},
	'begins-again': async ({ parameters, reload }) => {
		const after = ((parameters.lastsHours ?? 0) * 3600 + 1) * 1000;
		clock.stop(new Date(momentOf(parameters).getTime() + after));
		const view = await reload();
		expect(view.getByRole('timer')).toBeTruthy();
		expect(view.queryByText(parameters.over)).toBeNull();
	}
} satisfies Checks<CountdownParameters>;

const valuesOf = (view: View) => [...view.getByRole('timer').querySelectorAll('strong')].map((value) => value.textContent);

/** A time that it comes, of those that come again one in 2031. */
function momentOf({ until }: CountdownParameters): Date {
	if (until.kind === 'once') return new Date(until.at.length === 10 ? `${until.at}T00:00` : until.at);
	const [hour = 0, minute = 0] = (until.time ?? '').split(':').map(Number);
	if (until.kind === 'yearly') return new Date(2031, until.month - 1, until.day, hour, minute);
	return new Date(2031, 0, 5 + until.weekday, hour, minute);
}

function earlier(moment: Date, [days = 0, hours = 0, minutes = 0, seconds = 0]: readonly number[]): Date {
	const before = new Date(moment);
	before.setDate(before.getDate() - days);
	return new Date(before.getTime() - (hours * SECONDS.hours + minutes * SECONDS.minutes + seconds) * 1000);
}
