/** What agents are told of the frame instead of reading it: guide/*.md, one file for each kind of work, tested against the template. */

export const guideSections = ['core', 'data', 'server', 'web', 'tests', 'design'] as const;
export type GuideSection = (typeof guideSections)[number];

/** Features that the frame brings. */
export const FRAME_FEATURES: readonly string[] = ['session', 'users'];

const texts = import.meta.glob<string>('./guide/*.md', { query: '?raw', import: 'default', eager: true });

/** The sections asked for, in the order of {@link guideSections}, so that the same ones make the same text. */
export function frameGuide(sections: readonly GuideSection[]): string {
	const wanted = guideSections.filter((name) => sections.includes(name));
	return wanted.map((name) => (texts[`./guide/${name}.md`] ?? '').trim()).join('\n\n');
}
