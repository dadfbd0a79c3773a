/** Numbers that a record's children add up to: how many, their sum of money, their average of stars. */
import type { Blueprint, Entity } from '../../../src/lib/domain/blueprint';
import { childrenOf, columnOf, namesOf, parentField, pascal, sentence } from './names';

export interface Rollup {
	name: string;
	label: string;
	sql: string;
	kind: 'count' | 'money' | 'average';
	child: Entity;
}

export function rollupsOf(blueprint: Blueprint, entity: Entity): Rollup[] {
	return childrenOf(blueprint, entity).flatMap((child) => {
		const parent = parentField(child);
		if (!parent) return [];
		const { many, table, all } = namesOf(child);
		const from = `from ${table} c where c.${columnOf(parent)} = t.id`;
		const paid = child.fields.find((field) => field.type === 'enum' && field.options?.includes('paid'));
		const found: Rollup[] = [
			{ name: `${many}Count`, label: sentence(all), sql: `(select count(*)::int ${from})`, kind: 'count', child }
		];
		const money = child.fields.find((field) => field.type === 'money');
		if (money) {
			const only = paid ? ` and c.${columnOf(paid)} = 'paid'` : '';
			const label = paid ? 'Revenue' : `${sentence(all)}, ${money.label.toLowerCase()}`;
			found.push({
				name: `${many}${pascal(money.name)}`,
				label,
				sql: `(select coalesce(sum(c.${columnOf(money)}), 0)::float8 ${from}${only})`,
				kind: 'money',
				child
			});
		}
		const stars = child.fields.find((field) => field.name === 'stars');
		if (stars)
			found.push({
				name: 'averageStars',
				label: 'Rating',
				sql: `(select round(avg(c.stars), 1)::float8 ${from})`,
				kind: 'average',
				child
			});
		return found;
	});
}
