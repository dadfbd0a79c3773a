/** Tests of the dashboard: every chart has numbers, and the page shows them. */
import type { Blueprint, Feature } from '../../../../src/lib/domain/blueprint';
import { plansOf } from '../dashboard';
import { quote } from '../names';
import { criteriaOf, header, title } from './case';

export function dashboardTests(blueprint: Blueprint, feature: Feature): [string, string][] {
	const criteria = criteriaOf(blueprint, feature);
	const plans = plansOf(blueprint, feature);
	const tests = criteria.map((criterion) => {
		const plan = plans.find((one) => criterion.text.toLowerCase().includes(one.chart.title.toLowerCase()));
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
	const ids = criteria.map((criterion) => criterion.id).join(' ');
	if (shown.length && ids)
		files.push([
			'src/features/dashboard/ui.test.tsx',
			`import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../testing/render';

test(${quote(`${ids} every chart offers its numbers as a table`)}, async () => {
  await openPage('/', 'admin');
  expect(await screen.findByRole('heading', { name: 'Dashboard' })).toBeTruthy();
${shown.map((plan) => `  expect(await screen.findByRole('table', { name: ${quote(plan.chart.title)} })).toBeTruthy();`).join('\n')}
});
`
		]);
	return files;
}
