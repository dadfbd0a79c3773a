import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { ResumeParameters } from './parameters';

const entries = z.array(
	z.strictObject({
		years: words.max(40).regex(/\d{4}/, "years as '2019 – today' or '2012 – 2016'"),
		title: words.max(120),
		place: words.max(120).optional(),
		text: words.optional()
	})
);

export const entry: BlockEntry<ResumeParameters> = {
	name: 'resume',
	line: 'Résumé of one person: experience and education with years, languages, skills; prints well',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		name: words.max(80),
		title: words.max(120),
		summary: words.optional(),
		lines: z.array(words).optional(),
		experience: entries,
		education: entries,
		languages: z.array(z.strictObject({ name: words.max(40), level: words.max(60) })),
		skills: z.array(words.max(60)).optional(),
		more: z.array(z.strictObject({ heading: words.max(60), lines: z.array(words).min(1) })).optional(),
		print: z.boolean()
	}),
	needs: [],
	criteria: ({ name, title, experience, education, languages, skills = [], more = [], print }) => [
		{ check: 'stands-at-top', text: `The page shall name "${name}", ${title}, first of all.` },
		...(experience.length + education.length
			? [{ check: 'newest-first', text: `The page shall list experience and education of ${name} with years, the newest first.` }]
			: []),
		...(languages.length + skills.length + more.length
			? [
					{
						check: 'sections',
						text: `The page shall list ${[...(languages.length ? ['languages with their level'] : []), ...(skills.length ? ['skills'] : []), ...more.map(({ heading }) => `"${heading}"`)].join(', ')} of ${name}.`
					}
				]
			: []),
		...(print
			? [
					{
						check: 'prints',
						text: 'When somebody chooses to print, the page shall go to the printer, without the button itself.'
					}
				]
			: [])
	],
	example
};
