/** Migrations and example data: what the DBA writes. */
import type { Blueprint, Entity } from '../../../src/lib/domain/blueprint';
import { bookingConstraints, bookingDemo } from './bookings';
import { demoValue, seedCount, sqlColumn } from './fields';
import { columnOf, inOrder, isOwned, namesOf, rolesOf } from './names';

export function migrationPath(index: number, entity: Entity): string {
	return `migrations/${String(index + 3).padStart(4, '0')}_${namesOf(entity).table}.sql`;
}

export function migration(blueprint: Blueprint, entity: Entity): string {
	const { table } = namesOf(entity);
	const columns = [
		'  id integer generated always as identity primary key',
		...entity.fields.map((field) => sqlColumn(blueprint, entity, field)),
		`  created_by integer references users on delete set null`,
		'  created_at timestamptz not null default now()',
		...bookingConstraints(entity)
	];
	const indexes = entity.fields
		.filter((field) => ['reference', 'date', 'dateTime', 'enum'].includes(field.type))
		.map((field) => `create index ${table}_${columnOf(field)} on ${table} (${columnOf(field)});`);
	return `create table ${table} (
${columns.join(',\n')}
);
${[...indexes, `create index ${table}_created_at on ${table} (created_at);`].join('\n')}

create trigger ${table}_changed after insert or update or delete on ${table}
  for each statement execute function announce_change();
`;
}

export function seed(blueprint: Blueprint, entity: Entity): string {
	const { table } = namesOf(entity);
	const order = inOrder(blueprint).indexOf(entity) + 1;
	const live = entity.fields.some((field) => field.type === 'money') && entity.ownedBy !== null && entity.ownedBy !== 'user';
	// Owned records are spread over everybody, the rest belongs to the first user.
	const maker = isOwned(entity) ? `1 + (i % ${rolesOf(blueprint).length})` : '1';
	const places = bookingDemo(entity);
	const values = entity.fields.map(
		(field) => `    ${columnOf(field)}: ${places[field.name] ?? demoValue(blueprint, entity, field)},`
	);
	const usesIndex = /\bi\b/.test([...values, maker].join('\n'));
	return `import type { Seed } from '../../server/demo';

export const seed: Seed = {
  table: '${table}',
  order: ${order},
  count: ${seedCount(blueprint, entity)},${live ? '\n  live: true,' : ''}
  row: (demo${usesIndex ? ', i' : ''}) => ({
${values.join('\n')}
    created_by: ${maker},
    created_at: demo.ago(${live ? 60 : 80}),
  }),
};
`;
}
