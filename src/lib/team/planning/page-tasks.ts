import type { Blueprint } from '../../domain/blueprint';
import type { PlannedTask } from '../../domain/task';
import { pagesOf, type PlannedPage } from '../../frames/client/pages';

/**
 * The work on an app that is made of pages. What code can lay is planned as well, each part for the role whose it is; agents write what
 * no block does: a page that is more than blocks, and tests of what no block's check proves.
 */
export function pageTasks(blueprint: Blueprint): PlannedTask[] {
	const pages = pagesOf(blueprint);
	const app: PlannedTask = {
		id: 'app',
		title: `Name the app, its menu and its parts: ${blueprint.title}`,
		role: 'devops',
		kind: 'scaffold',
		needs: ['frame'],
		publishes: ['app'],
		writes: ['src/app.ts', 'src/blocks/**', 'src/web/ui/drawings.ts', 'public/icon.svg'],
		criteria: [],
		estimate: 1,
		isLaid: true
	};
	const theme: PlannedTask = {
		...app,
		id: 'theme',
		title: 'Choose the colours',
		role: 'frontend',
		kind: 'theme',
		publishes: ['theme'],
		writes: ['src/web/theme.css']
	};
	const docs: PlannedTask = {
		...app,
		id: 'docs',
		title: 'Write the README and the docs',
		kind: 'docs',
		needs: ['app', ...pages.map(({ name }) => `ui:${name}`)],
		publishes: ['docs'],
		writes: ['README.md', 'docs/**']
	};
	return [app, theme, ...pages.flatMap(tasksOf), docs];
}

function tasksOf({ page, name, feature, criteria, isLaid }: PlannedPage): PlannedTask[] {
	const isProven = criteria.every(({ check }) => check !== undefined);
	const common = { feature, criteria: criteria.map(({ id }) => id), ...(isLaid && isProven ? { isLaid: true } : {}) };
	const file = `src/pages/${name}`;
	const ui: PlannedTask = {
		...common,
		id: `ui:${name}`,
		title: `Show ${page.title}`,
		role: 'frontend',
		kind: 'ui',
		needs: ['app'],
		publishes: [`ui:${name}`],
		writes: [`${file}.ts`, `${file}.tsx`, `${file}.css`, `src/features/${name}/**`],
		estimate: 2
	};
	if (!criteria.length) return [ui];
	const tests: PlannedTask = {
		...common,
		id: `tests:${name}`,
		title: `Test ${page.title}`,
		role: 'qa',
		kind: 'tests',
		needs: [`ui:${name}`],
		publishes: [`tests:${name}`],
		writes: [`${file}.test.tsx`, `${file}.*.test.tsx`],
		estimate: 1
	};
	return [ui, tests];
}

/** Whether code lays all that is planned, so that no model writes a line of it. */
export const isWhollyLaid = (tasks: readonly PlannedTask[]): boolean =>
	tasks.length > 1 && tasks.every(({ kind, isLaid }) => kind === 'plan' || kind === 'gate' || isLaid);
