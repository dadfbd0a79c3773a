import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, words } from '../schemas';
import { example } from './example';
import { converted } from './logic';
import type { ConverterParameters } from './parameters';

const unit = z.strictObject({
	...{
		name: words.max(30),
		symbol: words.max(12),
		factor: z.number().refine((factor) => factor !== 0, 'not 0'),
		offset: z.number().optional()
	}
});

const parameters: z.ZodType<ConverterParameters> = z
	.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		groups: z
			.array(
				z.strictObject({
					name: words.max(30),
					units: z
						.array(unit)
						.min(2)
						.refine((units) => areDistinct(units.map(({ name }) => name)), 'two units have the same name')
						.refine(([first]) => first?.factor === 1 && !first.offset, 'the first unit has the factor 1: the others are in it')
				})
			)
			.min(1)
			.refine((groups) => areDistinct(groups.map(({ name }) => name)), 'two groups have the same name'),
		examples: z.array(z.strictObject({ group: words, from: words, to: words, value: z.number(), result: z.number() })).min(1)
	})
	.superRefine(({ groups, examples }, context) => {
		for (const [index, { group, from, to, value, result }] of examples.entries()) {
			const units = groups.find(({ name }) => name === group)?.units ?? [];
			const [a, b] = [from, to].map((name) => units.find((one) => one.name === name));
			const given = a && b ? converted(value, a, b) : NaN;
			const message = !a || !b ? `no units '${from}' and '${to}' in '${group}'` : `it would be ${given}, not ${result}`;
			if (!(Math.abs(given - result) <= 1e-4 * Math.max(1, Math.abs(result))))
				context.addIssue({ code: 'custom', path: ['examples', index], message });
		}
	});

export const entry: BlockEntry<ConverterParameters> = {
	name: 'converter',
	line: 'Converts values between units as one types, both ways, in groups such as length, weight and temperature',
	frames: ['client', 'site'],
	parameters,
	needs: [],
	criteria: ({ examples }) => [
		{
			check: 'converts',
			text: `When ${examples[0]?.value} ${examples[0]?.from} is entered, it shall show ${examples[0]?.result} ${examples[0]?.to}.`
		},
		{ check: 'both-ways', text: 'When the other side is typed in, the first one shall follow.' },
		{ check: 'swaps', text: 'When the units are swapped, the value shall be read in the other unit.' },
		{
			check: 'refuses-word',
			text: 'When something is entered that is no number, it shall say so at the field and show no result.'
		}
	],
	example
};
