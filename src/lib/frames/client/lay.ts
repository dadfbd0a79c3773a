import { drawings } from 'virtual:drawings';
import { ICON_PATHS, iconNames, type IconName } from '../../blocks/icon-paths';
import { drawingsIn } from '../../blocks/picture-names';
import { layBlocks } from '../../blocks/registry';
import type { Blueprint, Design } from '../../domain/blueprint';
import { decisionsDoc, readme, traceabilityDoc } from './docs';
import { requirementsDoc } from '../requirements-doc';
import { literal, quoted } from './literal';
import { pageFile, pagesOf, pageTestFile, type PlannedPage } from './pages';
import { partOf, themeFile, tokensOf } from './theme';

/** Every file that code lays for a blueprint, by path, on top of the frame: all but pages that are more than blocks. */
export function layClient(blueprint: Blueprint): Map<string, string> {
	const pages = pagesOf(blueprint);
	const files = layBlocks(pages.flatMap(({ page }) => page.blocks.map(({ block }) => block)));
	for (const laid of pages.filter(({ isLaid }) => isLaid)) {
		files.set(`src/pages/${laid.name}.ts`, pageFile(laid));
		const test = pageTestFile(laid);
		if (test) files.set(`src/pages/${laid.name}.test.tsx`, test);
	}
	files.set('src/app.ts', appFile(blueprint));
	files.set('src/web/theme.css', themeFile(blueprint.design));
	files.set('src/web/ui/drawings.ts', drawingsFile(pages));
	files.set('public/icon.svg', iconFile(blueprint));
	files.set('README.md', readme(blueprint));
	files.set('docs/requirements.md', requirementsDoc(blueprint));
	files.set('docs/traceability.md', traceabilityDoc(blueprint));
	files.set('docs/decisions.md', decisionsDoc(blueprint));
	return files;
}

function appFile(blueprint: Blueprint): string {
	const { slug, title, summary, design } = blueprint;
	const pages = pagesOf(blueprint);
	const { tagline, language, currency, layout } = design;
	const facts = {
		...{ slug, title, tagline, summary, language, locale: design.locale === 'en' ? 'en-GB' : design.locale, currency },
		...{ layout, icon: iconOf(design) ?? '', colours: { ground: design.ground, part: design.part }, footer: [] }
	};
	const lines = Object.entries(facts).map(([name, value]) => `\t${name}: ${literal(value, 1)}`);
	return `import { defineApp } from './core/app';
${pages.map(({ name, constant }) => `import { ${constant} } from './pages/${name}';`).join('\n')}

export const app = defineApp({
${lines.join(',\n')},
	pages: [${pages.map(({ constant }) => constant).join(', ')}]
});
`;
}

/** The drawings that the pages name. */
function drawingsFile(pages: readonly PlannedPage[]): string {
	const names = [...drawingsIn(pages.map(({ page }) => page.blocks))].sort();
	const lines = names.map((name) => `\n\t${quoted(name)}: ${quoted(drawings[name] ?? '')}`);
	return `/** Coloured drawings by name, on 32 by 32: Fluent Emoji, (c) Microsoft Corporation, under the MIT License. */
export const DRAWINGS: Readonly<Record<string, string>> = {${lines.join(',')}${lines.length ? '\n' : ''}};
`;
}

/** The app's sign in a browser's tab: its icon, or its first letter, on the colour of its parts. */
function iconFile({ title, design }: Blueprint): string {
	const { '--part': part = '', '--on-part': ink = '' } = tokensOf('#ffffff', partOf(design));
	const icon = iconOf(design);
	const sign = icon
		? `<path d="${ICON_PATHS[icon]}" transform="translate(5.5 5.5) scale(.875)" fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`
		: `<text x="16" y="16.5" font-size="18" font-family="system-ui, sans-serif" font-weight="700" fill="${ink}" text-anchor="middle" dominant-baseline="central">${letterOf(title)}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="${part}"/>${sign}</svg>\n`;
}

const letterOf = (title: string) => ([...title][0] ?? '').replace(/[&<>]/g, '');

/** The icon that the blueprint names; undefined where there is none of that name. */
function iconOf({ icon }: Design): IconName | undefined {
	return iconNames.find((name) => name === icon);
}
