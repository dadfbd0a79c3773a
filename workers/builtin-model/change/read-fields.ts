/** Wishes about fields: added, renamed, removed, asked for or not, of these values. */
import type { Entity } from '../../../src/lib/domain/blueprint';
import { fieldsFrom } from './field-words';
import type { Intent, Reader, ReadContext } from './intents';
import { valuesOf } from './list-parts';
import { bare, entitiesCalled, entityCalled, fieldCalled, knownThing, placesOf, plural, roleCalled } from './look-up';

const MODAL =
	'(?:(?:also|still|now|just|really|all|each)\\s+)?(?:needs?|should(?:\\s+also)?\\s+(?:have|get|contain|include|store|show)|shall\\s+have|must(?:\\s+also)?\\s+have|have\\s+to\\s+have|ha(?:s|ve)|gets?|wants?|requires?|could\\s+use|lacks?|(?:is|are)\\s+missing)(?:\\s+to\\s+have)?(?:\\s+(?:also|too))?';
const TO = /\s+(?:to|for|in|on|of|into|onto|at|per|with)\s+/gi;

/** 'X to ENTITY': the phrase before and the entities behind the last preposition that leads to some. */
function beforeEntity(text: string, { blueprint }: ReadContext): { head: string; entities: Entity[] } | undefined {
	const marks = [...text.matchAll(TO)].reverse();
	for (const mark of marks) {
		const tail = text.slice(mark.index + mark[0].length).replace(/\s+(?:as well|too|also|please)$/i, '');
		const entities = entitiesCalled(tail, blueprint) ?? entitiesCalled(tail.replace(/^(?:every|each|all)\s+/i, ''), blueprint);
		if (entities) return { head: text.slice(0, mark.index), entities };
	}
	return undefined;
}

const ADD =
	/^(?:add|include|insert|create|introduce|append|put|give|store|save|record|track|capture|collect|we need|i need|need|we want|i want|i'd like|we'd like|i would like|we would like|there (?:should|must) be|have)\s+(?:also\s+)?/i;

/** 'Add a birthday to customers', 'Customers also need a VAT number', 'in orders: tracking number'. */
export const addFields: Reader = (clause, context) => {
	const { blueprint, last } = context;
	const link = /^(?:link|connect|assign|relate|attach)\s+(.+?)\s+(?:to|with)\s+(.+)$/i.exec(clause);
	const [from, to] = [link && entityCalled(link[1] ?? '', blueprint), link && entityCalled(link[2] ?? '', blueprint)];
	if (from && to) return added([from], `a ${to.label}`, context);
	const subject =
		new RegExp(`^(?:for\\s+|in\\s+)?(.+?)\\s+${MODAL}\\s+(.+)$`, 'i').exec(clause) ??
		/^(?:for|in|on|to|of)\s+(.+?)(?:,|:)?\s+(?:add|include|store|save|i (?:also )?(?:need|want)|we (?:also )?(?:need|want)|there should be)\s+(?:also\s+)?(.+)$/i.exec(
			clause
		) ??
		/^(?:add\s+)?(?:to\s+)?([^:]+):\s*(?:add\s+)?(.+)$/i.exec(clause) ??
		/^give\s+((?:(?:the|each|every|all)\s+)?[\w-]+)\s+((?:an?|the|also|new|some)\s+.+)$/i.exec(clause);
	const owner = subject && entitiesCalled(subject[1] ?? '', blueprint);
	if (subject && owner) return added(owner, subject[2] ?? '', context);
	const knowing =
		/^(?:i|we) (?:(?:also )?(?:want|need|would like|have) to )?(?:also )?(?:store|save|record|track|note|see|know|enter|keep|write down) (.+)$/i.exec(
			clause
		)?.[1];
	const rest = knowing ?? (ADD.test(clause) ? clause.replace(ADD, '') : undefined);
	if (rest === undefined) return undefined;
	const found = beforeEntity(rest, context);
	if (found && !/^(?:a |the )?(?:new )?(?:page|chart|graph|role|section|column chart)\b/i.test(found.head))
		return added(found.entities, found.head, context);
	const possessive = /^(?:the )?(.+?)(?:'s|s'|’s|s’)\s+(.+)$/i.exec(rest);
	const holder = possessive && entityCalled(possessive[1] ?? '', blueprint);
	if (holder) return added([holder], possessive[2] ?? '', context);
	// 'customer birthday'
	const words = bare(rest).split(/\s+/);
	const first = words.length > 1 ? entityCalled(words[0] ?? '', blueprint) : undefined;
	if (first && /\bfields?\b/i.test(rest)) return added([first], words.slice(1).join(' '), context);
	return withoutEntity(rest, last, context);
};

/** An app with one kind of record needs no name of it; after another wish about one, neither. */
function withoutEntity(rest: string, last: string | undefined, context: ReadContext): Intent[] | undefined {
	const tops = context.blueprint.entities.filter((entity) => entity.ownedBy === null);
	const entity = context.blueprint.entities.find((one) => one.name === last) ?? (tops.length === 1 ? tops[0] : undefined);
	const isField = /\b(?:field|column|attribute)\b/i.test(rest) || (last !== undefined && /^(?:an?|the)\s/i.test(rest));
	if (!isField || /\bwith\b/i.test(rest)) return undefined;
	if (knownThing(plural(bare(rest)))) return undefined;
	if (entity) return added([entity], rest, context);
	const names = context.blueprint.entities.map((one) => one.pluralLabel.toLowerCase()).join(', ');
	return names ? [{ do: 'refuse', quote: rest, why: `say of what it is a field: ${names}` }] : undefined;
}

function added(entities: readonly Entity[], list: string, { blueprint }: ReadContext): Intent[] | undefined {
	const said = list
		.replace(/\s+(?:as well|too|also|please)$/i, '')
		.replace(/^(?:also|to have|to store|to show|to include)\s+/i, '');
	const { fields, left } = fieldsFrom(said, blueprint);
	const intents: Intent[] = [];
	for (const entity of entities) {
		if (fields.length) intents.push({ do: 'add-fields', entity: entity.name, fields });
	}
	for (const item of left) intents.push({ do: 'refuse', quote: item, why: 'this is no field that rules can make' });
	return fields.length ? intents : undefined;
}

const RENAMES: RegExp[] = [
	/^rename\s+(.+?)\s+(?:to|into|as|in(?=\s+["'“]))\s+(.+)$/i,
	/^(?:change|set|update)\s+(?:the\s+)?(?:name|label|title|caption)\s+(?:of\s+)?(.+?)\s+(?:to|into)\s+(.+)$/i,
	/^change\s+(.+?)(?:'s)?\s+(?:name|label)\s+(?:to|into)\s+(.+)$/i,
	/^call\s+(?:the\s+)?(.+?)\s+["'“‘](.+)["'”’]$/i,
	/^(?:change|replace|turn)\s+(.+?)\s+(?:to|into|with|by)\s+(.+)$/i,
	/^(.+?)\s+(?:should|shall|must)\s+(?:rather\s+|now\s+)?be\s+(?:called|named|renamed(?:\s+to)?|labell?ed)\s+(.+)$/i,
	/^(.+?)\s*(?:→|->|=>)\s*(.+)$/
];

/** What 'rename X to Y' and its like say: X and Y. */
export const renameIn = (clause: string): { from: string; to: string } | undefined => {
	for (const pattern of RENAMES) {
		const [, from, to] = pattern.exec(clause) ?? [];
		if (from && to) return { from, to };
	}
	return undefined;
};

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
				.filter((one) => one.toLowerCase() === said)
				.map((option) => ({ entity: entity.name, field: field.name, option }))
		)
	);
	return found.length === 1 ? found[0] : undefined;
}

export const cleanName = (text: string) =>
	text
		.trim()
		.replace(/[.!?]+$/, '')
		.replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, '')
		.replace(/\s+(?:please|instead|everywhere)$/i, '')
		.trim();

/** 'the phone of customers', "customers' phone", 'customer phone': the entity, and what is said of it. */
function ownerIn(phrase: string, { blueprint }: ReadContext): { entity: Entity; rest: string } | undefined {
	const of = /^(.+?)\s+(?:of|in|on|for|from)\s+(.+)$/i.exec(phrase);
	const behind = of && entityCalled(of[2] ?? '', blueprint);
	if (behind) return { entity: behind, rest: of[1] ?? '' };
	const words = bare(phrase).split(/\s+/);
	for (const count of [2, 1]) {
		const entity =
			words.length > count
				? entityCalled(
						words
							.slice(0, count)
							.join(' ')
							.replace(/[’']s?$/, ''),
						blueprint
					)
				: undefined;
		const rest = words.slice(count).join(' ');
		if (entity && fieldCalled(rest, entity)) return { entity, rest };
	}
	return undefined;
}

/** Says of several places that it must be told which one is meant. */
function onePlace(
	phrase: string,
	quote: string,
	{ blueprint, last }: ReadContext,
	make: (place: ReturnType<typeof placesOf>[number]) => Intent
): Intent[] | undefined {
	const places = placesOf(phrase, blueprint, last);
	if (places.length > 1) {
		const names = places.map(({ entity }) => entity.pluralLabel.toLowerCase() || entity.plural).join(', ');
		return [{ do: 'refuse', quote, why: `“${bare(phrase)}” is a field of several: ${names}; say of which` }];
	}
	return places.map(make).slice(0, 1).length ? places.map(make) : undefined;
}

const REMOVE =
	/^(?:remove|delete|drop|erase|omit|get rid of|take (?:out|away|off)|throw out|kick out|discard|hide|we (?:do not|don't|no longer) need|i (?:do not|don't|no longer) need|(?:do not|don't) (?:need|want)|no longer (?:need|want)|no more|no)\s+(?:also\s+)?(.+?)(?:\s+any ?more|\s+any longer|\s+please|\s+completely|\s+again)?$/i;
export const removedIn = (clause: string): string | undefined => REMOVE.exec(clause)?.[1];

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
	return found.every((one) => one !== undefined) ? found.flat() : undefined;
};

function removed(entity: Entity, list: string): Intent[] | undefined {
	const items = list.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i);
	const intents = items.map((item): Intent => {
		const field = fieldCalled(item, entity);
		return field
			? { do: 'remove-field', entity: entity.name, field: field.name }
			: { do: 'met', why: `${entity.pluralLabel.toLowerCase()} have no ${bare(item)}` };
	});
	return /["'“]|paid|pending/.test(list) && intents.every((one) => one.do === 'met') ? undefined : intents;
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
	return found.every((one) => one !== undefined) ? found.flat() : undefined;
};

const noField = (entity: Entity, item: string): Intent => ({
	do: 'met',
	why: `${entity.pluralLabel.toLowerCase()} have no ${bare(item)}; say “Add a mandatory ${bare(item)} to ${entity.pluralLabel.toLowerCase()}” for one`
});

/** 'priority should be low, normal, high or urgent', 'status also: archived', 'add archived to the status of orders'. */
export const setOptions: Reader = (clause, context) => {
	const more =
		/^(.+?)\s+(?:(?:should|can|may|shall)\s+)?(?:also|additionally)(?:\s+(?:be|include|allow|have))?\s*:?\s+(.+)$/i.exec(
			clause
		) ??
		flipped(
			/^(?:add|include|allow)\s+(?:an?\s+|the\s+)?(?:options?\s+|values?\s+|choices?\s+)?(.+?)\s+(?:to|as (?:an? )?(?:options?|values?|choices?) (?:of|for|to)|as)\s+(?:the\s+)?(?:options?|values?|choices?\s+)?(?:of\s+|for\s+)?(.+)$/i.exec(
				clause
			)
		) ??
		flipped(/^add\s+(?:an?\s+|the\s+)?(?:(?:new\s+)?(?:option|value|choice))\s+(.+?)\s+(?:to|for|in)\s+(.+)$/i.exec(clause)) ??
		/^add\s+(?:an?\s+|the\s+|another\s+)?(?:new\s+)?(status|state|stage|priority|category|kind|type|column)\s+(?:called\s+|named\s+|of\s+)?((?:["'“][^"'”]+["'”]|\w+)(?:\s+(?:to|for|in)\s+.+)?)$/i.exec(
			clause
		);
	const lane =
		/^add\s+(?:an?\s+|the\s+|another\s+)?(?:new\s+)?(?:column|lane|stage)\s+(?:called\s+|named\s+)?["'“]?([\p{L}\d][\p{L}\d -]{1,30}?)["'”]?\s+(?:to|in|on)\s+(?:the\s+|our\s+)?(?:.+\s+)?board$/iu.exec(
			clause
		);
	const onBoard = lane && context.blueprint.features.find((one) => one.pages.some((page) => page.kind === 'board'))?.entity;
	if (lane && onBoard) return [{ do: 'set-options', entity: onBoard, field: 'status', options: [lane[1] ?? ''], mode: 'more' }];
	if (more) {
		const state = stateOf(more[1] ?? '', context);
		if (state) return [{ do: 'set-options', ...state, options: valuesOf(more[2] ?? ''), mode: 'more' }];
		const made = optionsOf(more[1] ?? '', more[2] ?? '', 'more', clause, context);
		if (made) return made;
	}
	const less = flipped(
		/^(?:remove|delete|drop)\s+(?:the\s+)?(?:options?\s+|values?\s+|choices?\s+)?(.+?)\s+(?:from|as (?:an? )?(?:option|value) (?:of|for))\s+(.+)$/i.exec(
			clause
		)
	);
	if (less) {
		const made = optionsOf(less[1] ?? '', less[2] ?? '', 'less', clause, context);
		if (made) return made;
	}
	const all =
		/^(?:the\s+)?(?:options?|values?|choices?)\s+(?:of|for)\s+(.+?)\s+(?:should be|shall be|must be|are|to be|be|:|to)\s*:?\s+(.+)$/i.exec(
			clause
		) ??
		/^(?:make|set|let|change)\s+(.+?)\s+(?:(?:to\s+)?be|to)\s+(?:one of\s+|either\s+)?:?\s*(.+)$/i.exec(clause) ??
		/^(.+?)\s+(?:should|shall|can|may|must|has to|have to)\s+(?:only\s+)?(?:be|have)\s+(?:the\s+)?(?:(?:options?|values?)\s+)?(?:one of\s+|either\s+)?:?\s*(.+)$/i.exec(
			clause
		) ??
		/^(.+?)(?:\s+options?|\s+values?)?\s*[:=]\s*(.+)$/.exec(clause);
	return all ? optionsOf(all[1] ?? '', all[2] ?? '', 'all', clause, context) : undefined;
};

/** 'Orders can also be archived': the one choice that says how they are. */
function stateOf(phrase: string, { blueprint }: ReadContext): { entity: string; field: string } | undefined {
	const entity = entityCalled(phrase, blueprint);
	const choices = entity?.fields.filter((field) => field.type === 'enum') ?? [];
	const state = choices.find((field) => field.name === 'status') ?? (choices.length === 1 ? choices[0] : undefined);
	return entity && state ? { entity: entity.name, field: state.name } : undefined;
}

const flipped = (match: RegExpExecArray | null) => (match ? [match[0], match[2] ?? '', match[1] ?? ''] : undefined);

function optionsOf(
	phrase: string,
	list: string,
	mode: 'all' | 'more' | 'less',
	clause: string,
	context: ReadContext
): Intent[] | undefined {
	const behind = /^(.+?)\s+(?:to|for|in|of|on)\s+(?:the\s+)?([\w -]+)$/i.exec(list);
	const tail = behind && entityCalled(behind[2] ?? '', context.blueprint);
	const values = valuesOf(tail ? (behind[1] ?? '') : list).map((one) => one.replace(/^(?:an?|the)\s+(?=\w+$)/i, ''));
	const owned = tail ? { entity: tail, rest: phrase } : ownerIn(phrase, context);
	const isList =
		(mode === 'all' ? values.length > 1 : values.length > 0) &&
		values.every((one) => /^[\p{L}\d][\p{L}\d .&+'%/-]{0,30}$/u.test(one) && one.split(' ').length <= 3);
	if (!isList) return undefined;
	const make = (entity: Entity, field: string, isEnum: boolean): Intent[] | undefined =>
		isEnum || mode === 'all' ? [{ do: 'set-options', entity: entity.name, field, options: values, mode }] : undefined;
	if (owned) {
		const field = fieldCalled(owned.rest, owned.entity);
		return field && isChoice(field.type) ? make(owned.entity, field.name, field.type === 'enum') : undefined;
	}
	const places = placesOf(phrase, context.blueprint, context.last).filter(
		({ field }) => isChoice(field.type) && (mode === 'all' || field.type === 'enum')
	);
	const enums = places.filter(({ field }) => field.type === 'enum');
	const meant = enums.length ? enums : places;
	if (meant.length > 1)
		return [
			{
				do: 'refuse',
				quote: clause,
				why: `“${bare(phrase)}” is a field of several: ${meant.map(({ entity }) => entity.pluralLabel.toLowerCase()).join(', ')}; say of which`
			}
		];
	const [place] = meant;
	return place ? make(place.entity, place.field.name, place.field.type === 'enum') : undefined;
}
const isChoice = (type: string) => type === 'enum' || type === 'text';
