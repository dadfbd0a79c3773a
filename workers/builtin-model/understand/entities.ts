/** Which things a requirement speaks of, with the fields it names. */
import nlp from 'compromise';
import type { Entity, Field } from '../../../src/lib/team/blueprint';
import { BUSINESSES, FIELD_WORDS, THINGS, field, type Thing } from './lexicon';
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
	const named = THINGS.filter((thing) => thing.words.test(text) && !isOnlyRole(thing, text, roles));
	const business = BUSINESSES.find((one) => one.words.test(text));
	const wanted = [...named];
	const add = (name: string, why: string) => {
		const thing = THINGS.find((one) => one.name === name);
		if (!thing || wanted.includes(thing)) return;
		for (const need of thing.needs ?? []) add(need, why);
		wanted.push(thing);
		assumptions.push(`The app also keeps ${thing.pluralLabel ?? thing.plural.replace(/-/g, ' ')}: ${why}.`);
	};
	if (/\b(revenue|sales|turnover)\b/i.test(text) && !named.some((thing) => thing.fields.some((one) => one.includes(':money'))))
		add('order', 'revenue comes from them');
	const substance = named.filter((thing) => !thing.inside?.includes('*') && !thing.isPrivate);
	if (business && (substance.length < 2 || text.split(/\s+/).length < 25))
		for (const name of business.things) add(name, `that is what a ${business.title.toLowerCase()} needs`);
	for (const thing of [...wanted])
		for (const need of thing.needs ?? []) add(need, `${thing.pluralLabel ?? thing.plural} belong to them`);
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
	linkUp(things);
	return { things, assumptions };
}

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
			const plural = (match[1] ?? '').toLowerCase();
			const one = nlp(plural).nouns().toSingular().text() || plural.replace(/s$/, '');
			if (
				!/^[a-z]{3,20}$/.test(one) ||
				one === plural ||
				[...known, ...found].some((thing) => thing.words.test(plural) || thing.name === one)
			)
				continue;
			if (
				/^(user|role|thing|access|note|photo|status|day|hour|week|month|detail|ingredient|step|skill)$/.test(one) ||
				nlp(plural).verbs().length > 0
			)
				continue;
			found.push({
				name: one,
				plural,
				words: new RegExp(`\\b${one}|\\b${plural}`, 'i'),
				fields: ['name!', 'description:longText']
			});
		}
	}
	return found;
}

function toEntity(thing: Thing, text: string, sentences: string[], all: Thing[]): Entity | undefined {
	const home = thing.inside ? homeOf(thing, sentences, all) : undefined;
	const fields = mergeFields(thing.fields.map(field), namedFields(thing, text));
	if (thing.inside && home && !fields.some((one) => one.reference === home.name)) {
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
	const known = fields.filter((one) => one.type !== 'reference' || all.some((other) => other.name === one.reference));
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
		.map((name) => all.find((one) => one.name === name))
		.find((one) => one);
	if (first || !thing.inside?.includes('*')) return first;
	const sentence = sentences.find((one) => thing.words.test(one)) ?? '';
	const tops = all.filter((one) => !one.inside && !one.isPrivate);
	return tops.find((one) => one.words.test(sentence)) ?? tops[0];
}

/** Fields in brackets or after 'with', right behind the thing's name. */
function namedFields(thing: Thing, text: string): Field[] {
	const name = thing.words.source.replace(/\\b/g, '');
	const match = new RegExp(`(?:${name})\\s*\\(([^)]{5,300})\\)`, 'i').exec(text);
	const words = (match?.at(-1) ?? '')
		.split(/,|\band\b/)
		.map((word) => word.trim())
		.filter(Boolean);
	if (words.length < 2) return [];
	return words.flatMap((word) => wordToFields(word));
}

function wordToFields(word: string): Field[] {
	const rule = FIELD_WORDS.find(([words]) => words.test(word));
	const name = word
		.toLowerCase()
		.replace(/[^a-z0-9 ]/g, '')
		.trim()
		.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
	if (!/^[a-z][a-zA-Z0-9]{1,30}$/.test(name)) return [];
	const short = rule?.[1] ?? '';
	if (short === '' || short.startsWith(':'))
		return [{ ...field(`${name}${short}`), label: word.charAt(0).toUpperCase() + word.slice(1) }];
	return short.split(';').map(field);
}

/** Known fields first, as they are better described; then those that are new. */
function mergeFields(known: Field[], named: Field[]): Field[] {
	const has = (one: Field) =>
		known.some(
			(other) => other.name.toLowerCase() === one.name.toLowerCase() || other.label.toLowerCase() === one.label.toLowerCase()
		);
	return [...known, ...named.filter((one) => !has(one))];
}

/** Appointments and reservations point to whom and what they are for. */
function linkUp(things: FoundThing[]): void {
	const names = things.map((one) => one.entity.name);
	const link = (from: string, targets: string[]) => {
		const entity = things.find((one) => one.entity.name === from)?.entity;
		for (const target of targets) {
			if (!entity || !names.includes(target) || entity.fields.some((one) => one.reference === target)) continue;
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
	link('reservation', ['pitch']);
	link('product', ['supplier', 'warehouse']);
}
