import type { TextEditorParameters } from './parameters';

export const example: TextEditorParameters = {
	title: 'Notes in Markdown',
	intro: 'Write on one side, read on the other. It stays on this device.',
	kind: 'markdown',
	sample:
		'# Shopping for Sunday\n\nWe need **fresh** bread and *one* of these:\n\n- apples\n- pears\n\n> Ask at the market first.\n\n1. Bake\n2. Eat\n\n| What | Price |\n| --- | --- |\n| Flour | 2.40 |\n\n`Ctrl+Z` helps, and so does [the market](https://example.com/market).\n',
	hasCounts: true,
	download: 'notes.md'
};
