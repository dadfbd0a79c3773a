/** List, detail, form and panel of one entity: what the frontend writes. */
import type { Blueprint, Entity, Feature, Field } from '../../../src/lib/domain/blueprint';
import { filterFields, sortableFields } from './backend';
import { display, formInput, label as optionLabel } from './fields';
import { childrenOf, entityNamed, isPrivate, labelField, namesOf, parentField, quote, sentence } from './names';
import { rollupsOf } from './rollups';
import { overdueSql, scaledField, specialPages } from './specials';

const isTop = (entity: Entity) => entity.ownedBy === null || entity.ownedBy === 'user';

/** Fields shown as columns: the name first, long texts never. */
export function columnFields(entity: Entity): Field[] {
	const name = labelField(entity);
	const rest = entity.fields.filter(
		(field) => field !== name && !['image', 'list', 'url'].includes(field.type) && (field.type !== 'longText' || !isTop(entity))
	);
	return [name, ...rest.slice(0, 4)];
}

interface Imports {
	format: Set<string>;
	ui: Set<string>;
}

function columns(blueprint: Blueprint, entity: Entity, fields: Field[], into: Imports, link: boolean): string {
	const sortable = sortableFields(entity);
	const cells = fields.map((field, index) => {
		const linked = index === 0 && link;
		const shown = display(field);
		if (shown.format && !linked) into.format.add(shown.format);
		if (shown.ui && !linked) into.ui.add(shown.ui);
		const parts = [`title: ${quote(field.label)}`];
		if (sortable.includes(field)) parts.push(`sort: '${field.name}'`);
		if (index > 1) parts.push('wide: true');
		if (['money', 'integer', 'decimal'].includes(field.type)) parts.push('end: true');
		const code = linked
			? `<Link className="who" href={\`${namesOf(entity).route}/\${row.id}\`}><Avatar name={row.label} /><span><strong>{row.label}</strong></span></Link>`
			: shown.code;
		return `            { ${parts.join(', ')}, cell: (row) => ${code} },`;
	});
	for (const rollup of isTop(entity) ? rollupsOf(blueprint, entity) : []) {
		if (rollup.kind === 'money') into.format.add('moneyRound');
		const code =
			rollup.kind === 'money'
				? `<strong className="number">{moneyRound(row.${rollup.name})}</strong>`
				: rollup.kind === 'average'
					? `row.${rollup.name} ?? '–'`
					: `row.${rollup.name}`;
		cells.push(`            { title: ${quote(rollup.label)}, end: true, wide: true, cell: (row) => ${code} },`);
	}
	if (overdueSql(entity)) {
		into.ui.add('Badge');
		cells.push("            { title: 'Due', cell: (row) => row.overdue && <Badge>overdue</Badge> },");
	}
	return cells.join('\n');
}

const formatImport = (into: Imports) =>
	into.format.size ? `import { ${[...into.format].sort().join(', ')} } from '../../web/format';\n` : '';

export function listPage(blueprint: Blueprint, entity: Entity): string {
	const { type, all, many, one } = namesOf(entity);
	const into: Imports = { format: new Set(), ui: new Set(['Avatar']) };
	const cells = columns(blueprint, entity, columnFields(entity), into, true);
	const filters = filterFields(entity).slice(0, 4);
	const choices = filters
		.flatMap((field) => (field.type === 'reference' ? [entityNamed(blueprint, field.reference)] : []))
		.filter((target) => target !== undefined);
	const others = [...new Set(choices)].filter((target) => target !== entity);
	const defaults = [
		"q: ''",
		`sort: '${labelField(entity).name}'`,
		"dir: 'asc'",
		'page: 1',
		...filters.map((field) => `${field.name}: ''`)
	];
	const boxes = filters.map((field) => `        ${filterBox(blueprint, entity, field)}`);
	const needsSelect = filters.some((field) => field.type !== 'reference');
	return `import { useState } from 'react';
${formatImport(into)}import { useQuery } from '../../web/query';
import { Link, useListState } from '../../web/router';
import { useMay } from '../../web/session';
import { ${[...into.ui].sort().join(', ')} } from '../../web/ui/avatar';
import { Button } from '../../web/ui/button';
import { Card, PageHead } from '../../web/ui/card';
${choices.length ? "import { Choice } from '../../web/ui/choice';\n" : ''}import { ${needsSelect ? 'SearchBox, Select' : 'SearchBox'} } from '../../web/ui/field';
import { DataTable } from '../../web/ui/table';
${others.map((target) => `import { api as ${namesOf(target).many}Api } from '../${namesOf(target).folder}/contract';\n`).join('')}import { api } from './contract';
import { ${type}Dialog } from './form';

export function ${type}ListPage() {
  const [state, setState] = useListState({ ${defaults.join(', ')} });
  const query = useQuery(api.list, { query: state as never });
  const mayAdd = useMay(api.create);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHead title=${JSON.stringify(sentence(all))} hint={query.data && \`\${query.data.total} \${state.q ? 'found' : 'in total'}\`}>
        <SearchBox label=${JSON.stringify(`Search ${all}`)} value={state.q} onSearch={(q) => setState({ q, page: 1 })} />
        {mayAdd && <Button look="primary" icon="plus" onClick={() => setAdding(true)}>${`Add ${one}`}</Button>}
      </PageHead>
${boxes.length ? `      <div className="filters">\n${boxes.join('\n')}\n      </div>\n` : ''}      <Card flush>
        <DataTable label=${JSON.stringify(sentence(all))} noun=${JSON.stringify(all)} query={query} state={state} onState={setState} rowKey={(row) => row.id} placeholders={10}
          columns={[
${cells}
          ]} />
      </Card>
      {adding && <${type}Dialog onClose={() => setAdding(false)} onDone={query.reload} />}
    </>
  );
}
`.replaceAll(`${many}Api.choices`, choices.includes(entity) ? 'api.choices' : `${many}Api.choices`);
}

function filterBox(blueprint: Blueprint, entity: Entity, field: Field): string {
	const change = `value={String(state.${field.name})} onChange={(event) => setState({ ${field.name}: event.target.value, page: 1 })}`;
	const target = field.type === 'reference' ? entityNamed(blueprint, field.reference) : undefined;
	if (target)
		return `<Choice spec={${target === entity ? 'api' : `${namesOf(target).many}Api`}.choices} label=${JSON.stringify(field.label)} empty="All" ${change} />`;
	const options =
		field.type === 'boolean'
			? [
					['true', 'Yes'],
					['false', 'No']
				]
			: (field.options ?? []).map((option) => [option, optionLabel(option)]);
	const list = [['', 'All'], ...options].map(([value, text]) => `[${quote(value ?? '')}, ${quote(text ?? '')}]`).join(', ');
	return `<Select label=${JSON.stringify(field.label)} options={[${list}]} ${change} />`;
}

export function detailPage(blueprint: Blueprint, entity: Entity): string {
	const { type, all, route, one } = namesOf(entity);
	const into: Imports = { format: new Set(['shortDate']), ui: new Set() };
	const name = labelField(entity);
	const image = entity.fields.find((field) => field.type === 'image');
	const lists = entity.fields.filter((field) => field.type === 'list');
	const scaled = scaledField(entity);
	const items = entity.fields
		.filter((field) => field !== name && field !== image && !lists.includes(field))
		.map((field) => {
			const shown = display(field);
			if (shown.format) into.format.add(shown.format);
			if (shown.ui) into.ui.add(shown.ui);
			return `                [${quote(field.label)}, ${shown.code}],`;
		});
	const children = childrenOf(blueprint, entity).filter((child) => parentField(child));
	const rollups = rollupsOf(blueprint, entity);
	if (rollups.some((rollup) => rollup.kind === 'money')) into.format.add('moneyRound');
	const figures = rollups.map((rollup) => {
		const value = rollup.kind === 'money' ? `moneyRound(data.${rollup.name})` : `String(data.${rollup.name} ?? '–')`;
		return `              <Figure label=${JSON.stringify(rollup.label)} value={${value}} />`;
	});
	const tabs = children.map((child) => {
		const names = namesOf(child);
		return `                { title: ${JSON.stringify(sentence(names.all))}, count: data.${names.many}Count, body: <${names.type}Panel parent={data.id} /> },`;
	});
	const marks = blueprint.entities.filter(
		(mark) =>
			isPrivate(mark) &&
			mark.ownedBy !== entity.name &&
			mark.fields.some((field) => field.required && field.reference === entity.name)
	);
	const gone = [
		...children.map((child) => {
			const { many, one: single, all: several } = namesOf(child);
			return `\${row.${many}Count} \${row.${many}Count === 1 ? ${quote(single)} : ${quote(several)}}`;
		}),
		...marks.map((mark) => `everybody’s ${namesOf(mark).all} of it`)
	];
	const goneText = `\`Delete \${row.label}?${gone.length ? ` ${listText(gone)} will be deleted with it.` : ''}\``;
	return `import { useState } from 'react';
import { call } from '../../web/api';
${formatImport(into)}import { useQuery } from '../../web/query';
import { Link, navigate } from '../../web/router';
import { useMay } from '../../web/session';
${into.ui.size ? `import { ${[...into.ui].join(', ')} } from '../../web/ui/avatar';\n` : ''}import { Button } from '../../web/ui/button';
import { Card, ${figures.length ? 'Figure, ' : ''}PageHead } from '../../web/ui/card';
import { Details${lists.some((field) => field !== scaled) ? ', Lines' : ''} } from '../../web/ui/details';
import { Icon } from '../../web/ui/icon';
${scaled ? "import { ScaledLines } from '../../web/ui/scaled-lines';\n" : ''}import { ErrorState, PageLoading } from '../../web/ui/states';
${tabs.length ? "import { Tabs } from '../../web/ui/tabs';\n" : ''}import { useToast } from '../../web/ui/toast';
${children.map((child) => `import { ${namesOf(child).type}Panel } from '../${namesOf(child).folder}/panel';\n`).join('')}import { api, type ${type} } from './contract';
import { ${type}Dialog } from './form';

export function ${type}Page({ params }: { params: Record<string, string> }) {
  const { data, error, reload } = useQuery(api.get, { params: { id: Number(params['id']) } });
  return (
    <>
      <Link href="${route}" className="back"><Icon name="back" /> ${sentence(all)}</Link>
      {error ? <ErrorState error={error} retry={reload} /> : !data ? <PageLoading /> : (
        <>
          <PageHead title={data.label} hint={\`Added \${shortDate(data.createdAt)}\${data.createdByName ? \` by \${data.createdByName}\` : ''}\`}><Actions row={data} onDone={reload} /></PageHead>
          <div className="stack">
${image ? `            {data.${image.name} && <img className="photo" src={data.${image.name}} alt={data.label} />}\n` : ''}${figures.length ? `            <div className="figures">\n${figures.join('\n')}\n            </div>\n` : ''}            <Card title="Details"><Summary row={data} /></Card>
${lists.map((field) => `            <Card title=${JSON.stringify(field.label)}>${field === scaled ? `<ScaledLines text={data.${field.name} ?? ''} servings={data.servings ?? 1} />` : `<Lines text={data.${field.name} ?? ''} />`}</Card>\n`).join('')}${tabs.length ? `            <Card flush>\n              <Tabs label="About this ${one}" tabs={[\n${tabs.join('\n')}\n              ]} />\n            </Card>\n` : ''}          </div>
        </>
      )}
    </>
  );
}

const Summary = ({ row }: { row: ${type} }) => (
  <Details items={[
${items.length ? items.join('\n') : `                [${quote(name.label)}, row.label],`}
  ]} />
);

function Actions({ row, onDone }: { row: ${type}; onDone: () => void }) {
  const say = useToast();
  const [editing, setEditing] = useState(false);
  const [mayChange, mayDelete] = [useMay(api.update), useMay(api.remove)];
  async function remove() {
    if (!confirm(${goneText})) return;
    try {
      await call(api.remove, { params: { id: row.id } });
      say(${quote(`${sentence(one)} deleted`)});
      navigate('${route}');
    } catch (error) {
      say(error instanceof Error ? error.message : 'This did not work', 'bad');
    }
  }
  return (
    <>
      {mayChange && <Button onClick={() => setEditing(true)}>Edit</Button>}
      {mayDelete && <Button look="danger" onClick={() => void remove()}>Delete</Button>}
      {editing && <${type}Dialog row={row} onClose={() => setEditing(false)} onDone={onDone} />}
    </>
  );
}
`;
}

const listText = (words: string[]) =>
	words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');

export function formFile(blueprint: Blueprint, entity: Entity): string {
	const { type, one } = namesOf(entity);
	const parent = isTop(entity) ? undefined : parentField(entity);
	const inputs = entity.fields.filter((field) => field !== parent).map((field) => formInput(blueprint, field));
	const ui = [...new Set(inputs.map((input) => input.ui).filter(Boolean))].sort();
	const apis = new Map(inputs.flatMap((input) => (input.api ? [[input.api.name, input.api.folder] as const] : [])));
	const self = namesOf(entity).folder;
	return `import { useForm } from '../../web/query';
import { Button } from '../../web/ui/button';
${apis.size ? "import { Choice } from '../../web/ui/choice';\n" : ''}import { Dialog } from '../../web/ui/dialog';
${ui.length ? `import { ${ui.join(', ')} } from '../../web/ui/field';\n` : ''}import { useToast } from '../../web/ui/toast';
${[...apis]
	.filter(([, folder]) => folder !== self)
	.map(([name, folder]) => `import { api as ${name} } from '../${folder}/contract';\n`)
	.join('')}import { api, type ${type} } from './contract';
${[...apis].some(([, folder]) => folder === self) ? `\nconst ${namesOf(entity).many}Api = api;\n` : ''}
interface Props {
  /** The record to change; none to add one. */
  row?: ${type};
  /** Values that are not asked for. */
  fixed?: Record<string, unknown>;
  onClose: () => void;
  onDone: () => void;
}

export function ${type}Dialog({ row, fixed, onClose, onDone }: Props) {
  const say = useToast();
  const spec = (row ? api.update : api.create) as typeof api.create;
  const form = useForm(spec, (row ? { params: { id: row.id } } : {}) as object, () => {
    say(row ? ${quote(`${sentence(one)} saved`)} : ${quote(`${sentence(one)} added`)});
    onDone();
    onClose();
  }, fixed);
  return (
    <Dialog title={row ? ${quote(`Edit ${one}`)} : ${quote(`Add ${one}`)}} onClose={onClose}>
      <form {...form.props} className="form">
${inputs.map((input) => `        ${input.code}`).join('\n')}
        {form.message && <p role="alert" className="form-error">{form.message}</p>}
        <div className="form-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={form.busy}>Save</Button>
        </div>
      </form>
    </Dialog>
  );
}
`;
}

/** The records that live inside another one, on its page. */
export function panel(blueprint: Blueprint, entity: Entity): string {
	const { type, all, one } = namesOf(entity);
	const parent = parentField(entity);
	if (!parent) return '';
	const into: Imports = { format: new Set(['shortDate']), ui: new Set() };
	const fields = columnFields(entity).filter((field) => field !== parent);
	const cells = columns(blueprint, entity, fields, into, false);
	return `import { useState } from 'react';
${formatImport(into)}import { useQuery } from '../../web/query';
import { useMay } from '../../web/session';
${into.ui.size ? `import { ${[...into.ui].join(', ')} } from '../../web/ui/avatar';\n` : ''}import { Button } from '../../web/ui/button';
import { DataTable, type ListState } from '../../web/ui/table';
import { api } from './contract';
import { ${type}Dialog } from './form';

export function ${type}Panel({ parent }: { parent: number }) {
  const [state, setState] = useState<ListState>({ q: '', sort: 'createdAt', dir: 'desc', page: 1 });
  const query = useQuery(api.list, { query: { ...state, ${parent.name}: parent } as never });
  const mayAdd = useMay(api.create);
  const [adding, setAdding] = useState(false);
  return (
    <div className="panel">
      {mayAdd && <div className="form-end"><Button look="primary" icon="plus" onClick={() => setAdding(true)}>Add ${one}</Button></div>}
      <DataTable label=${JSON.stringify(sentence(all))} noun=${JSON.stringify(all)} query={query} state={state} onState={(change) => setState({ ...state, ...change })} rowKey={(row) => row.id}
        columns={[
${cells}
            { title: 'By', wide: true, cell: (row) => row.createdByName ?? '–' },
            { title: 'Added', sort: 'createdAt', wide: true, cell: (row) => shortDate(row.createdAt) },
        ]} />
      {adding && <${type}Dialog fixed={{ ${parent.name}: parent }} onClose={() => setAdding(false)} onDone={query.reload} />}
    </div>
  );
}
`;
}

const ICONS: [RegExp, string][] = [
	[/customer|client|patient|candidate|member|contact|owner|people|employee|supplier/, 'people'],
	[/order|invoice|application|document|quote/, 'document'],
	[/appointment|booking|reservation|event/, 'calendar'],
	[/hour|time|shift/, 'clock'],
	[/favourite|saved/, 'heart'],
	[/product|item|stock|service|equipment/, 'box'],
	[/recipe|review/, 'star']
];

export function pagesFile(blueprint: Blueprint, entity: Entity, feature: Feature, order: number): string {
	const special = specialPages(blueprint, entity, order);
	const { type, folder, route, all, one } = namesOf(entity);
	const icon = ICONS.find(([words]) => words.test(folder))?.[1] ?? 'list';
	if (!isTop(entity))
		return special.entries.length
			? `import type { Page } from '../../web/page';
${special.imports.join('\n')}
import { api } from './contract';

export const pages: readonly Page[] = [
${special.entries.join('\n')}
];
`
			: '';
	return `import type { Page } from '../../web/page';
${special.imports.map((line) => `${line}\n`).join('')}import { api } from './contract';
import { ${type}Page } from './detail.page';
import { ${type}ListPage } from './list.page';

export const pages: readonly Page[] = [
${special.entries.map((entry) => `${entry}\n`).join('')}  { path: '${route}', title: ${quote(feature.pages[0]?.title ?? sentence(all))}, needs: api.list, nav: { label: ${quote(sentence(all))}, icon: '${icon}', order: ${order} }, Page: ${type}ListPage },
  { path: '${route}/:id', title: ${quote(sentence(one))}, needs: api.get, Page: ${type}Page },
];
`;
}
export { isTop };
