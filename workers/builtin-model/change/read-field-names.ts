/** Wishes that call a field, or a value of a choice, something else. */
import type { Entity } from '../../../src/lib/domain/blueprint';
import { onePlace, ownerIn } from './field-places';
import type { Reader, ReadContext } from './intents';
import { bare, entityCalled, fieldCalled, roleCalled } from './look-up';
import { cleanName, renameIn } from './phrases';

/** 'Rename phone to mobile in customers', 'rename the phone field of customers to mobile'. */
export const renameField: Reader = (clause, context) => {
	const pairs = renameIn(clause);
	if (!pairs) return undefined;
	const behind = /^(.+?)\s+(?:in|of|for|on)\s+(?:the\s+)?([\w\s'-]+)$/i.exec(pairs.to);
	const tail = behind && entityCalled(behind[2] ?? '', context.blueprint);
	const to = cleanName(tail ? (behind[1] ?? '') : pairs.to);
	const owner = tail ?? ownerIn(pairs.from, context)?.entity;
	const name = tail ? pairs.from : (ownerIn(pairs.from, context)?.rest ?? pairs.from);
	const value = valueNamed(pairs.from, owner, context);
	if (value && to) return [{ do: 'rename-option', ...value, to }];
	if (owner) {
		const field = fieldCalled(name, owner);
		return field && to ? [{ do: 'rename-field', entity: owner.name, field: field.name, to }] : undefined;
	}
	if (entityCalled(pairs.from, context.blueprint) || roleCalled(pairs.from, context.blueprint)) return undefined;
	return onePlace(pairs.from, clause, context, ({ entity, field }) => ({
		do: 'rename-field',
		entity: entity.name,
		field: field.name,
		to
	}));
};

/** 'status pending', 'the pending status of orders', 'pending': a value of a choice. */
function valueNamed(
	phrase: string,
	owner: Entity | undefined,
	{ blueprint }: ReadContext
): { entity: string; field: string; option: string } | undefined {
	const said = bare(phrase.replace(/\s+(?:of|in|for)\s+.+$/i, ''))
		.replace(/^(?:status|state|option|value|stage|column)\s+|\s+(?:status|state|option|value|stage|column)$/g, '')
		.replace(/^["'“‘]|["'”’]$/g, '');
	const found = (owner ? [owner] : blueprint.entities).flatMap((entity) =>
		entity.fields.flatMap((field) =>
			(field.options ?? [])
				.filter((option) => option.toLowerCase() === said)
				.map((option) => ({ entity: entity.name, field: field.name, option }))
		)
	);
	return found.length === 1 ? found[0] : undefined;
}
