/** Which things a requirement speaks of, with the fields it names. */
import nlp from 'compromise';
import type { Entity, Field } from '../../../src/lib/domain/blueprint';
import { BUSINESSES, FIELD_WORDS, NOT_BUILT, THINGS, field, type Thing } from './lexicon';
import { attributesOf, listedThings } from './grammar';
import type { Roles } from './roles';

export interface FoundThing {
	thing: Thing;
	entity: Entity;
	/** It was not named but is needed. */
	isImplied: boolean;
}

export interface FoundThings {
	things: FoundThing[];
	assumptions: string[];
}

export function findThings(text: string, sentences: string[], roles: Roles): FoundThings {
	const assumptions: string[] = [];
	// A 'number of pitches' is a number.
	const spoken = text.replace(/\bnumber of \w+/gi, ' ');
	const known = THINGS.filter((thing) => thing.words.test(spoken) && !isOnlyRole(thing, text, roles));
	const listed = sentences.flatMap(listedThings).filter((plural) => !/^(boards|columns|reports|statistics)$/.test(plural));
	const named = [...known, ...listed.flatMap((plural) => customThing(plural, known) ?? [])];
	const business = BUSINESSES.find(({ words }) => words.test(text));
	const wanted = [...named];
	const add = (name: string, why: string) => {
		const thing = THINGS.find((candidate) => candidate.name === name);
		if (!thing || wanted.includes(thing)) return;
		for (const need of needsOf(thing, wanted)) add(need, why);
		wanted.push(thing);
		assumptions.push(`The app also keeps ${thing.pluralLabel ?? thing.plural.replace(/-/g, ' ')}: ${why}.`);
	};
	if (
		/\b(revenue|sales|turnover)\b/i.test(text) &&
		!named.some((thing) => thing.fields.some((notation) => notation.includes(':money')))
	)
		add('order', 'revenue comes from them');
	const substance = named.filter((thing) => !thing.inside?.includes('*') && !thing.isPrivate);
	if (business && (substance.length < 2 || (substance.length < 3 && text.split(/\s+/).length < 25)))
		for (const name of business.things) add(name, `that is what a ${business.title.toLowerCase()} needs`);
	for (const thing of [...wanted])
		for (const need of needsOf(thing, wanted)) add(need, `${thing.pluralLabel ?? thing.plural} belong to them`);
	for (const thing of customThings(sentences, wanted)) wanted.push(thing);
	if (wanted.filter((thing) => !thing.inside?.includes('*')).length === 0) {
		const item: Thing = {
			name: 'item',
			plural: 'items',
			words: /^$/,
			fields: ['name!', 'description:longText', 'status!:enum=open|done State']
		};
		wanted.push(item);
		assumptions.push(
			'What the app is about did not become clear: it keeps a list of items with a name, a description and a state.'
		);
	}
	const reservation = THINGS.find((thing) => thing.name === 'reservation');
	const booked = wanted.findIndex((thing) => thing.name === 'appointment');
	// A place is reserved for nights, not booked for an hour.
	if (booked >= 0 && reservation && wanted.some((thing) => thing.name === 'pitch'))
		wanted.splice(booked, 1, ...(wanted.includes(reservation) ? [] : [reservation]));
	if (/\bgame\b/i.test(text))
		assumptions.push(
			'A game is another kind of app than this model writes: it keeps records, so only what can be kept as such is built.'
		);
	if (business) wanted.sort((a, b) => place(business.things, a.name) - place(business.things, b.name));
	const ordered = wanted.filter((thing) => !thing.inside).concat(wanted.filter((thing) => thing.inside));
	const things: FoundThing[] = [];
	for (const thing of ordered) {
		const entity = toEntity(thing, text, sentences, ordered);
		if (entity) things.push({ thing, entity, isImplied: !named.includes(thing) });
	}
	linkUp(things, assumptions);
	return { things, assumptions };
}

/** What a thing cannot be without, unless something else of the app goes by the name of the field: 'Owner' may be an owner. */
const needsOf = (thing: Thing, wanted: Thing[]) =>
	(thing.needs ?? []).filter(
		(need) =>
			!thing.fields
				.map(field)
				.some(({ reference, label }) => reference === need && wanted.some((other) => other.name === label.toLowerCase()))
	);

const place = (names: string[], name: string) => (names.includes(name) ? names.indexOf(name) : names.length);

/** 'Companies' who only act are a role, not records; so are 'members' of a community. */
function isOnlyRole(thing: Thing, text: string, roles: Roles): boolean {
	if (!roles.roles.some((role) => role.name === thing.name)) return false;
	return !new RegExp(`(add|manage|keep|list of|edit) ${thing.plural}`, 'i').test(text);
}

/** Nouns after verbs of keeping that the lexicon does not know. */
function customThings(sentences: string[], known: Thing[]): Thing[] {
	const found: Thing[] = [];
	for (const sentence of sentences) {
		for (const match of sentence.matchAll(
			/\b(?:keep track of|keep|track|manage|list|collect|record|log|add|store|organi[sz]e|catalogue)\s+(?:my |our |all |the |a |an )?([a-z]+s)\b/gi
		)) {
			const thing = customThing(match[1] ?? '', [...known, ...found]);
			if (thing && !NOT_KEPT.test(thing.name) && nlp(thing.plural).verbs().length === 0) found.push(thing);
		}
	}
	return found;
}

const NOT_KEPT =
	/^(user|role|thing|access|note|photo|status|day|hour|week|month|detail|ingredient|step|skill|good|site|order|place|book|price)$/;
const PERSON = /^(owner|tenant|guest|driver|trainer|teacher|student|parent|volunteer|sponsor|agent|coach|player|reader|vendor)$/;

/** A thing that the lexicon does not have; nothing when it has it, or when the word is no plain plural. */
function customThing(word: string, known: Thing[]): Thing | undefined {
	const plural = word.toLowerCase();
	const singular = nlp(plural).nouns().toSingular().text() || plural.replace(/s$/, '');
	if (!/^[a-z]{3,20}$/.test(singular) || singular === plural) return undefined;
	if (known.some((thing) => thing.words.test(plural) || thing.name === singular)) return undefined;
	return {
		name: singular,
		plural,
		words: new RegExp(`\\b${singular}\\b|\\b${plural}\\b`, 'i'),
		fields: PERSON.test(singular) ? ['name!', 'email:email E-mail', 'phone:phone'] : ['name!', 'description:longText']
	};
}

function toEntity(thing: Thing, text: string, sentences: string[], all: Thing[]): Entity | undefined {
	const home = thing.inside ? homeOf(thing, sentences, all) : undefined;
	const expected = [...thing.fields, ...(thing.fieldsWhen ?? []).flatMap(([words, more]) => (words.test(text) ? more : []))];
	const fields = mergeFields(
		expected.map(field).map((original) => aliased(original, all)),
		namedFields(thing, sentences, all)
	);
	if (thing.inside && home && !fields.some(({ reference }) => reference === home.name)) {
		fields.splice(1, 0, {
			name: home.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
			label: home.label ?? home.name,
			type: 'reference',
			reference: home.name,
			required: true,
			unique: false
		});
	}
	if (thing.inside?.includes('*') && !home) return undefined;
	const known = fields.filter(({ type, reference }) => type !== 'reference' || all.some((other) => other.name === reference));
	return {
		name: thing.name,
		plural: thing.plural,
		label: thing.label ?? thing.name.replace(/-/g, ' '),
		pluralLabel: thing.pluralLabel ?? thing.plural.replace(/-/g, ' '),
		fields: known,
		ownedBy: home?.name ?? null,
		permissions: { read: [], create: [], update: [], delete: [] }
	};
}

/** Where a thing lives: the first of its homes, or the thing its own sentence is about. */
function homeOf(thing: Thing, sentences: string[], all: Thing[]): Thing | undefined {
	const first = thing.inside
		?.filter((name) => name !== '*')
		.map((name) => all.find((candidate) => candidate.name === name))
		.find((candidate) => candidate);
	if (first || !thing.inside?.includes('*')) return first;
	const having = sentences
		.flatMap(attributesOf)
		.filter(({ items }) => items.some((item) => isCalled(thing, item)))
		.flatMap(({ subject }) => all.filter((other) => !other.inside && other.words.test(subject)));
	if (having[0]) return having[0];
	const sentence = sentences.find((candidate) => thing.words.test(candidate)) ?? '';
	const tops = all.filter(({ inside, isPrivate }) => !inside && !isPrivate);
	return tops.find(({ words }) => words.test(sentence)) ?? tops[0];
}

/** Whether a noun is this thing's own name. */
const isCalled = (thing: Thing, noun: string) =>
	noun.toLowerCase() === thing.plural.replace(/-/g, ' ') || noun.toLowerCase() === thing.name.replace(/-/g, ' ');

/** A reference whose label is the name of another thing points to that one: the 'Owner' of a pet to an owner. */
function aliased(original: Field, all: Thing[]): Field {
	const other = original.reference && all.find((thing) => thing.name === original.label.toLowerCase());
	return other ? { ...original, name: other.name, reference: other.name } : original;
}

/** Fields in brackets or after 'with', right behind the thing's name. */
function namedFields(thing: Thing, sentences: string[], all: Thing[]): Field[] {
	return sentences
		.flatMap(attributesOf)
		.filter(({ subject }) => isSubject(thing, subject))
		.flatMap(({ items }) => items)
		.filter((item) => /^[a-z][a-z -]{1,40}$/i.test(item) && item.split(' ').length <= 4 && !NO_FIELD.test(item))
		.filter((item) => !NOT_BUILT.some((words) => words.test(item)) && !all.some((other) => isCalled(other, item)))
		.flatMap(wordToFields);
}
/** What is more than a value. */
const NO_FIELD =
	/\b(check-?lists?|history|log|columns?|chart|graph|calendar|search|status page|dashboard|count(down)?|progress|animation|password|management|analytics)\b/i;

/** Whether the last words of a phrase name the thing: 'a todo list', 'campsites'. */
function isSubject(thing: Thing, phrase: string): boolean {
	const ends = new RegExp(`(?:${thing.words.source})$`, 'i');
	return ends.test(phrase) || ends.test(phrase.replace(/ (list|app|tracker|manager|page)$/i, ''));
}

function wordToFields(word: string): Field[] {
	const rule = FIELD_WORDS.find(([words]) => words.test(word));
	const rough = word
		.toLowerCase()
		.replace(/[^a-z0-9 ]/g, '')
		.trim()
		.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
	const name = TAKEN_NAMES.has(rough) ? `${rough}Text` : rough;
	if (!/^[a-z][a-zA-Z0-9]{1,40}$/.test(name)) return [];
	const short = rule?.[1] ?? '';
	if (short === '' || short.startsWith(':'))
		return [{ ...field(`${name}${short}`), label: word.charAt(0).toUpperCase() + word.slice(1) }];
	return short.split(';').map(field);
}

/** Names that SQL or JavaScript keeps for itself, that lists are asked by, or that every record has anyway. */
export const TAKEN_NAMES = new Set(
	(
		'id label createdAt createdBy createdByName overdue q sort dir page size args body params ' +
		'user group order from end table check default limit offset column select where when case desc asc grant primary references all any both ' +
		'cast collate constraint distinct do except false true fetch for foreign having in initially intersect into lateral leading like natural not ' +
		'null on only or overlaps placing returning similar some symmetric then to trailing union unique using variadic window with left right full ' +
		'inner outer join cross binary array analyse analyze freeze is verbose authorization ' +
		'class new delete return package private public protected interface static import export function var let const if else while switch break ' +
		'continue throw try catch finally void typeof enum extends super this yield await implements'
	).split(' ')
);

/** Known fields first, as they are better described; then those that are new. */
function mergeFields(known: Field[], named: Field[]): Field[] {
	const has = (candidate: Field) =>
		known.some(
			(other) =>
				other.name.toLowerCase() === candidate.name.toLowerCase() ||
				`${other.label} `.toLowerCase().startsWith(`${candidate.label} `.toLowerCase()) ||
				(candidate.type === other.type && `${candidate.label} `.toLowerCase().startsWith(`${other.label} `.toLowerCase()))
		);
	return [...known, ...named.filter((candidate) => !has(candidate))];
}

/** What one party at a time can have. */
const BOOKABLE = 'room court table desk car boat bike studio hall stylist therapist groomer trainer teacher barber'.split(' ');

/** Appointments and reservations point to whom and what they are for. */
function linkUp(things: FoundThing[], assumptions: string[]): void {
	const names = things.map((thing) => thing.entity.name);
	const link = (from: string, targets: string[]) => {
		const entity = things.find((thing) => thing.entity.name === from)?.entity;
		for (const target of targets) {
			if (!entity || !names.includes(target) || entity.fields.some(({ reference }) => reference === target)) continue;
			entity.fields.splice(1, 0, field(`${target}${target === 'service' ? '' : '!'}:reference=${target}`));
		}
	};
	link('appointment', [
		'service',
		'doctor',
		'patient',
		'dog',
		'pet',
		...(names.includes('dog') || names.includes('pet') ? [] : ['client', 'customer'])
	]);
	link('appointment', BOOKABLE);
	link('reservation', ['pitch', ...BOOKABLE]);
	link('product', ['supplier', 'warehouse']);
	link('pitch', ['campsite']);
	if (!names.includes('pitch')) link('reservation', ['campsite']);
	for (const name of ['card', 'task', 'ticket']) link(name, ['project']);
	linkDated(things, assumptions);
}

/** What has a date and hangs on nothing happens to the first thing that was named. */
function linkDated(things: FoundThing[], assumptions: string[]): void {
	const [first, ...rest] = things.filter(({ thing }) => !thing.inside && !thing.isPrivate);
	for (const { thing, entity } of rest) {
		const isKnown = THINGS.some(({ name }) => name === thing.name);
		const isDated = entity.fields.some(({ type }) => type === 'date' || type === 'dateTime');
		if (!first || isKnown || !isDated || entity.fields.some(({ type }) => type === 'reference')) continue;
		entity.fields.splice(1, 0, field(`${first.entity.name}:reference=${first.entity.name}`));
		assumptions.push(`Each of the ${entity.pluralLabel} can name one of the ${first.entity.pluralLabel}.`);
	}
}
