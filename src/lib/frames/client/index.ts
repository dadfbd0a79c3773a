/** The client frame: pages made of blocks, without a server; everything it keeps, it keeps on the device. */
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import { fillIn } from '../fill-in';
import type { AppNames, Frame } from '../frame';
import { clientGuide, SECTIONS } from './guide';
import { layClient } from './lay';
import { nameOf } from './pages';
import { brokenRules } from './write-rules';

const sources = import.meta.glob<string>(['./template/**/*'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: true
});
/** What all frames share for tests of pages, and what blocks share with the IDE. */
const shared = import.meta.glob<string>(['../fullstack/template/src/testing/{dom,idle}.ts', '../../blocks/icon-paths.ts'], {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The frame's files by path relative to the app, names filled in. Pages, blocks and colours come on top: {@link layClient}. */
export function clientFrame(app: AppNames): Map<string, string> {
	const files = [...Object.entries(sources), ...Object.entries(shared)].map(([path, text]) => {
		const name = path.endsWith('/icon-paths.ts') ? 'src/web/ui/icon-paths.ts' : path.replace(/^.*?\/template\//, '');
		return [name, fillIn(name, text, app)] as const;
	});
	return new Map([...files, ['src/web/font.css', FONT]]);
}

/** Within the style sheet, so that an app looks the same everywhere without asking another host; other scripts have the device's fonts. */
const FONT = `/* Inter, by The Inter Project Authors, under the SIL Open Font License 1.1: https://openfontlicense.org */
@font-face {
	font-family: 'Inter Variable';
	font-weight: 100 900;
	font-display: block;
	src: url(${latin}) format('woff2');
	unicode-range: U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215;
}
`;

export const client: Frame = {
	name: 'client',
	line: 'pages without a server, for any static host: games, tools, portfolios, landing pages, brochures, quizzes, catalogues, dashboards on example data; what it keeps, it keeps on the device',
	isMadeOfPages: true,
	hasAccounts: false,
	features: [],
	files: clientFrame,
	lay: layClient,
	guideFor: ({ kind }) => clientGuide(SECTIONS[kind]),
	brokenRules,
	placesOf: ({ pages }) => pages.map(({ name, route }) => `src/pages/${name ?? nameOf(route)}.`)
};
