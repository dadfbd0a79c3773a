/** Whom and what of the app a phrase names: entities, fields, roles, by all that people call them. */
import nlp from 'compromise';
import type { AppRole, Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { rolesOf } from '../generate/names';
import { THINGS } from '../understand/lexicon';

const ARTICLES = /^(?:(?:all|the|our|my|your|an?|each|every|any|this|that|these|those|existing|of|for)\s+)+/i;
/** 'the customers table', 'the page of the orders': words for where records stand, not for what they are. */
const PLACE = /\s+(?:records?|tables?|entit(?:y|ies)|forms?|lists?|pages?|sections?|screens?|views?|overview|data)$/i;

export const bare = (phrase: string): string =>
	phrase
		.trim()
		.replace(/^["'“”‘’«»„]+|["'“”‘’«»]+$/g, '')
		.replace(/[.!?,;:]+$/, '')
		.replace(ARTICLES, '')
		.replace(/[’']s?$/, '')
		.trim()
		.toLowerCase();

/** Of a phrase the last word counts: 'time entries', never another noun of it. */
export function singular(phrase: string): string {
	const known = THINGS.find((thing) => thing.plural.replace(/-/g, ' ') === phrase)?.name.replace(/-/g, ' ');
	if (known) return known;
	const [, head = '', word = ''] = /^(.*?)(\S*)$/s.exec(phrase) ?? [];
	return `${head}${singularWord(word)}`;
}

function singularWord(word: string): string {
	if (/(?:ss|us|is)$/.test(word)) return word;
	const form = nlp(word).nouns().toSingular().text().toLowerCase();
	if (form && form !== word) return form;
	return word
		.replace(/ies$/, 'y')
		.replace(/(ch|sh|x|ss|z)es$/, '$1')
		.replace(/([^s])s$/, '$1');
}

export function plural(phrase: string): string {
	if (singular(phrase) !== phrase) return phrase;
	return /[^aeiou]y$/.test(phrase) ? phrase.replace(/y$/, 'ies') : /(?:ch|sh|x|s|z)$/.test(phrase) ? `${phrase}es` : `${phrase}s`;
}

/** Words that mean the same in one kind of business or another: they count where the app has but one of them. */
const SAME: string[][] = [
	['customer', 'client', 'buyer'],
	['product', 'article', 'item', 'good'],
	['order', 'purchase', 'sale'],
	['appointment', 'booking', 'reservation'],
	['employee', 'staff member', 'worker'],
	['task', 'todo', 'to-do', 'card'],
	['time entry', 'hour', 'time entries'],
	['note', 'comment', 'remark'],
	['doctor', 'physician'],
	['recipe', 'dish']
];

const namesOfEntity = ({ name, plural: many, label, pluralLabel }: Entity): string[] =>
	[name, many, label, pluralLabel].map((word) => word.toLowerCase().replace(/-/g, ' ')).filter(Boolean);

/** The entity that a phrase is the name of, whatever its number and articles. */
export function entityCalled(phrase: string, blueprint: Blueprint): Entity | undefined {
	// A shopping list may be called so, or be the list of what is for shopping.
	return entityNamedBy(bare(phrase), blueprint) ?? entityNamedBy(bare(bare(phrase).replace(PLACE, '')), blueprint);
}

function entityNamedBy(said: string, blueprint: Blueprint): Entity | undefined {
	if (!said) return undefined;
	const forms = [said, singular(said), plural(said)].map((form) => form.replace(/-/g, ' '));
	const exact = blueprint.entities.find((entity) => namesOfEntity(entity).some((name) => forms.includes(name)));
	if (exact) return exact;
	const group = SAME.find((words) => forms.some((form) => words.includes(form)));
	const alike = group ? blueprint.entities.filter((entity) => namesOfEntity(entity).some((name) => group.includes(name))) : [];
	return alike.length === 1 ? alike[0] : undefined;
}

/** The entities of a list; undefined where one of them is none. */
export function entitiesCalled(phrase: string, blueprint: Blueprint): Entity[] | undefined {
	const found = phrase
		.split(/\s*,\s*(?:and\s+)?|\s+(?:and|or|&|plus)\s+(?:their\s+|its\s+)?/i)
		.map((part) => entityCalled(part, blueprint));
	return found.every((entity) => entity !== undefined) && found.length ? found : undefined;
}

const FIELD_WORD = /\s+(?:fields?|columns?|attributes?|propert(?:y|ies)|values?|boxes|box|input|entry)$/i;

/** The field that a phrase names: by its label, its name, or a word of the kind 'e-mail' that only one has. */
export function fieldCalled(phrase: string, entity: Entity): Field | undefined {
	const said = bare(
		bare(phrase)
			.replace(/^(?:fields?|columns?)\s+(?:called\s+|named\s+|for\s+)?/i, '')
			.replace(FIELD_WORD, '')
	);
	if (!said) return undefined;
	const plain = flat(said);
	const forms = (field: Field) => [flat(field.label), flat(field.name)];
	const exact = entity.fields.find((field) => forms(field).some((form) => form === plain || form === flat(singular(said))));
	if (exact) return exact;
	const same = ALIASES.find((words) => words.includes(said));
	const alias = same && entity.fields.filter((field) => forms(field).some((form) => same.some((word) => flat(word) === form)));
	if (alias?.length === 1) return alias[0];
	const part = entity.fields.filter((field) =>
		[field.label, field.name.replace(/[A-Z]/g, ' $&')].some((text) =>
			text
				.toLowerCase()
				.split(/\s+/)
				.some((word) => flat(word) === plain)
		)
	);
	if (part.length === 1) return part[0];
	// 'The customer's phone number' may be a field that is just called phone.
	const whole = entity.fields.filter((field) => said.split(/\s+/).some((word) => flat(word) === flat(field.label)));
	return whole.length === 1 && /\b(?:number|no|address|text|date|name|field)\b/.test(said) ? whole[0] : undefined;
}

const flat = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const ALIASES = [
	['email', 'e-mail', 'mail', 'e-mail address', 'email address', 'mail address'],
	['phone', 'telephone', 'tel', 'phone number', 'telephone number'],
	['mobile', 'cell', 'mobile phone', 'cell phone', 'mobile number'],
	['date of birth', 'birthday', 'birth date', 'birthdate', 'dob'],
	['note', 'notes', 'remarks', 'comment', 'comments'],
	['state', 'status', 'stage', 'column'],
	['price', 'cost'],
	['amount', 'total', 'net amount'],
	['photo', 'picture', 'image', 'photo address'],
	['minutes', 'duration', 'length']
];

export interface Place {
	entity: Entity;
	field: Field;
}

/** Everywhere that a field of this name stands; the entity spoken of last goes first. */
export function placesOf(phrase: string, blueprint: Blueprint, last?: string): Place[] {
	const all = blueprint.entities.flatMap((entity) => {
		const field = fieldCalled(phrase, entity);
		return field ? [{ entity, field }] : [];
	});
	const near = all.filter(({ entity }) => entity.name === last);
	return near.length === 1 && last ? near : all;
}

/** The role that a phrase is the name of. */
export function roleCalled(phrase: string, blueprint: Blueprint): AppRole | undefined {
	const said = bare(phrase)
		.replace(/^role\s+/, '')
		.replace(/\s+role$/, '')
		.replace(/^["'“‘]|["'”’]$/g, '');
	const forms = [said, singular(said)].map((form) => form.replace(/-/g, ' '));
	if (/^(?:admins?|administrators?|owners?)$/.test(said)) return rolesOf(blueprint).find((role) => role.name === 'admin');
	return rolesOf(blueprint).find((role) =>
		[role.name.replace(/-/g, ' '), role.label.toLowerCase()].some(
			(name) => forms.includes(name) || forms.includes(singular(name))
		)
	);
}

/** Whether a word is what the lexicon knows as a thing of its own. */
export const knownThing = (word: string) =>
	THINGS.find((thing) =>
		[thing.name, thing.plural].map((name) => name.replace(/-/g, ' ')).some((name) => name === word || name === singular(word))
	);
