/** The dashboard: figures and charts over the app's entities, live. */
import type { Blueprint, Chart, Entity, Feature } from '../../../src/lib/domain/blueprint';
import { accessOf, accessText, columnOf, entityNamed, labelField, namesOf, quote, rolesOf } from './names';

const UNITS = { day: 30, week: 12, month: 12 } as const;
const isUnit = (by: string): by is keyof typeof UNITS => by in UNITS;

interface Plan {
	key: string;
	chart: Chart;
	entity: Entity;
	isMoney: boolean;
	sql: string;
}

export function plansOf(blueprint: Blueprint, feature: Feature): Plan[] {
	return feature.charts.flatMap((chart, index) => {
		const entity = entityNamed(blueprint, chart.entity);
		return entity ? [plan(blueprint, entity, chart, index)] : [];
	});
}

function plan(blueprint: Blueprint, entity: Entity, chart: Chart, index: number): Plan {
	const { table } = namesOf(entity);
	const field = entity.fields.find(({ name }) => name === chart.measure);
	const paid = field && entity.fields.find(({ type, options }) => type === 'enum' && options?.includes('paid'));
	const where = paid ? `, where: \`t.${columnOf(paid)} = 'paid'\`` : '';
	const value = field ? `sum(t.${columnOf(field)})` : 'count(t.id)';
	const base = `table: '${table}', value: '${value}'${where}`;
	const sql = isUnit(chart.by)
		? `series(db, now, { ${base}, unit: '${chart.by}', count: ${UNITS[chart.by]}, date: ${quote(dateSql(entity, chart))} })`
		: `groups(db, { ${base}, by: ${quote(groupSql(blueprint, entity, chart.by))}${joinSql(blueprint, entity, chart.by)}, limit: 10 })`;
	return { key: `chart${index + 1}`, chart, entity, isMoney: field?.type === 'money', sql };
}

/** The moment a record counts for: its own date when it has one, else when it was made. */
export function dateField(entity: Entity) {
	return entity.fields.find(
		(field) => field.type === 'dateTime' || (field.type === 'date' && !/due|clos|end|expir/i.test(field.name))
	);
}
function dateSql(entity: Entity, chart: Chart): string {
	const field = chart.title.startsWith('New ') ? undefined : dateField(entity);
	if (!field) return "t.created_at at time zone 'UTC'";
	return field.type === 'date' ? `t.${columnOf(field)}::timestamp` : `t.${columnOf(field)} at time zone 'UTC'`;
}
function reference(blueprint: Blueprint, entity: Entity, by: string) {
	const field = entity.fields.find(({ name, type }) => name === by && type === 'reference');
	const target = entityNamed(blueprint, field?.reference);
	return field && target ? { field, target } : undefined;
}
function groupSql(blueprint: Blueprint, entity: Entity, by: string): string {
	const linked = reference(blueprint, entity, by);
	if (linked) return `r.${columnOf(labelField(linked.target))}`;
	const field = entity.fields.find(({ name }) => name === by);
	return field ? `t.${columnOf(field)}` : "'All'";
}
function joinSql(blueprint: Blueprint, entity: Entity, by: string): string {
	const linked = reference(blueprint, entity, by);
	return linked ? `, joins: 'join ${namesOf(linked.target).table} r on r.id = t.${columnOf(linked.field)}'` : '';
}

export function dashboardFiles(blueprint: Blueprint, feature: Feature): [string, string][] {
	const plans = plansOf(blueprint, feature);
	const counted = blueprint.entities.filter((entity) => entity.ownedBy === null || entity.ownedBy === 'user').slice(0, 4);
	const dir = 'src/features/dashboard';
	return [
		[`${dir}/contract.ts`, contract(blueprint, plans, counted)],
		[`${dir}/repo.ts`, repo(plans, counted)],
		[`${dir}/routes.ts`, routes()],
		[`${dir}/dashboard.page.tsx`, page(plans, counted)],
		[`${dir}/pages.tsx`, pages()]
	];
}

function contract(blueprint: Blueprint, plans: Plan[], counted: Entity[]): string {
	const rules = [...plans.map(({ entity }) => entity), ...counted].map((entity) => accessOf(blueprint, entity, 'read'));
	const roles = rolesOf(blueprint).map((role) => role.name);
	const allowed = roles.filter((role) => rules.every((rule) => typeof rule === 'string' || rule.includes(role)));
	const access = allowed.length === roles.length ? 'member' : allowed;
	const topics = [...new Set([...plans.map(({ entity }) => entity), ...counted].map((entity) => namesOf(entity).table))];
	return `import * as z from 'zod';
import { endpoint } from '../../core/contract';

const Points = z.array(z.object({ label: z.string(), value: z.number() }));
export const Dashboard = z
  .object({
${counted.map((entity) => `    ${namesOf(entity).many}: z.number().int(),`).join('\n')}
${plans.map(({ chart, key }) => `    /** ${chart.title} */\n    ${key}: Points,`).join('\n')}
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof Dashboard>;

export const api = {
  get: endpoint({
    id: 'getDashboard', method: 'get', path: '/api/dashboard', tag: 'Dashboard', access: ${accessText(access)},
    summary: 'Figures and charts', response: Dashboard, topics: [${topics.map(quote).join(', ')}],
  }),
};
`;
}

function repo(plans: Plan[], counted: Entity[]): string {
	const uses = [...new Set(plans.map(({ sql }) => (sql.startsWith('series') ? 'series' : 'groups')))].sort();
	return `import type { Db } from '../../server/db';
${uses.length ? `import { ${uses.join(', ')} } from '../../server/series';\n` : ''}import type { Dashboard } from './contract';

const count = async (db: Db, table: string) => (await db.query<{ n: number }>(\`select count(*)::int as n from \${table}\`))[0]?.n ?? 0;

export async function readDashboard(db: Db, ${plans.some(({ sql }) => sql.startsWith('series')) ? 'now' : '_now'}: Date): Promise<Dashboard> {
  return {
${counted.map((entity) => `    ${namesOf(entity).many}: await count(db, '${namesOf(entity).table}'),`).join('\n')}
${plans.map(({ key, sql }) => `    ${key}: await ${sql},`).join('\n')}
  };
}
`;
}

const routes = () => `import type { Context } from '../../server/context';
import { mount, type App } from '../../server/mount';
import { api } from './contract';
import { readDashboard } from './repo';

export function routes(app: App, ctx: Context): void {
  mount(app, ctx, api.get, () => readDashboard(ctx.db, ctx.now()));
}
`;

const pages = () => `import type { Page } from '../../web/page';
import { api } from './contract';
import { DashboardPage } from './dashboard.page';

export const pages: readonly Page[] = [
  { path: '/', title: 'Dashboard', needs: api.get, nav: { label: 'Dashboard', icon: 'chart', order: 1 }, Page: DashboardPage },
];
`;

function page(plans: Plan[], counted: Entity[]): string {
	const charts = plans.filter(({ chart }) => chart.kind !== 'ranking');
	const rankings = plans.filter(({ chart }) => chart.kind === 'ranking');
	const format = new Set([
		'count',
		...(charts.length ? ['day'] : []),
		...(charts.some(({ isMoney }) => isMoney) ? ['money', 'moneyShort'] : []),
		...(rankings.some(({ isMoney }) => isMoney) ? ['moneyRound'] : [])
	]);
	const chartCode = charts.map((figure) => {
		const [shown, axis] = figure.isMoney ? ['money', 'moneyShort'] : ['count', 'count'];
		const label = isUnit(figure.chart.by) ? 'day(point.label)' : 'point.label';
		return `        <Card title=${JSON.stringify(figure.chart.title)}>
          <Chart title=${JSON.stringify(figure.chart.title)} kind="${figure.chart.kind}" heads={['${isUnit(figure.chart.by) ? 'From' : 'Group'}', 'Value']} format={${shown}} formatAxis={${axis}}
            points={data.${figure.key}.map((point) => ({ label: ${label}, value: point.value }))} />
        </Card>`;
	});
	const usesDay = charts.some(({ chart }) => isUnit(chart.by));
	if (!usesDay) format.delete('day');
	const rankingCode = rankings.map((ranking) => {
		const shown = ranking.isMoney ? 'moneyRound' : 'count';
		return `      <Card title=${JSON.stringify(ranking.chart.title)} flush>
        <Table label=${JSON.stringify(ranking.chart.title)} rows={data.${ranking.key}} rowKey={(row) => row.label} empty={<Empty title="Nothing yet" />}
          columns={[
            { title: 'Rank', wide: true, cell: (_, i) => <span className="rank">{i + 1}</span> },
            { title: 'Name', cell: (row) => <strong>{row.label}</strong> },
            { title: 'Value', end: true, cell: (row) => <strong className="number">{${shown}(row.value)}</strong> },
          ]} />
      </Card>`;
	});
	return `${charts.length ? "import { Chart } from '../../web/charts/chart';\n" : ''}import { ${[...format].sort().join(', ')} } from '../../web/format';
import { useQuery } from '../../web/query';
import { ${charts.length || rankings.length ? 'Card, ' : ''}Figure, PageHead } from '../../web/ui/card';
import { ${rankings.length ? 'Empty, ' : ''}ErrorState, PageLoading } from '../../web/ui/states';
${rankings.length ? "import { Table } from '../../web/ui/table';\n" : ''}import { api, type Dashboard } from './contract';

export function DashboardPage() {
  const { data, error, reload } = useQuery(api.get, {});
  return (
    <>
      <PageHead title="Dashboard" hint="Figures update by themselves. Days and weeks are in UTC." />
      {error && !data ? <ErrorState error={error} retry={reload} /> : data ? <Figures data={data} /> : <PageLoading />}
    </>
  );
}

function Figures({ data }: { data: Dashboard }) {
  return (
    <div className="stack">
      <div className="figures">
${counted.map((entity) => `        <Figure label=${JSON.stringify(namesOf(entity).all.replace(/^./, (l) => l.toUpperCase()))} value={count(data.${namesOf(entity).many})} />`).join('\n')}
${charts
	.filter(({ isMoney, chart }) => isMoney && isUnit(chart.by))
	.map(
		({ chart, key }) =>
			`        <Figure label=${JSON.stringify(`${chart.title}, total`)} value={money(data.${key}.reduce((sum, point) => sum + point.value, 0))} />`
	)
	.join('\n')}
      </div>
${chartCode.length ? `      <div className="split">\n${chartCode.join('\n')}\n      </div>\n` : ''}${rankingCode.join('\n')}
    </div>
  );
}
`;
}
