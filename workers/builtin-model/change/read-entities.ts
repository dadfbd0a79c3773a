/** Wishes about kinds of records: added with their fields, called something else, removed. */
import type { Field } from '../../../src/lib/domain/blueprint';
import { fieldsFrom } from './field-words';
import type { Intent, Reader } from './intents';
import { bare, entitiesCalled, entityCalled, fieldCalled, knownThing, plural, roleCalled, singular } from './look-up';
import { removedIn, renameIn, cleanName } from './phrases';

const ADD =
	/^(?:add|create|introduce|include|manage|track|keep track of|keep|store|save|list|collect|record|set up|i want|we want|i need|we need|we also need|i also need|i'd like|we'd like|we would like|i would like|there should be|have)\s+(?:also\s+)?(?:to\s+(?:manage|keep|track|keep track of|store|have|list|add|record|collect|see)\s+)?/i;
/** Says that records shall be kept. */
const KEEP =
	/\b(?:manage|track|keep|store|collect|record|table|lists? of|entity|entities|section|module|register|directory|management)\b/i;
const FRAME =
	/^(?:also\s+)?(?:an?\s+|the\s+|some\s+|our\s+|my\s+)?(?:new\s+)?(?:(?:entity|entities|table|kind of records?|list|page|section|area|module|register|directory|database|overview|menu item|tab)\s+(?:of|for|with|called|named|to (?:manage|keep|track|list))\s+)?(?:(?:all|our|my|the|an?|some)\s+)?/i;

/** 'Add suppliers with name, phone and email', 'we also need invoices (number, date, amount)', 'keep track of warehouses'. */
export const addEntity: Reader = (clause, { blueprint }) => {
	const isBare = !ADD.test(clause);
	if (isBare && !/^[\p{L} -]{3,40}?(?:\s+with\s|\s*[(（])/iu.test(clause)) return undefined;
	const rest = clause
		.replace(ADD, '')
		.replace(FRAME, '')
		.replace(/\s+(?:as well|too|also|please)$/i, '');
	const [, head = rest, list] =
		/^([\p{L}][\p{L} -]{1,40}?)(?:\s*,)?\s*(?:\s+with\s+(?:the\s+)?(?:fields?\s+|columns?\s+|their\s+|an?\s+(?=\w+,))?|\s+(?:that|which|who)\s+have\s+|\s+having\s+|\s*[(（:]\s*)(?:fields?\s+)?(.+?)[)）]?$/iu.exec(
			rest
		) ?? [];
	const noun = bare(head.replace(/\s+(?:too|also|as well)\s*$/i, ''))
		.replace(/\s+(?:entity|entities|table|list|page|section|area|module|management|records?|tab)$/i, '')
		.toLowerCase();
	const many = plural(noun);
	const isKnown = knownThing(noun) !== undefined;
	const isPlural = singular(noun) !== noun || many === noun;
	if (!/^[a-z][a-z]*(?: [a-z]+){0,2}$/.test(noun) || MORE.test(noun)) return undefined;
	if (roleCalled(noun, blueprint)) return undefined;
	// One thing without fields may as well be a field: 'add a birthday'.
	if (list === undefined && !isPlural && !/\b(?:table|list|page|entity|section|module|management)\b/i.test(clause))
		return undefined;
	if (isBare && !isPlural) return undefined;
	// What nobody knows may be anything, unless it is said that it shall be kept.
	if (list === undefined && !isKnown && !KEEP.test(clause)) return undefined;
	if (list === undefined && knownThing(noun)?.inside?.includes('*'))
		return [
			{
				do: 'refuse',
				quote: clause,
				why: `say to what, as in “Add a ${singular(noun)} to ${blueprint.entities[0]?.pluralLabel ?? 'records'}”`
			}
		];
	const known = entityCalled(noun, blueprint);
	if (known) return alreadyThere(known.name, list, blueprint);
	const { fields, left } = list === undefined ? { fields: [] as Field[], left: [] } : fieldsFrom(list, blueprint);
	if (list !== undefined && fields.length === 0) return undefined;
	return [
		{ do: 'add-entity', plural: many, fields },
		...left.map((item): Intent => ({ do: 'refuse', quote: item, why: 'this is no field that rules can make' }))
	];
};

/** What is there already gets the fields that it lacks. */
function alreadyThere(name: string, list: string | undefined, blueprint: Parameters<typeof entityCalled>[1]): Intent[] {
	const entity = blueprint.entities.find((candidate) => candidate.name === name);
	const all = entity?.pluralLabel.toLowerCase() ?? name;
	const { fields, left } = list === undefined ? { fields: [] as Field[], left: [] } : fieldsFrom(list, blueprint);
	const missing = fields.filter((field) => entity && !fieldCalled(field.label, entity));
	if (missing.length === 0) return [{ do: 'met', why: `the app keeps ${all} already` }];
	return [
		{ do: 'add-fields', entity: name, fields: missing, note: `The app keeps ${all} already.` },
		...left.map((item): Intent => ({ do: 'refuse', quote: item, why: 'this is no field that rules can make' }))
	];
}

/** Nouns that are something else than records. */
const MORE =
	/\b(?:page|button|chart|graph|role|field|column|search|filter|login|sign|dark|light|mode|colou?rs?|theme|background|logo|footer|header|menu|export|import|pdf|print\w*|email notifications?|notifications?|reminders?|translations?|languages?|opening hours|faq|questions|newsletter|form|map|chat|payments?|upload\w*|statistics|dashboards?|reports?|permissions?|users?|accounts?|sessions?|invites?|migrations?|animations?|sounds?|backups?|comments? section|tooltips?|icons?|images|photos|emojis?)\b/i;

/** 'Rename customers to clients', 'call orders jobs'. */
export const renameEntity: Reader = (clause, { blueprint }) => {
	const pair = renameIn(clause);
	const called = pair ?? entityThenName(clause, blueprint);
	if (!called) return undefined;
	const entity = entityCalled(called.from, blueprint);
	const to = cleanName(called.to).replace(/^the\s+/i, '');
	if (!entity || !/^[\p{L}][\p{L} -]{1,40}$/u.test(to) || /^(?:an?|be)\s/i.test(to)) return undefined;
	const other = entityCalled(to, blueprint);
	if (other && other !== entity)
		return [{ do: 'refuse', quote: clause, why: `the app keeps ${other.pluralLabel.toLowerCase()} already` }];
	return [{ do: 'rename-entity', entity: entity.name, plural: to.toLowerCase() }];
};

/** 'call customers clients', without quotation marks. */
function entityThenName(clause: string, blueprint: Parameters<typeof entityCalled>[1]): { from: string; to: string } | undefined {
	const words = /^(?:call|name)\s+(?:the\s+|our\s+|my\s+)?(.+)$/i.exec(clause)?.[1]?.split(/\s+/) ?? [];
	for (let at = words.length - 1; at > 0; at--) {
		const from = words.slice(0, at).join(' ');
		if (entityCalled(from, blueprint)) return { from, to: words.slice(at).join(' ') };
	}
	return undefined;
}

/** 'Remove suppliers', 'we no longer need notes', 'delete customers and their orders'. */
export const removeEntity: Reader = (clause, { blueprint }) => {
	const what = removedIn(clause)
		?.replace(/^(?:the\s+)?(?:entity|entities|table|list|page|section|management)\s+(?:of\s+|for\s+|called\s+)?/i, '')
		.replace(/\s+(?:completely|entirely|altogether|from the app|and everything (?:in|about) (?:it|them))$/i, '');
	const entities =
		what === undefined ? undefined : entitiesCalled(what.replace(/\s+with\s+(?:all\s+)?(?:their|its)\s+/i, ' and '), blueprint);
	return entities ? [{ do: 'remove-entities', entities: entities.map((entity) => entity.name) }] : undefined;
};
