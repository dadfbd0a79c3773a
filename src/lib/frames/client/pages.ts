import type { Blueprint, Criterion, Page } from '../../domain/blueprint';
import { literal, quoted } from './literal';

/** The pages of an app and their tests as files: data from the blueprint, no code that anybody would have to write. */

export interface PlannedPage {
	page: Page;
	/** kebab-case, of its file. */
	name: string;
	/** Of its constant, as in 'homePage'. */
	constant: string;
	/** Of the feature that it belongs to. */
	feature: string;
	criteria: readonly Criterion[];
	/** Made of blocks, so that code can lay it. */
	isLaid: boolean;
}

/** In the order of the blueprint. */
export function pagesOf({ features, requirements }: Blueprint): PlannedPage[] {
	const all = requirements.flatMap(({ criteria }) => criteria);
	return features.flatMap(({ name: feature, pages, criteria }) =>
		pages.map((page) => {
			const name = page.name ?? nameOf(page.route);
			const own = all.filter(({ id }) => criteria.includes(id));
			return { page, name, constant: `${camelCase(name)}Page`, feature, criteria: own, isLaid: page.blocks.length > 0 };
		})
	);
}

/** '/' is home, '/team/:id' is team-id. */
export function nameOf(route: string): string {
	const words = route.toLowerCase().match(/[a-z0-9]+/g) ?? ['home'];
	const name = words.join('-');
	return /^[a-z]/.test(name) ? name : `page-${name}`;
}

/** src/pages/NAME.ts */
export function pageFile({ page, constant }: PlannedPage): string {
	const names = [...new Set(page.blocks.map(({ block }) => block))];
	const uses = page.blocks.map(({ block, parameters, menu }) => {
		const more = menu ? `, { menu: ${quoted(menu)} }` : '';
		return `\t\tuse(${camelCase(block)}, ${literal(parameters, 2)}${more})`;
	});
	return `${names.map((name) => `import { ${camelCase(name)} } from '../blocks/${name}/${name}';`).join('\n')}
import { definePage } from '../core/app';
import { use } from '../core/block';

export const ${constant} = definePage({
	path: ${quoted(page.route)},
	title: ${quoted(page.title)},
	description: ${quoted(page.description)},${page.audience === 'everybody' ? '' : `\n\taudience: '${page.audience}',`}
	blocks: [
${uses.join(',\n')}
	]
});
`;
}

/** src/pages/NAME.test.tsx; undefined when no criterion is of a kind that code can ask for. */
export function pageTestFile({ page, name, constant, criteria }: PlannedPage): string | undefined {
	const cases = criteria.flatMap(({ id, text, check }) => (check ? [{ id, text, check }] : []));
	if (!cases.length) return undefined;
	const blocks = [...new Set(cases.flatMap(({ check }) => check.block ?? []))];
	const isOfFrame = cases.some(({ check }) => !check.block);
	const imports = [
		...blocks.map((block) => `import { checks as ${camelCase(block)} } from '../blocks/${block}/checks';`),
		...(isOfFrame ? ["import { checks as frame } from '../testing/frame-checks';"] : []),
		"import { checkPage } from '../testing/check-page';",
		`import { ${constant} } from './${name}';`
	];
	const lines = cases.map(({ id, text, check }) => {
		const whose = check.block ? camelCase(check.block) : 'frame';
		const at = check.block ? (check.at ?? page.blocks.findIndex(({ block }) => block === check.block)) : undefined;
		return `\t{ id: '${id}', text: ${quoted(text)}${at === undefined ? '' : `, at: ${at}`}, check: ${whose}['${check.name}'] }`;
	});
	return `${imports.join('\n')}

checkPage(${constant}, [
${lines.join(',\n')}
]);
`;
}

export const camelCase = (kebab: string) => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
