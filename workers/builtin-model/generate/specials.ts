/** What some records can do beyond being kept: be overdue, scale with servings, move on a board, stand in a calendar. */
import type { Blueprint, Entity } from '../../../src/lib/domain/blueprint';
import { label as optionLabel } from './fields';
import { accessOf, columnOf, entityNamed, labelField, namesOf, parentField, quote, sentence } from './names';

/** Unpaid after a due date: both fields must be there. */
export function overdueSql(entity: Entity): string | undefined {
	const due = entity.fields.find((field) => field.name === 'dueDate' && field.type === 'date');
	const state = stateField(entity);
	const done = state?.options?.find((option) => ['paid', 'done', 'closed'].includes(option));
	return due && state && done
		? `coalesce(t.${columnOf(due)} < current_date and t.${columnOf(state)} <> '${done}', false)`
		: undefined;
}
export const stateField = (entity: Entity) => entity.fields.find((field) => field.name === 'status' && field.type === 'enum');

/** The list that is recalculated when the number of servings changes. */
export const scaledField = (entity: Entity) =>
	entity.fields.some((field) => field.name === 'servings' && field.type === 'integer')
		? entity.fields.find((field) => field.type === 'list' && field.name === 'ingredients')
		: undefined;

/** The moment that puts a record into a calendar. */
export const startField = (entity: Entity) =>
	entity.fields.find((field) => field.name === 'startsAt' && field.type === 'dateTime');

export const hasPage = (blueprint: Blueprint, entity: Entity, kind: 'board' | 'calendar') =>
	blueprint.features.some((feature) => feature.entity === entity.name && feature.pages.some((page) => page.kind === kind));

export function boardPage(blueprint: Blueprint, entity: Entity): string {
	const { type, all } = namesOf(entity);
	const state = stateField(entity);
	const columns = (state?.options ?? []).map((option) => `[${quote(option)}, ${quote(optionLabel(option))}]`).join(', ');
	const links = entity.fields
		.filter((field) => field.type === 'reference')
		.map((field) => `<small>{row.${field.name}Label}</small>`);
	const text = entity.fields.find((field) => field.type === 'longText');
	const title = boardTitle(entity);
	const page = boardLink(blueprint, entity);
	return `import { call } from '../../web/api';
import { useQuery } from '../../web/query';
${page ? "import { Link } from '../../web/router';\n" : ''}import { useMay } from '../../web/session';
import { Board } from '../../web/ui/board';
import { PageHead } from '../../web/ui/card';
import { ErrorState, PageLoading } from '../../web/ui/states';
import { useToast } from '../../web/ui/toast';
import { api, type ${type} } from './contract';

const COLUMNS = [${columns}] as const;

export function ${type}BoardPage() {
  const say = useToast();
  const mayMove = useMay(api.update);
  const { data, error, reload } = useQuery(api.list, { query: { size: 100, sort: 'createdAt', dir: 'desc' } });
  async function move(row: ${type}, status: string) {
    try {
      await call(api.update, { params: { id: row.id }, body: { status: status as never } });
      reload();
    } catch (problem) {
      say(problem instanceof Error ? problem.message : 'This did not work', 'bad');
    }
  }
  return (
    <>
      <PageHead title=${JSON.stringify(`Board of ${all}`)} hint={data && \`\${data.rows.length} of \${data.total}\`} />
      {error ? <ErrorState error={error} retry={reload} /> : !data ? <PageLoading /> : (
        <Board columns={COLUMNS} rows={data.rows} columnOf={(row) => row.status} rowKey={(row) => row.id} name={(row) => ${title}}
          card={(row) => <>${page ? `<Link href={\`${page}\`}><strong>{${title}}</strong></Link>` : `<strong>{${title}}</strong>`}${text ? `<span>{row.${text.name}}</span>` : ''}${links.join('')}</>}
          onMove={mayMove ? (row, column) => void move(row, column) : undefined} />
      )}
    </>
  );
}
`;
}

/** What a card is called: its own name, or who made it where it has none. */
const boardTitle = (entity: Entity) => (labelField(entity).type === 'longText' ? 'row.createdByName ?? row.label' : 'row.label');

/** The page that a card leads to: its own, or that of the record it lives in. */
export function boardLink(blueprint: Blueprint, entity: Entity): string | undefined {
	if (entity.ownedBy === null || entity.ownedBy === 'user') return `${namesOf(entity).route}/\${row.id}`;
	const parent = entityNamed(blueprint, entity.ownedBy);
	const field = parentField(entity);
	return parent && field && `${namesOf(parent).route}/\${row.${field.name}}`;
}

export function calendarPage(entity: Entity): string {
	const { type, all, route } = namesOf(entity);
	const start = startField(entity)?.name ?? 'startsAt';
	const links = entity.fields
		.filter((field) => field.type === 'reference')
		.map((field) => `<small>{row.${field.name}Label}</small>`);
	return `import { useState } from 'react';
import { fullTime } from '../../web/format';
import { useQuery } from '../../web/query';
import { Link, useListState } from '../../web/router';
import { useMay } from '../../web/session';
import { Button } from '../../web/ui/button';
import { PageHead } from '../../web/ui/card';
import { ErrorState, PageLoading } from '../../web/ui/states';
import { addDays, mondayOf, Week } from '../../web/ui/week';
import { api } from './contract';
import { ${type}Dialog } from './form';

export function ${type}CalendarPage() {
  const [state, setState] = useListState({ week: mondayOf(new Date().toISOString().slice(0, 10)) });
  const { data, error, reload } = useQuery(api.list, { query: { from: state.week, to: addDays(state.week, 6), sort: '${start}', size: 100 } });
  const mayAdd = useMay(api.create);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHead title="Calendar" hint=${JSON.stringify(`${sentence(all)} of one week; days are in UTC.`)}>
        {mayAdd && <Button look="primary" icon="plus" onClick={() => setAdding(true)}>Add ${namesOf(entity).one}</Button>}
      </PageHead>
      {error ? <ErrorState error={error} retry={reload} /> : !data ? <PageLoading /> : (
        <Week monday={state.week} rows={data.rows} dayOf={(row) => row.${start}.slice(0, 10)} rowKey={(row) => row.id} onWeek={(week) => setState({ week })}
          entry={(row) => <><Link href={\`${route}/\${row.id}\`}><strong>{row.label}</strong></Link><span>{fullTime(row.${start})}</span>${links.join('')}</>} />
      )}
      {adding && <${type}Dialog onClose={() => setAdding(false)} onDone={reload} />}
    </>
  );
}
`;
}

/** Entries for pages.tsx, with the imports they need. */
export function specialPages(blueprint: Blueprint, entity: Entity, order: number): { imports: string[]; entries: string[] } {
	const { type, route, all } = namesOf(entity);
	const imports: string[] = [];
	const entries: string[] = [];
	if (hasPage(blueprint, entity, 'calendar')) {
		imports.push(`import { ${type}CalendarPage } from './calendar.page';`);
		entries.push(
			`  { path: '${route}/calendar', title: 'Calendar', needs: api.list, nav: { label: 'Calendar', icon: 'calendar', order: 1 }, Page: ${type}CalendarPage },`
		);
	}
	if (hasPage(blueprint, entity, 'board')) {
		imports.push(`import { ${type}BoardPage } from './board.page';`);
		entries.push(
			`  { path: '${route}/board', title: ${quote(`Board of ${all}`)}, needs: api.${accessOf(blueprint, entity, 'update') === 'member' ? 'list' : 'update'}, nav: { label: ${quote(`${sentence(all)} board`)}, icon: 'board', order: ${order} }, Page: ${type}BoardPage },`
		);
	}
	return { imports, entries };
}
