/** Contract, repository and routes of one entity: what the backend writes. */
import type { Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { a } from './criteria';
import { inputSchema, outputSchema, tableType } from './fields';
import {
	accessOf,
	accessText,
	childrenOf,
	columnOf,
	entityNamed,
	isOwned,
	isPrivate,
	labelField,
	namesOf,
	parentField,
	pascal,
	quote,
	seeAll,
	sentence
} from './names';
import { rollupsOf } from './rollups';
import { overdueSql, startField } from './specials';

/** Fields that lists can be narrowed by. */
export const filterFields = (entity: Entity): Field[] =>
	entity.fields.filter((field) => ['enum', 'boolean', 'reference'].includes(field.type));
export const sortableFields = (entity: Entity): Field[] =>
	entity.fields.filter((field) => !['longText', 'list', 'image', 'boolean', 'reference'].includes(field.type));
const searchFields = (entity: Entity): Field[] =>
	entity.fields.filter((field) => ['text', 'longText', 'email', 'phone', 'list'].includes(field.type));

export function contract(blueprint: Blueprint, entity: Entity): string {
	const { type, folder, one, all, table } = namesOf(entity);
	const inputs = entity.fields.map((field) => [field, inputSchema(field)] as const);
	const filters = filterFields(entity);
	const uses = new Set([
		'IdParams',
		'Choices',
		'Ok',
		'Time',
		'listOf',
		'listQuery',
		...inputs.flatMap(([, input]) => input.uses)
	]);
	if (filters.some((field) => field.type === 'reference')) uses.add('Id');
	const sorts = [...new Set([labelField(entity).name, ...sortableFields(entity).map((field) => field.name), 'createdAt'])];
	const topics = [table, ...childrenOf(blueprint, entity).map((child) => namesOf(child).table)];
	const read = accessText(accessOf(blueprint, entity, 'read'));
	const rollups = rollupsOf(blueprint, entity);
	const tag = sentence(all);
	const narrowing = [
		...filters.map((field) => `      ${field.name}: ${filterSchema(field)},`),
		...(startField(entity) ? ["      from: Day('From').optional(),", "      to: Day('To').optional(),"] : [])
	];
	if (startField(entity)) uses.add('Day');
	return `import * as z from 'zod';
import { endpoint } from '../../core/contract';
import { ${[...uses].sort().join(', ')} } from '../../core/fields';

const Body = z.object({
${inputs.map(([field, input]) => `  ${field.name}: ${input.code},`).join('\n')}
});

export const ${type} = z
  .object({
    id: z.number().int(),
${entity.fields.map((field) => `    ${field.name}: ${outputSchema(field)},`).join('\n')}
${entity.fields
	.filter((field) => field.type === 'reference')
	.map((field) => `    ${field.name}Label: z.string().nullable(),\n`)
	.join(
		''
	)}${rollups.map((rollup) => `    ${rollup.name}: z.number()${rollup.kind === 'average' ? '.nullable()' : ''},\n`).join('')}${overdueSql(entity) ? '    overdue: z.boolean(),\n' : ''}    label: z.string(),
    createdByName: z.string().nullable(),
    createdBy: z.number().int().nullable(),
    createdAt: Time,
  })
  .meta({ id: '${type}' });
export type ${type} = z.infer<typeof ${type}>;

const common = { tag: ${quote(tag)} } as const;
export const api = {
  list: endpoint({
    ...common, id: 'list${pascal(folder)}', method: 'get', path: '/api/${folder}', access: ${read},
    summary: ${quote(`${tag}, searched, narrowed, sorted, page by page`)},
    query: listQuery([${sorts.map(quote).join(', ')}], '${defaultDirection(entity)}')${narrowing.length ? `.extend({\n${narrowing.join('\n')}\n    })` : ''},
    response: listOf(${type}), topics: [${topics.map(quote).join(', ')}],
  }),
  choices: endpoint({
    ...common, id: 'choose${pascal(folder)}', method: 'get', path: '/api/${folder}/choices', access: ${read},
    summary: ${quote(`Names of ${all}, for select boxes`)}, response: Choices, topics: [${quote(table)}],
  }),
  get: endpoint({
    ...common, id: 'get${type}', method: 'get', path: '/api/${folder}/{id}', access: ${read},
    summary: ${quote(`One ${one}`)}, params: IdParams, response: ${type}, topics: [${topics.map(quote).join(', ')}],
  }),
  create: endpoint({
    ...common, id: 'create${type}', method: 'post', path: '/api/${folder}', access: ${accessText(accessOf(blueprint, entity, 'create'))},
    summary: ${quote(`Add ${a(one)}`)}, body: Body, response: ${type}, status: 201,
  }),
  update: endpoint({
    ...common, id: 'update${type}', method: 'patch', path: '/api/${folder}/{id}', access: ${accessText(accessOf(blueprint, entity, 'update'))},
    summary: ${quote(`Change ${a(one)}`)}, params: IdParams, body: Body.partial(), response: ${type},
  }),
  remove: endpoint({
    ...common, id: 'delete${type}', method: 'delete', path: '/api/${folder}/{id}', access: ${accessText(accessOf(blueprint, entity, 'delete'))},
    summary: ${quote(`Delete ${a(one)}`)}, params: IdParams, response: Ok,
  }),
};
`;
}

const defaultDirection = (_entity: Entity) => 'asc';

function filterSchema(field: Field): string {
	if (field.type === 'reference') return 'Id.optional()';
	if (field.type === 'boolean') return "z.enum(['true', 'false']).transform((v) => v === 'true').optional()";
	return `z.enum([${(field.options ?? []).map(quote).join(', ')}]).optional()`;
}

export function repo(blueprint: Blueprint, entity: Entity): string {
	const { type, many, table } = namesOf(entity);
	const label = labelField(entity);
	const parent = parentField(entity);
	const labelSql = label.type === 'text' && label.required ? `t.${columnOf(label)}` : `coalesce(t.${columnOf(label)}::text, '–')`;
	const extra = [
		...entity.fields
			.filter((field) => field.type === 'reference')
			.map((field) => `    ${field.name}Label: ${sqlText(referenceLabel(blueprint, field))},`),
		...rollupsOf(blueprint, entity).map((rollup) => `    ${rollup.name}: ${sqlText(rollup.sql)},`),
		...(overdueSql(entity) ? [`    overdue: ${sqlText(overdueSql(entity) ?? '')},`] : []),
		`    createdByName: '(select u.name from users u where u.id = t.created_by)',`
	];
	return `import { table } from '../../server/table';
import type { ${type} } from './contract';

export const ${many} = table<${type}>({
  table: '${table}',
  columns: {
${entity.fields.map((field) => `    ${field.name}: ['${columnOf(field)}', '${tableType(field)}'],`).join('\n')}
  },
  extra: {
${extra.join('\n')}
  },
  search: [${(searchFields(entity).length ? searchFields(entity).map((field) => quote(`t.${columnOf(field)}`)) : [quote(`t.${columnOf(label)}::text`)]).join(', ')}],
  label: ${sqlText(labelSql)},${isPrivate(entity) ? '\n  owned: true,' : ''}${parent ? `\n  parent: '${parent.name}',` : ''}
});
`;
}

const sqlText = (sql: string) => (sql.includes("'") ? `\`${sql}\`` : `'${sql}'`);

function referenceLabel(blueprint: Blueprint, field: Field): string {
	const target = entityNamed(blueprint, field.reference);
	const column = columnOf(field);
	if (!target) return `(select r.name from users r where r.id = t.${column})`;
	return `(select r.${columnOf(labelField(target))}::text from ${namesOf(target).table} r where r.id = t.${column})`;
}

export function routes(_blueprint: Blueprint, entity: Entity): string {
	const { type, many, one } = namesOf(entity);
	const filters = filterFields(entity).map((field) => field.name);
	const own = isPrivate(entity);
	const owned = isOwned(entity);
	const start = startField(entity)?.name;
	const taken = [...filters, ...(start ? ['from', 'to'] : [])];
	const take = taken.length ? `{ ${taken.join(', ')}, ...args }` : 'args';
	const listed = [
		`...args`,
		filters.length ? `filters: { ${filters.join(', ')} }` : '',
		start ? `between: { field: '${start}', from, to }` : '',
		own ? 'viewer: mine(user)' : ''
	]
		.filter(Boolean)
		.join(', ');
	const who = own || owned;
	return `import type { Context } from '../../server/context';
import { ${who ? 'forbidden, ' : ''}notFound } from '../../server/errors';
import { mount, type App } from '../../server/mount';
${who ? "import type { User } from '../users/contract';\n" : ''}import { api${who ? `, type ${type}` : ''} } from './contract';
import { ${many} } from './repo';
${own ? `\n/** Everybody sees their own; these roles see all. */\nconst mine = (user: User) => (['${seeAll(entity).join("', '")}'].includes(user.role) ? undefined : user);\nconst sees = (user: User, record: ${type}) => !mine(user) || record.createdBy === user.id;\n` : ''}${owned ? `const owns = (user: User, record: ${type}) => user.role === 'admin' || record.createdBy === user.id;\n` : ''}
export function routes(app: App, ctx: Context): void {
  const known = async (id: number${who ? `, may?: (record: ${type}) => boolean` : ''}) => {
    const record = await ${many}.find(ctx.db, id);
    if (!record) throw notFound(${quote(sentence(one))});
${who ? `    if (may && !may(record)) throw forbidden('This belongs to somebody else');\n` : ''}    return record;
  };

  mount(app, ctx, api.list, ({ query: ${take}${own ? ', user' : ''} }) => ${many}.list(ctx.db, { ${listed} }));
  mount(app, ctx, api.choices, (${own ? '{ user }' : ''}) => ${many}.choices(ctx.db${own ? ', mine(user)' : ''}));
  mount(app, ctx, api.get, ({ params${own ? ', user' : ''} }) => known(params.id${own ? ', (record) => sees(user, record)' : ''}));
  mount(app, ctx, api.create, ({ body, user }) => ${many}.insert(ctx.db, body, { userId: user.id, at: ctx.now() }));
  mount(app, ctx, api.update, async ({ params, body${owned ? ', user' : ''} }) => {
    await known(params.id${owned ? ', (record) => owns(user, record)' : ''});
    return (await ${many}.update(ctx.db, params.id, body))!;
  });
  mount(app, ctx, api.remove, async ({ params${owned ? ', user' : ''} }) => {
    await known(params.id${owned ? ', (record) => owns(user, record)' : ''});
    await ${many}.remove(ctx.db, params.id);
    return { ok: true as const };
  });
}
`;
}
