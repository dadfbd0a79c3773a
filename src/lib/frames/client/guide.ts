import type { TaskKind } from '../../domain/task';

/** What agents are told of the frame instead of reading it: guide/*.md, one file for each kind of work. */
const sections = ['core', 'pages', 'tests', 'design'] as const;
export type ClientSection = (typeof sections)[number];

const texts = import.meta.glob<string>('./guide/*.md', { query: '?raw', import: 'default', eager: true });

/** The sections asked for, in one order, so that the same ones make the same text. */
export function clientGuide(wanted: readonly ClientSection[]): string {
	const known = sections.filter((name) => wanted.includes(name));
	return known.map((name) => (texts[`./guide/${name}.md`] ?? '').trim()).join('\n\n');
}

export const SECTIONS: Readonly<Record<TaskKind, readonly ClientSection[]>> = {
	plan: [],
	scaffold: ['core'],
	theme: ['design'],
	schema: [],
	api: [],
	ui: ['core', 'pages', 'design'],
	tests: ['core', 'tests'],
	docs: [],
	gate: ['core'],
	fix: ['core', 'pages', 'tests'],
	change: ['core', 'pages', 'tests']
};
