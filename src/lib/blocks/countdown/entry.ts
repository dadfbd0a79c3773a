import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { clockTime, words } from '../schemas';
import { example } from './example';
import type { CountdownParameters } from './parameters';

const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;

const until = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('once'),
		at: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'a day or moment as 2031-09-12T09:00')
	}),
	z.strictObject({
		kind: z.literal('yearly'),
		month: z.int().min(1).max(12),
		day: z.int().min(1).max(31),
		time: clockTime.optional()
	}),
	z.strictObject({ kind: z.literal('weekly'), weekday: z.int().min(0).max(6), time: clockTime })
]);

export const entry: BlockEntry<CountdownParameters> = {
	name: 'countdown',
	line: 'Days, hours, minutes and seconds until an event, once, each year or each week',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		heading: words.max(90).optional(),
		name: words.max(120),
		until,
		units: z
			.array(z.enum(UNITS))
			.min(1)
			.refine(
				(units) => units.every((unit, index) => index === 0 || UNITS.indexOf(unit) > UNITS.indexOf(units[index - 1] ?? unit)),
				'units go from the largest to the smallest, each once'
			),
		over: words,
		lastsHours: z.number().min(0).optional()
	}),
	needs: [],
	criteria: ({ name, until, units, over, lastsHours }) => [
		{ check: 'counts-down', text: `The page shall count down to "${name}" in ${units.join(', ')}, as the calendar has it.` },
		...(units.includes('seconds')
			? [{ check: 'runs', text: `While the page is open, the countdown to "${name}" shall go on by the second.` }]
			: []),
		...(until.kind === 'once' || lastsHours
			? [{ check: 'is-over', text: `Once "${name}" has come, the page shall say "${over}" in place of the countdown.` }]
			: []),
		...(until.kind === 'once'
			? []
			: [{ check: 'begins-again', text: `After "${name}" the page shall count down to the next time.` }])
	],
	example
};
