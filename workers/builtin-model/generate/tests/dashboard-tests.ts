/** Tests of the dashboard: every chart has numbers, and the page shows them. */
import type { Blueprint, Criterion, Feature } from '../../../../src/lib/domain/blueprint';
import { plansOf } from '../dashboard';
import { criterionKind } from '../criteria';
import { quote } from '../names';
import { criteriaOf, header, title } from './case';

export function dashboardTests(blueprint: Blueprint, feature: Feature): [string, string][] {
	const criteria = criteriaOf(blueprint, feature);
	const plans = plansOf(blueprint, feature);
	const shownNow = criteria.filter((criterion) => criterionKind(criterion.text) !== 'no-chart');
	const tests = shownNow.map((criterion) => {
		const plan = plans.find(({ chart }) => criterion.text.toLowerCase().includes(chart.title.toLowerCase()));
		if (!plan) return `  test.todo(${title(criterion)});`;
		if (plan.chart.kind === 'ranking')
			return `  test(${title(criterion)}, async () => {
    const { ${plan.key} } = await (await server.signIn('admin')).call(api.get, {});
    const values = ${plan.key}.map((point) => point.value);
    expect(values.length).toBeGreaterThan(0);
    expect(values.length).toBeLessThanOrEqual(10);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });`;
		const count = plan.chart.by === 'day' ? 30 : ['week', 'month'].includes(plan.chart.by) ? 12 : 0;
		return `  test(${title(criterion)}, async () => {
    const { ${plan.key} } = await (await server.signIn('admin')).call(api.get, {});
${count ? `    expect(${plan.key}).toHaveLength(${count});\n    expect(${plan.key}.map((point) => point.label)).toEqual(${plan.key}.map((point) => point.label).sort());` : `    expect(${plan.key}.length).toBeGreaterThan(0);`}
    expect(${plan.key}.reduce((sum, point) => sum + point.value, 0)).toBeGreaterThan(0);
  });`;
	});
	const shown = plans.filter((plan) => plan.chart.kind !== 'ranking');
	const files: [string, string][] = tests.length
		? [
				[
					'src/features/dashboard/api.test.ts',
					`import { beforeEach, describe, expect, test } from 'vitest';\nimport { startApp } from '../../testing/harness';\nimport { api } from './contract';\n\n${header('dashboard')}${tests.join('\n\n')}\n});\n`
				]
			]
		: [];
	const page = pageTests(
		shownNow.map((criterion) => criterion.id),
		shown.map((plan) => plan.chart.title),
		criteria.filter((criterion) => !shownNow.includes(criterion))
	);
	if (page) files.push(['src/features/dashboard/ui.test.tsx', page]);
	return files;
}

/** What stands on the page, and what does not any more; undefined when nothing is to be proved. */
function pageTests(ids: readonly string[], titles: readonly string[], gone: readonly Criterion[]): string | undefined {
	const tests = [
		...(ids.length && titles.length
			? [
					`test(${quote(`${ids.join(' ')} every chart offers its numbers as a table`)}, async () => {
  await openPage('/', 'admin');
  expect(await screen.findByRole('heading', { name: 'Dashboard' })).toBeTruthy();
${titles.map((heading) => `  expect(await screen.findByRole('table', { name: ${quote(heading)} })).toBeTruthy();`).join('\n')}
});`
				]
			: []),
		...gone.map((criterion) => {
			const name = /^The app shall show no chart called (.*) any more/.exec(criterion.text)?.[1] ?? '';
			return `test(${title(criterion)}, async () => {
  await openPage('/', 'admin');
  expect(await screen.findByRole('heading', { name: 'Dashboard' })).toBeTruthy();
  expect(screen.queryByText(${quote(name)})).toBeNull();
});`;
		})
	];
	if (tests.length === 0) return undefined;
	return `import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../testing/render';

${tests.join('\n\n')}
`;
}
