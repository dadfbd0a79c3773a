import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { TextEditorParameters } from './parameters';

export const entry: BlockEntry<TextEditorParameters> = {
	name: 'text-editor',
	line: 'Editor of Markdown, HTML or plain text with a safe preview, counts and a download; kept on the device',
	frames: ['client', 'site'],
	parameters: z.strictObject({
		title: words.max(80),
		intro: words.max(300).optional(),
		kind: z.enum(['markdown', 'html', 'plain']),
		sample: z.string(),
		hasCounts: z.boolean(),
		download: z
			.string()
			.regex(/^[\w-]+\.[a-z]{1,5}$/, 'the name of a file, as notes.md')
			.optional()
	}),
	needs: [],
	criteria: ({ kind, hasCounts, download }) => [
		...(kind === 'plain'
			? []
			: [{ check: 'previews', text: 'When something is written, the preview beside it shall show how it reads, at once.' }]),
		...(kind === 'plain' ? [] : [{ check: 'no-scripts', text: 'No script in the text shall ever run.' }]),
		...(hasCounts ? [{ check: 'counts', text: 'It shall count words and characters while one writes.' }] : []),
		{ check: 'stays', text: 'When the page is opened again, the text shall be as it was left.' },
		...(download ? [{ check: 'downloads', text: `The text shall be downloaded as ${download}.` }] : []),
		{ check: 'empties', text: 'It shall be possible to empty the text, and to bring the sample back.' }
	],
	example
};
