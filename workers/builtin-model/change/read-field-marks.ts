/** Wishes that fields go, or are asked for more or less strictly. */
import type { Entity } from '../../../src/lib/domain/blueprint';
import { onePlace, ownerIn } from './field-places';
import type { Intent, Reader } from './intents';
import { bare, entitiesCalled, entityCalled, fieldCalled } from './look-up';
import { removedIn } from './phrases';

/** 'Remove the notes field from orders', 'customers do not need a city'. */
export const removeField: Reader = (clause, context) => {
	const { blueprint } = context;
	const subject =
		/^(.+?)\s+(?:(?:do|does)(?: not|n't)|no longer|don’t|doesn’t)\s+need\s+(.+?)(?:\s+any ?more|\s+any longer)?$/i.exec(clause) ??
		/^(.+?)\s+(?:should|shall|must)(?: not|n't)\s+have\s+(.+?)(?:\s+any ?more|\s+any longer)?$/i.exec(clause);
	const owner = subject && entityCalled(subject[1] ?? '', blueprint);
	if (subject && owner) return removed(owner, subject[2] ?? '');
	const what = removedIn(clause);
	if (what === undefined || /\b(?:chart|graph|dashboard|role|page|section|user management)\b/i.test(what)) return undefined;
	const marks = [...what.matchAll(/\s+(?:from|of|in|on|for)\s+/gi)].reverse();
	for (const mark of marks) {
		const entity = entityCalled(what.slice(mark.index + mark[0].length), blueprint);
		if (entity) return removed(entity, what.slice(0, mark.index));
	}
	const owned = ownerIn(what, context);
	if (owned && owned.entity) return removed(owned.entity, owned.rest);
	if (entitiesCalled(what, blueprint) && !/\bfields?\b/i.test(what)) return undefined;
	const items = what.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i);
	const found = items.map((item) =>
		onePlace(item, clause, context, ({ entity, field }) => ({ do: 'remove-field', entity: entity.name, field: field.name }))
	);
	return found.every((intents) => intents !== undefined) ? found.flat() : undefined;
};

function removed(entity: Entity, list: string): Intent[] | undefined {
	const items = list.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i);
	const intents = items.map((item): Intent => {
		const field = fieldCalled(item, entity);
		return field
			? { do: 'remove-field', entity: entity.name, field: field.name }
			: { do: 'met', why: `${entity.pluralLabel.toLowerCase()} have no ${bare(item)}` };
	});
	return /["'“]|paid|pending/.test(list) && intents.every((intent) => intent.do === 'met') ? undefined : intents;
}

const MUST =
	/^(?:make\s+)?(.+?)\s+(?:(?:must|should|shall|has to|have to|is|are|to)\s+(?:always\s+|not\s+)?(?:be\s+)?)?(mandatory|required|obligatory|compulsory|optional|unique|(?:filled in|entered|given))(?:\s+(?:in|for|of|on)\s+(.+))?$/i;

/** 'The phone of customers is mandatory', 'make e-mail optional', 'SKU must be unique'. */
export const setRequired: Reader = (clause, context) => {
	const match = MUST.exec(clause);
	if (!match) return undefined;
	const [, phrase = '', mark = '', where] = match;
	const entity = where === undefined ? undefined : entityCalled(where, context.blueprint);
	if (where !== undefined && !entity) return undefined;
	const isNot = /\bnot\b|\bno longer\b|n't\b/i.test(clause.replace(phrase, ''));
	const make = (owner: Entity, name: string): Intent =>
		/unique/i.test(mark)
			? { do: 'set-unique', entity: owner.name, field: name }
			: { do: 'set-required', entity: owner.name, field: name, required: !/optional/i.test(mark) && !isNot };
	const items = phrase.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i);
	const owned = ownerIn(phrase, context);
	if (owned && items.length === 1) {
		const field = fieldCalled(owned.rest, owned.entity);
		return field ? [make(owned.entity, field.name)] : undefined;
	}
	const found = items.map((item) => {
		const field = entity && fieldCalled(item, entity);
		if (entity) return field ? [make(entity, field.name)] : [noField(entity, item)];
		return onePlace(item, clause, context, (place) => make(place.entity, place.field.name));
	});
	return found.every((intents) => intents !== undefined) ? found.flat() : undefined;
};

const noField = (entity: Entity, item: string): Intent => ({
	do: 'met',
	why: `${entity.pluralLabel.toLowerCase()} have no ${bare(item)}; say “Add a mandatory ${bare(item)} to ${entity.pluralLabel.toLowerCase()}” for one`
});
