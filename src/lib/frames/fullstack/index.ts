/** The full-stack frame: a tested template that generated apps are built on, and the facts about it that roles need. */
import type { TaskKind } from '../../domain/task';
import { fillIn } from '../fill-in';
import { requirementsDoc } from '../requirements-doc';
import type { AppNames, Frame } from '../frame';
import { FRAME_FEATURES, frameGuide, type GuideSection } from './guide';
import { brokenRules } from './write-rules';

const sources = import.meta.glob<string>(['./template/**/*'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: true
});

const ROOT = './template/';

/** The frame's files by path relative to the app, names filled in. Features, migrations and docs come on top. */
export function fullstackFrame(app: AppNames): Map<string, string> {
	const files = Object.entries(sources).filter(([path]) => path.startsWith(ROOT));
	return new Map(
		files.map(([path, text]) => {
			const name = path.slice(ROOT.length);
			return [name, fillIn(name, text, app)] as const;
		})
	);
}

export const fullstack: Frame = {
	name: 'fullstack',
	line: 'records that people with roles manage behind a sign-in: lists, forms, dashboards; server, PostgreSQL, REST API',
	isMadeOfPages: false,
	hasAccounts: true,
	features: FRAME_FEATURES,
	files: fullstackFrame,
	// Its features are written, not laid.
	lay: (blueprint) => new Map([['docs/requirements.md', requirementsDoc(blueprint)]]),
	guideFor: ({ kind, writes }) => frameGuide(kind === 'fix' || kind === 'change' ? sectionsOfWrites(writes) : SECTIONS[kind]),
	brokenRules,
	placesOf: ({ name }) => [`src/features/${name}/`]
};

const SECTIONS: Readonly<Record<TaskKind, readonly GuideSection[]>> = {
	plan: [],
	scaffold: ['core'],
	theme: ['design'],
	schema: ['core', 'data'],
	api: ['core', 'server'],
	ui: ['core', 'web'],
	tests: ['core', 'tests'],
	docs: [],
	gate: ['core'],
	fix: ['core'],
	change: ['core']
};

/** What a repair or a change has to know depends on what it may write. */
function sectionsOfWrites(writes: readonly string[]): GuideSection[] {
	const sections = writes.filter((pattern) => !pattern.startsWith('!')).flatMap(sectionsOfPattern);
	return ['core', ...sections];
}

function sectionsOfPattern(pattern: string): GuideSection[] {
	if (/\.sql$|\/seed\.ts$/.test(pattern)) return ['data'];
	if (/\.test\.tsx?$/.test(pattern)) return ['tests'];
	if (/\/(contract|repo|routes)\.ts$/.test(pattern)) return ['server'];
	if (pattern.endsWith('palette.css')) return ['design'];
	if (/\.(tsx|css)$|\/\*\.ts$/.test(pattern)) return ['web'];
	return pattern.endsWith('**') ? ['data', 'server', 'web', 'tests'] : [];
}
