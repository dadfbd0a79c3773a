/** Charts of the dashboard, added and removed; the dashboard comes with the first one and goes with the last. */
import { criterionKind, wording } from '../generate/criteria';
import type { Chart } from '../../../src/lib/domain/blueprint';
import type { Draft } from './draft';
import type { Intent } from './intents';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

export function addChart(draft: Draft, { chart }: Of<'add-chart'>): void {
	const known = draft.after.features
		.flatMap((feature) => feature.charts)
		.find(
			(other) =>
				other.entity === chart.entity && other.by === chart.by && other.measure === chart.measure && other.kind === chart.kind
		);
	if (known) return draft.met(`the dashboard shows “${known.title}” already`);
	const dashboard = draft.after.features.find((feature) => feature.kind === 'dashboard');
	// What was promised when a chart went away does not hold any more.
	draft.dropCriteria(
		draft.after.features.flatMap(({ criteria, kind }) =>
			criteria.filter((id) => {
				const text = draft.criterion(id)?.text ?? '';
				return text === wording.noChart(chart.title) || (kind !== 'dashboard' && criterionKind(text) === 'no-chart');
			})
		)
	);
	if (dashboard) setCharts(draft, dashboard.name, [...dashboard.charts, chart]);
	else
		draft.after = {
			...draft.after,
			features: [
				...draft.after.features,
				{
					...{
						name: 'dashboard',
						kind: 'dashboard',
						needs: draft.after.features.filter((feature) => feature.entity).map((feature) => feature.name)
					},
					...{
						charts: [chart],
						criteria: [],
						pages: [{ route: '/', title: 'Dashboard', kind: 'dashboard', description: '', audience: 'everybody', blocks: [] }]
					}
				}
			]
		};
	draft.done(`The dashboard shows “${chart.title}”${dashboard ? '' : ', and there is a dashboard now'}.`);
	const text = chart.kind === 'ranking' ? wording.ranking(chart.title.toLowerCase()) : wording.series(chart.title.toLowerCase());
	draft.prove(draft.after.features.find((feature) => feature.kind === 'dashboard')?.name ?? 'dashboard', text);
}

export function removeChart(draft: Draft, { titles }: Of<'remove-chart'>): void {
	for (const title of titles) {
		const feature = draft.after.features.find((candidate) => candidate.charts.some((chart) => chart.title === title));
		if (!feature) continue;
		draft.dropCriteria(feature.criteria.filter((id) => draft.criterion(id)?.text.includes(` ${title.toLowerCase()},`)));
		const now = draft.after.features.find(({ name }) => name === feature.name) ?? feature;
		const charts = now.charts.filter((chart) => chart.title !== title);
		if (charts.length) draft.setFeature({ ...now, charts });
		else
			draft.after = {
				...draft.after,
				features: draft.after.features
					.filter(({ name }) => name !== now.name)
					.map((other) => ({ ...other, needs: other.needs.filter((need) => need !== now.name) }))
			};
		draft.done(
			`The dashboard does not show “${title}” any more${charts.length ? '' : '; it showed nothing else, so it is gone'}.`
		);
		const first = draft.after.features.find(({ kind }) => kind === 'session');
		if (first) draft.prove(charts.length ? now.name : first.name, wording.noChart(title));
	}
	const isDashboard = draft.after.features.some((feature) => feature.kind === 'dashboard');
	if (!isDashboard)
		draft.after = {
			...draft.after,
			journeys: draft.after.journeys.filter((journey) => !journey.steps.some((step) => step.target === 'Dashboard'))
		};
}

function setCharts(draft: Draft, name: string, charts: Chart[]): void {
	const feature = draft.after.features.find((candidate) => candidate.name === name);
	if (feature) draft.setFeature({ ...feature, charts });
}
