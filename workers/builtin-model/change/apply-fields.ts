/** Fields of records that are there: added, renamed, removed, asked for, of other values. */
import type { Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { wording } from '../generate/criteria';
import { entityNamed, labelField, namesOf } from '../generate/names';
import type { FieldRename } from './alter-migration';
import type { Draft } from './draft';
import { nameOf } from './field-words';
import type { Intent } from './intents';
import { fieldCalled } from './look-up';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

export function addFields(draft: Draft, { entity: name, fields, note }: Of<'add-fields'>): void {
	const entity = draft.entity(name);
	const { one, all } = namesOf(entity);
	const added: Field[] = [];
	for (const field of fields) {
		const known = sameField(field, entity) ?? sameField(field, { ...entity, fields: added });
		if (known) {
			alreadyThere(draft, entity, known, field);
			continue;
		}
		// Records that are there point to nothing yet.
		const isLater = field.type === 'reference' && field.required;
		if (isLater)
			draft.refuse(`mandatory ${field.label.toLowerCase()}`, `${all} that are there point to none yet, so it may stay empty`);
		added.push({ ...field, name: freeName(field.name, [...entity.fields, ...added]), required: field.required && !isLater });
	}
	if (added.length === 0) return;
	draft.setEntity({ ...entity, fields: [...entity.fields, ...added] });
	draft.done(
		`${note ? `${note} ` : ''}${capital(all)} get ${added.map((field) => described(field, draft.after)).join(' and ')}.`
	);
	const feature = draft.featureOf(name)?.name;
	if (!feature) return;
	for (const field of added) {
		draft.prove(feature, wording.field(one, field.label.toLowerCase()));
		if (field.required && field.type !== 'boolean') draft.prove(feature, wording.required(one, field.label.toLowerCase()));
		if (field.type === 'enum') draft.prove(feature, wording.options(one, field.label.toLowerCase(), field.options ?? []));
		if (field.unique) draft.prove(feature, wording.unique(one, field.label.toLowerCase()));
	}
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const KINDS: Partial<Record<Field['type'], string>> = {
	longText: 'long text',
	dateTime: 'date and time',
	boolean: 'yes or no',
	enum: 'choice',
	integer: 'number',
	decimal: 'number',
	image: 'address of a picture',
	list: 'several lines',
	url: 'address'
};
const targetOf = ({ reference }: Field, blueprint: Blueprint) => {
	const target = entityNamed(blueprint, reference);
	return target ? namesOf(target).all : 'users';
};
const described = (field: Field, blueprint: Blueprint) =>
	`“${field.label}” (${[field.type === 'enum' ? (field.options ?? []).join(', ') : field.type === 'reference' ? `one of the ${targetOf(field, blueprint)}` : (KINDS[field.type] ?? field.type), ...(field.required ? ['mandatory'] : []), ...(field.unique ? ['unique'] : [])].join(', ')})`;

/** Whether a field of this name or label is there; 'mobile' beside 'phone' is another one. */
const sameField = (field: Field, entity: Entity) =>
	entity.fields.find(
		(other) => other.name.toLowerCase() === field.name.toLowerCase() || other.label.toLowerCase() === field.label.toLowerCase()
	);

function freeName(name: string, fields: readonly Field[]): string {
	const taken = (candidate: string) => fields.some((field) => field.name === candidate);
	let free = name;
	for (let more = 2; taken(free); more++) free = `${name}${more}`;
	return free;
}

/** Asked for once more, it may be asked for more strictly. */
function alreadyThere(draft: Draft, entity: Entity, known: Field, field: Field): void {
	if (field.required && !known.required)
		return setRequired(draft, { do: 'set-required', entity: entity.name, field: known.name, required: true });
	draft.met(`${namesOf(entity).all} have “${known.label}” already`);
}

/** Names by which records do more than be kept: they stay, and only what people read changes. */
const SPECIAL = /^(?:status|dueDate|startsAt|minutes|servings|ingredients|stars|arrival|departure)$/;

export function renameField(draft: Draft, { entity: name, field: from, to }: Of<'rename-field'>): void {
	const entity = draft.entity(name);
	const field = entity.fields.find((candidate) => candidate.name === from);
	const all = namesOf(entity).all;
	const label = capital(to);
	const other = fieldCalled(to, { ...entity, fields: entity.fields.filter((known) => known !== field) });
	const code = nameOf(to);
	if (!field || !code) return draft.refuse(to, 'a field’s name needs letters');
	if (other && other.label.toLowerCase() === to.toLowerCase())
		return draft.refuse(`rename ${field.label.toLowerCase()} to ${to}`, `${all} have “${other.label}” already`);
	const isNew =
		draft.before.entities.every((candidate) => candidate.name !== name) ||
		!draft.before.entities.find((candidate) => candidate.name === name)?.fields.some((candidate) => candidate.name === from);
	const key =
		SPECIAL.test(field.name) || field.type === 'reference'
			? field.name
			: freeName(
					code,
					entity.fields.filter((known) => known !== field)
				);
	draft.setEntity({
		...entity,
		fields: entity.fields.map((known) => (known === field ? { ...known, name: key, label } : known))
	});
	draft.renamed = { entity: name, from, to: key };
	followRename(draft, draft.renamed, isNew);
	for (const feature of draft.after.features)
		if (feature.charts.some((chart) => chart.entity === name))
			draft.setFeature({
				...feature,
				charts: feature.charts.map((chart) =>
					chart.entity === name
						? { ...chart, by: chart.by === from ? key : chart.by, measure: chart.measure === from ? key : chart.measure }
						: chart
				)
			});
	draft.done(`“${field.label}” of ${all} is called “${label}”; what is stored stays.`);
	const feature = draft.featureOf(name)?.name;
	if (feature) draft.prove(feature, wording.field(namesOf(entity).one, label.toLowerCase()));
}

/** Renames are told from the name that the database knows. */
function followRename({ renames }: Draft, { entity, from, to }: FieldRename, isNew: boolean): void {
	const earlier = renames.find((rename) => rename.entity === entity && rename.to === from);
	if (earlier) earlier.to = to;
	else if (!isNew && from !== to) renames.push({ entity, from, to });
}

export function removeField(draft: Draft, { entity: name, field: from }: Of<'remove-field'>): void {
	const entity = draft.entity(name);
	const field = entity.fields.find((candidate) => candidate.name === from);
	if (!field) return;
	const { one, all } = namesOf(entity);
	const what = `remove ${field.label.toLowerCase()}`;
	if (field.reference && field.reference === entity.ownedBy)
		return draft.refuse(what, `${all} live inside ${namesOf(draft.entity(field.reference)).all}; remove the ${all} instead`);
	if (entity.fields.length === 1) return draft.refuse(what, `${all} would have no field left`);
	const charts = draft.after.features
		.flatMap((feature) => feature.charts)
		.filter((chart) => chart.entity === name && [chart.by, chart.measure].includes(from));
	if (charts.length) return draft.refuse(what, `the chart “${charts[0]?.title ?? ''}” needs it; remove that first`);
	const left = entity.fields.filter((other) => other !== field);
	// Records need a name that people know them by.
	const isNamed =
		labelField({ ...entity, fields: left }).type !== 'enum' &&
		['text', 'longText', 'email', 'phone', 'list', 'date', 'integer', 'dateTime', 'money'].includes(
			labelField({ ...entity, fields: left }).type
		);
	if (!isNamed) return draft.refuse(what, `${all} would have no name left`);
	draft.setEntity({ ...entity, fields: left });
	const rename = draft.renames.findIndex((other) => other.entity === name && other.to === from);
	if (rename >= 0) draft.renames.splice(rename, 1);
	draft.done(`${capital(all)} lose “${field.label}”, with what was stored in it.`);
	const feature = draft.featureOf(name)?.name;
	if (feature) draft.prove(feature, wording.gone(one, field.label.toLowerCase()));
}

export function setRequired(draft: Draft, { entity: name, field: key, required }: Of<'set-required'>): void {
	const entity = draft.entity(name);
	const field = entity.fields.find((candidate) => candidate.name === key);
	if (!field) return;
	const { one, all } = namesOf(entity);
	const label = field.label.toLowerCase();
	const word = required ? 'mandatory' : 'optional';
	if (field.required === required) return draft.met(`“${field.label}” of ${all} is ${word} already`);
	if (field.type === 'boolean') return draft.refuse(`${label} ${word}`, 'a box is ticked or not');
	if (field.type === 'reference')
		return draft.refuse(`${label} ${word}`, 'whether a record has to point to another stays as it is');
	if (!required && field === labelField(entity)) return draft.refuse(`${label} ${word}`, `it is what ${all} are called by`);
	draft.setEntity({ ...entity, fields: entity.fields.map((other) => (other === field ? { ...field, required } : other)) });
	draft.done(`“${field.label}” of ${all} is ${word}${required ? '; records without one get a value to be filled in' : ''}.`);
	const feature = draft.featureOf(name)?.name;
	if (feature) draft.prove(feature, required ? wording.required(one, label) : wording.optional(one, label));
}

export function setUnique(draft: Draft, { entity: name, field: key }: Of<'set-unique'>): void {
	const entity = draft.entity(name);
	const field = entity.fields.find((candidate) => candidate.name === key);
	if (!field) return;
	const { one, all } = namesOf(entity);
	const label = field.label.toLowerCase();
	if (field.unique) return draft.met(`“${field.label}” of ${all} is unique already`);
	if (!['text', 'email', 'phone', 'url'].includes(field.type)) return draft.refuse(`unique ${label}`, 'only texts can be unique');
	draft.setEntity({ ...entity, fields: entity.fields.map((other) => (other === field ? { ...field, unique: true } : other)) });
	draft.done(`No two ${all} have the same “${field.label}”.`);
	const feature = draft.featureOf(name)?.name;
	if (feature) draft.prove(feature, wording.unique(one, label));
}

export function setOptions(draft: Draft, { entity: name, field: key, options, mode }: Of<'set-options'>): void {
	const entity = draft.entity(name);
	const field = entity.fields.find((candidate) => candidate.name === key);
	if (!field) return;
	const { one, all } = namesOf(entity);
	const label = field.label.toLowerCase();
	const has = (list: readonly string[], value: string) => list.some((other) => other.toLowerCase() === value.toLowerCase());
	const old = field.options ?? [];
	const asStored = (value: string) => old.find((other) => other.toLowerCase() === value.toLowerCase()) ?? value;
	const values =
		mode === 'more'
			? [...old, ...options.filter((value) => !has(old, value))]
			: mode === 'less'
				? old.filter((value) => !has(options, value))
				: [...new Set(options.map(asStored))];
	if (mode === 'less')
		for (const value of options) if (!has(old, value)) draft.met(`“${field.label}” of ${all} has no value “${value}”`);
	if (String(values) === String(old)) {
		if (mode !== 'less') draft.met(`“${field.label}” of ${all} has these values already`);
		return;
	}
	if (values.length < 2) return draft.refuse(options.join(', '), `${label} needs two values to choose from`);
	draft.setEntity({
		...entity,
		fields: entity.fields.map((other) => (other === field ? { ...field, type: 'enum', options: values } : other))
	});
	draft.done(
		`“${field.label}” of ${all} is one of: ${values.join(', ')}.${old.some((value) => !values.includes(value)) ? ` Records with another value get “${field.required ? (values[0] ?? '') : 'none'}”.` : ''}`
	);
	const feature = draft.featureOf(name)?.name;
	if (!feature) return;
	draft.prove(feature, wording.options(one, label, values));
}

export function renameOption(draft: Draft, { entity: name, field: key, option, to }: Of<'rename-option'>): void {
	const entity = draft.entity(name);
	const field = entity.fields.find((candidate) => candidate.name === key);
	const options = field?.options;
	if (!field || !options) return;
	const { one, all } = namesOf(entity);
	if (options.some((other) => other.toLowerCase() === to.toLowerCase()))
		return draft.met(`“${field.label}” of ${all} has “${to}” already`);
	const value = /^\p{Lu}/u.test(option) ? to : to.toLowerCase();
	const next = options.map((other) => (other === option ? value : other));
	draft.setEntity({ ...entity, fields: entity.fields.map((other) => (other === field ? { ...field, options: next } : other)) });
	draft.done(`“${option}” of ${all} is called “${value}”, in records that are there as well.`);
	const feature = draft.featureOf(name)?.name;
	if (feature) draft.prove(feature, wording.options(one, field.label.toLowerCase(), next));
}
