import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import type { TimerParameters } from './parameters';

const seconds = z.int().min(1).max(86_400);

export const entry: BlockEntry<TimerParameters> = {
	name: 'timer',
	line: 'Countdown with times to choose, stopwatch with laps, or phases such as work and break (pomodoro, interval training)',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			title: words.max(80),
			intro: words.max(300).optional(),
			kind: z.enum(['countdown', 'stopwatch', 'phases']),
			presets: z
				.array(z.strictObject({ label: words.max(20), seconds }))
				.min(1)
				.max(8)
				.refine((all) => areDistinct(all.map((one) => String(one.seconds))), 'two presets are the same')
				.optional(),
			phases: z
				.array(z.strictObject({ name: words.max(30), seconds }))
				.min(1)
				.max(12)
				.optional(),
			rounds: z.int().min(1).max(100).optional(),
			hasSound: z.boolean()
		})
		.refine(({ kind, phases }) => (kind === 'phases') === (phases !== undefined), {
			error: "phases belong to the kind 'phases', which needs them",
			path: ['phases']
		}),
	needs: [],
	criteria: ({ kind, phases = [], hasSound }) => [
		{
			check: 'runs',
			text: kind === 'stopwatch' ? 'When started, it shall count the time that passes.' : 'When started, it shall count down.'
		},
		{ check: 'pauses', text: 'When paused, it shall stand still and go on from there.' },
		{ check: 'resets', text: 'When reset, it shall be as at the start.' },
		...(kind === 'stopwatch'
			? [{ check: 'laps', text: 'When a lap is taken, its time and the time in all shall be listed.' }]
			: []),
		...(kind === 'countdown'
			? [
					{ check: 'ends', text: `When the time is up, it shall say so${hasSound ? ' and sound' : ''}, and stand at zero.` },
					{
						check: 'own-time',
						text: 'When another time is set, it shall count down from it; what is no time is refused at the field.'
					}
				]
			: []),
		...(kind === 'phases'
			? [
					{
						check: 'next-phase',
						text: `When ${phases[0]?.name} is over, ${(phases[1] ?? phases[0])?.name} shall begin${hasSound ? ' with a sound' : ''}.`
					}
				]
			: [])
	],
	example
};
