/** Every file that the built-in model writes for a blueprint, by path, on top of the frame. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { contract, repo, routes } from './backend';
import { dashboardFiles } from './dashboard';
import { migration, migrationPath, seed } from './database';
import { appFile, decisionsDoc, paletteFile, readme, rolesFile, traceabilityDoc } from './docs';
import { entityNamed, inOrder, namesOf } from './names';
import { detailPage, formFile, isTop, listPage, pagesFile, panel } from './pages';
import { boardPage, calendarPage, hasPage } from './specials';
import { accessTests } from './tests/access-tests';
import { dashboardTests } from './tests/dashboard-tests';
import { entityTests } from './tests/entity-tests';

export function filesOf(blueprint: Blueprint): Map<string, string> {
	const files: [string, string][] = [
		['src/core/app.ts', appFile(blueprint)],
		['src/core/roles.ts', rolesFile(blueprint)],
		['src/web/ui/palette.css', paletteFile(blueprint)],
		['README.md', readme(blueprint)],
		['docs/traceability.md', traceabilityDoc(blueprint)],
		['docs/decisions.md', decisionsDoc(blueprint)]
	];
	inOrder(blueprint).forEach((entity, index) => {
		const dir = `src/features/${namesOf(entity).folder}`;
		files.push(
			[migrationPath(index, entity), migration(blueprint, entity)],
			[`${dir}/seed.ts`, seed(blueprint, entity)],
			[`${dir}/contract.ts`, contract(blueprint, entity)],
			[`${dir}/repo.ts`, repo(blueprint, entity)],
			[`${dir}/routes.ts`, routes(blueprint, entity)],
			[`${dir}/form.tsx`, formFile(blueprint, entity)]
		);
		if (!isTop(entity)) files.push([`${dir}/panel.tsx`, panel(blueprint, entity)]);
	});
	blueprint.features.forEach((feature, index) => {
		const entity = entityNamed(blueprint, feature.entity);
		if (feature.kind === 'dashboard') files.push(...dashboardFiles(blueprint, feature), ...dashboardTests(blueprint, feature));
		else if (!entity) files.push(...accessTests(blueprint, feature));
		else {
			const dir = `src/features/${namesOf(entity).folder}`;
			if (isTop(entity)) {
				files.push(
					[`${dir}/list.page.tsx`, listPage(blueprint, entity)],
					[`${dir}/detail.page.tsx`, detailPage(blueprint, entity)]
				);
			}
			if (hasPage(blueprint, entity, 'board')) files.push([`${dir}/board.page.tsx`, boardPage(blueprint, entity)]);
			if (hasPage(blueprint, entity, 'calendar')) files.push([`${dir}/calendar.page.tsx`, calendarPage(entity)]);
			const pages = pagesFile(blueprint, entity, feature, index + 2);
			if (pages) files.push([`${dir}/pages.tsx`, pages]);
			files.push(...entityTests(blueprint, feature, entity));
		}
	});
	return new Map(files);
}
