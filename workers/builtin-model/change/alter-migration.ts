/**
 * What takes the database from one blueprint to the next. A migration that ran never changes: each change of an entity is a file of its
 * own, on top of those that are there, and keeps the records.
 */
import type { Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { bookingConstraints } from '../generate/bookings';
import { migration } from '../generate/database';
import { sqlColumn } from '../generate/fields';
import { columnOf, entityNamed, inOrder, namesOf, rolesOf } from '../generate/names';
import { fillSql } from './fill-sql';

/** A field that goes on under another name: two blueprints alone do not tell it from one removed and one added. */
export interface FieldRename {
	entity: string;
	from: string;
	to: string;
}

export interface Alteration {
	/** Of the file, without number: 'customers_birthday'. */
	name: string;
	sql: string;
	/** The entity whose records it is about; undefined for users. */
	entity?: string;
}

/** In the order in which they must run. */
export function alterationsOf(before: Blueprint, after: Blueprint, renames: readonly FieldRename[] = []): Alteration[] {
	const created = inOrder(after).filter((entity) => !entityNamed(before, entity.name));
	const kept = inOrder(after).flatMap((entity) => {
		const old = entityNamed(before, entity.name);
		return old ? [{ old, entity, own: renames.filter((rename) => rename.entity === entity.name) }] : [];
	});
	const dropped = inOrder(before)
		.filter((entity) => !entityNamed(after, entity.name))
		.reverse();
	return [
		...created.map((entity) => ({ name: namesOf(entity).table, sql: migration(after, entity), entity: entity.name })),
		...kept.flatMap(({ old, entity, own }) => own.flatMap((rename) => renamed(old, entity, rename))),
		...kept.flatMap(({ old, entity, own }) => changed({ before, after, old, entity }, own)),
		...dropped.map((entity) => {
			const { table, all } = namesOf(entity);
			return { name: `${table}_removed`, sql: `-- The app keeps no ${all} any more.\ndrop table ${table};\n` };
		}),
		...withoutRoles(before, after)
	];
}

/** The renames that the names of files tell: 'migrations/0007_customers_rename_phone_to_mobile.sql'. */
export function renamesIn(paths: readonly string[], before: Blueprint, after: Blueprint): FieldRename[] {
	return paths.flatMap((path) => {
		const [, table, from, to] = /^migrations\/\d+_(\w+?)_rename_(\w+)_to_(\w+)\.sql$/.exec(path) ?? [];
		const entity = after.entities.find((candidate) => namesOf(candidate).table === table);
		const old = entityNamed(before, entity?.name)?.fields.find((field) => columnOf(field) === from);
		const field = entity?.fields.find((candidate) => columnOf(candidate) === to);
		return entity && old && field ? [{ entity: entity.name, from: old.name, to: field.name }] : [];
	});
}

/** Constraints and indexes keep telling the column by their names: errors are told to people by them. */
function renamed(old: Entity, entity: Entity, { from, to }: FieldRename): Alteration[] {
	const [was, is] = [old.fields.find((field) => field.name === from), entity.fields.find((field) => field.name === to)];
	if (!was || !is) return [];
	const { table } = namesOf(entity);
	const [a, b] = [columnOf(was), columnOf(is)];
	const constraint = (kind: string) => `alter table ${table} rename constraint ${table}_${a}_${kind} to ${table}_${b}_${kind};`;
	const lines = [
		`alter table ${table} rename column ${a} to ${b};`,
		...(hasCheck(was) ? [constraint('check')] : []),
		...(was.unique ? [constraint('key')] : []),
		...(was.type === 'reference' ? [constraint('fkey')] : []),
		...(isIndexed(was) ? [`alter index ${table}_${a} rename to ${table}_${b};`] : [])
	];
	return [{ name: `${table}_rename_${a}_to_${b}`, sql: `${lines.join('\n')}\n`, entity: entity.name }];
}

interface Pair {
	before: Blueprint;
	after: Blueprint;
	old: Entity;
	entity: Entity;
}

function changed(pair: Pair, renames: readonly FieldRename[]): Alteration[] {
	const { old, entity } = pair;
	const { table } = namesOf(entity);
	// The entity before, with the names that its fields have by now.
	const fields = old.fields.map((field) => {
		const to = entity.fields.find(({ name }) => name === renames.find(({ from }) => from === field.name)?.to);
		return to ? { ...field, name: to.name } : field;
	});
	const gone = fields.filter((field) => !entity.fields.some((other) => columnOf(other) === columnOf(field)));
	const parts = [
		...entity.fields.map((field) => {
			const was = fields.find((other) => columnOf(other) === columnOf(field));
			return { column: columnOf(field), lines: was ? alteredColumn(table, was, field) : newColumn(pair, field) };
		}),
		...gone.map((field) => ({
			column: columnOf(field),
			lines: [`alter table ${table} drop column ${columnOf(field)};`]
		}))
	].filter(({ lines }) => lines.length > 0);
	const bookings = changedBookings({ ...old, fields }, entity);
	if (parts.length === 0 && bookings.drop.length === 0 && bookings.add.length === 0) return [];
	const columns = parts.map(({ column }) => column);
	return [
		{
			name: [table, ...(columns.length ? columns.slice(0, 3) : ['bookings']), ...(columns.length > 3 ? ['and_more'] : [])].join(
				'_'
			),
			sql: `${[...bookings.drop, ...parts.flatMap(({ lines }) => lines), ...bookings.add].join('\n')}\n`,
			entity: entity.name
		}
	];
}

function newColumn({ after, entity }: Pair, field: Field): string[] {
	const { table } = namesOf(entity);
	const column = columnOf(field);
	const index = isIndexed(field) ? [`create index ${table}_${column} on ${table} (${column});`] : [];
	const add = (added: Field) =>
		`alter table ${table} add column ${sqlColumn(after, entity, added).trim().replace(/ {2,}/g, ' ')};`;
	if (!field.required || field.type === 'boolean') return [add(field), ...index];
	return [
		'-- Records that are there already need a value.',
		add({ ...field, required: false, unique: false }),
		`update ${table} set ${column} = ${fillSql(field)};`,
		`alter table ${table} alter column ${column} set not null;`,
		...(field.unique ? [uniqueSql(table, column)] : []),
		...index
	];
}

function alteredColumn(table: string, was: Field, field: Field): string[] {
	const column = columnOf(field);
	const lines: string[] = [];
	const isSameType = was.type === field.type || SAME_COLUMN.has(was.type) === SAME_COLUMN.has(field.type);
	const isOther =
		was.type !== field.type || String(was.options) !== String(field.options) || was.min !== field.min || was.max !== field.max;
	if (isOther && hasCheck(was)) lines.push(`alter table ${table} drop constraint ${table}_${column}_check;`);
	if (!isSameType && field.type === 'decimal') lines.push(`alter table ${table} alter column ${column} type numeric(14, 4);`);
	if (isOther && field.type === 'enum') {
		const options = (field.options ?? []).map(sqlText).join(', ');
		const to = field.required ? sqlText(field.options?.[0] ?? '') : 'null';
		const isLess = was.type !== 'enum' || (was.options ?? []).some((option) => !field.options?.includes(option));
		const [from, as] = renamedOption(was, field);
		if (from && as) lines.push(`update ${table} set ${column} = ${sqlText(as)} where ${column} = ${sqlText(from)};`);
		else if (isLess) lines.push(`update ${table} set ${column} = ${to} where ${column} not in (${options});`);
		lines.push(`alter table ${table} add constraint ${table}_${column}_check check (${column} in (${options}));`);
	} else if (isOther && hasCheck(field)) {
		lines.push(
			`alter table ${table} add constraint ${table}_${column}_check check (${column} between ${field.min} and ${field.max});`
		);
	}
	if (isIndexed(field) && !isIndexed(was)) lines.push(`create index ${table}_${column} on ${table} (${column});`);
	if (isIndexed(was) && !isIndexed(field)) lines.push(`drop index ${table}_${column};`);
	if (field.required && !was.required && field.type !== 'boolean')
		lines.push(
			`update ${table} set ${column} = ${fillSql(field)} where ${column} is null;`,
			`alter table ${table} alter column ${column} set not null;`
		);
	if (!field.required && was.required && field.type !== 'boolean')
		lines.push(`alter table ${table} alter column ${column} drop not null;`);
	if (field.unique && !was.unique) lines.push(...distinctFirst(table, column, field), uniqueSql(table, column));
	if (!field.unique && was.unique) lines.push(`alter table ${table} drop constraint ${table}_${column}_key;`);
	return lines;
}

/** One value in the place of another, with all others as they were, is the same under another name. */
function renamedOption({ options: was = [] }: Field, { options: is = [] }: Field): [string?, string?] {
	const others = was.flatMap((option, at) => (option === is[at] ? [] : [[option, is[at] ?? ''] as [string, string]]));
	const [only] = others;
	return was.length === is.length && others.length === 1 && only && !is.includes(only[0]) && !was.includes(only[1]) ? only : [];
}

/** All but the oldest of those that share a value get one of their own. */
function distinctFirst(table: string, column: string, field: Field): string[] {
	const other = field.required ? fillSql({ ...field, unique: true }) : 'null';
	return [
		`update ${table} t set ${column} = ${other} where exists (select 1 from ${table} o where o.${column} = t.${column} and o.id < t.id);`
	];
}

const uniqueSql = (table: string, column: string) =>
	`alter table ${table} add constraint ${table}_${column}_key unique (${column});`;

/** What may not be booked twice follows from the fields; as long as a constraint uses a column, that cannot go. */
function changedBookings(old: Entity, entity: Entity): { drop: string[]; add: string[] } {
	const [was, is] = [bookingConstraints(old), bookingConstraints(entity)].map((lines) => lines.map((line) => line.trim()));
	if (String(was) === String(is)) return { drop: [], add: [] };
	const { table } = namesOf(entity);
	const nameOf = (line: string) => /^constraint (\w+)/.exec(line)?.[1] ?? '';
	return {
		drop: (was ?? []).map((line) => `alter table ${table} drop constraint if exists ${nameOf(line)};`),
		add: (is ?? []).map((line) => `alter table ${table} add ${line};`)
	};
}

/** Whoever had a role that is gone may not come in as anything else before an administrator says so. */
function withoutRoles(before: Blueprint, after: Blueprint): Alteration[] {
	const known = rolesOf(after).map((role) => role.name);
	const gone = rolesOf(before).filter((role) => !known.includes(role.name));
	return gone.map(({ name, label }) => ({
		name: `users_without_${name.replace(/-/g, '_')}`,
		sql: `-- The role ${label} is gone: an administrator activates its users again, with another role.
delete from sessions where user_id in (select id from users where role = '${name}');
update users set role = '${known[0] ?? 'admin'}', status = 'deactivated' where role = '${name}';
`
	}));
}

const hasCheck = (field: Field) => ['enum', 'money'].includes(field.type) || (field.min !== undefined && field.max !== undefined);
const isIndexed = (field: Field) => ['reference', 'date', 'dateTime', 'enum'].includes(field.type);
const sqlText = (text: string) => `'${text.replace(/'/g, "''")}'`;
/** Types whose columns are text. */
const SAME_COLUMN = new Set(['text', 'longText', 'enum', 'email', 'phone', 'url', 'image', 'list']);
