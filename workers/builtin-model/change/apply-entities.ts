/** Kinds of records: added with pages and rights, called something else, removed with what hangs on them. */
import { pageSchema, type Blueprint, type Entity, type Field } from '../../../src/lib/domain/blueprint';
import { wording } from '../generate/criteria';
import { entityNamed, goesWith, namesOf } from '../generate/names';
import { entityPages } from '../understand/entity-feature';
import { listWords } from '../understand/compose/phrases';
import { field as shortField } from '../understand/lexicon';
import type { Draft } from './draft';
import type { Intent } from './intents';
import { entityCalled, knownThing, plural, singular } from './look-up';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

export function addEntity(draft: Draft, { plural: said, fields }: Of<'add-entity'>): void {
	const thing = knownThing(said);
	const name = (thing?.name ?? singular(said)).replace(/[^a-z0-9]+/g, '-');
	const many = (thing?.plural ?? plural(said)).replace(/[^a-z0-9]+/g, '-');
	if (RESERVED.has(many) || draft.after.features.some((feature) => feature.name === many))
		return draft.refuse(said, 'every app of this kind has them already, or calls something else so');
	const given = fields.length ? fields : (thing?.fields.map(shortField) ?? STANDARD);
	const known = given.flatMap((field) => resolved(field, draft.after));
	const own = known.filter((field, at) => known.findIndex((other) => other.name === field.name) === at);
	const entity: Entity = {
		name,
		plural: many,
		label: thing?.label ?? singular(said),
		pluralLabel: thing?.pluralLabel ?? said,
		fields: withName(own),
		ownedBy: null,
		permissions: rightsFor(draft.after)
	};
	draft.last = name;
	draft.after = {
		...draft.after,
		entities: [...draft.after.entities, entity],
		features: [
			...draft.after.features,
			{
				name: many,
				kind: 'crud',
				entity: name,
				pages: entityPages(entity, { wantsBoard: false }).map((page) => pageSchema.parse(page)),
				needs: ['session', ...needsOf(entity, draft.after)],
				charts: [],
				criteria: []
			}
		]
	};
	const { all } = namesOf(entity);
	draft.done(
		`The app keeps ${all}: ${entity.fields.map((field) => field.label.toLowerCase()).join(', ')}. They have a list, a page each, and a form.`
	);
	// What was promised when it went away does not hold any more.
	const gone = draft.after.features.flatMap(({ criteria }) =>
		criteria.filter((id) => draft.criterion(id)?.text === wording.noLonger(all, many))
	);
	draft.dropCriteria(gone);
}

/** Tables and folders that every app has. */
const RESERVED = new Set(['users', 'sessions', 'session', 'invites', 'migrations', 'dashboard', 'dashboards', 'user']);
const STANDARD = [shortField('name!'), shortField('description:longText')];

/** References to what the app does not keep go; a client is a customer where the app has those. */
function resolved(field: Field, blueprint: Blueprint): Field[] {
	if (field.type !== 'reference' || field.reference === 'user') return [field];
	const target = entityCalled(field.reference ?? '', blueprint);
	// It may stay empty: nobody said that it must not.
	return target
		? [
				{
					...field,
					name: fieldNameOf(target),
					label: field.label === capital(field.reference ?? '') ? capital(target.label) : field.label,
					reference: target.name,
					required: false
				}
			]
		: [];
}
const fieldNameOf = ({ name }: Entity) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Records go by a name: a text of theirs that is asked for. */
function withName(fields: readonly Field[]): Field[] {
	const first = fields.find((field) => field.type === 'text') ?? fields.find((field) => field.type === 'email');
	if (first) return fields.map((field) => (field === first ? { ...field, required: true } : field));
	return [shortField('name!'), ...fields];
}

const needsOf = (entity: Entity, { features }: Blueprint) => [
	...new Set(
		entity.fields.flatMap(
			(field) => features.find((feature) => field.reference && feature.entity === field.reference)?.name ?? []
		)
	)
];

/** As with what is there: who may read everything reads it, who may write everything writes it. */
function rightsFor({ roles, entities }: Blueprint): Entity['permissions'] {
	const able = (action: RegExp) =>
		roles.filter((role) => role.permissions.some((permission) => action.test(permission))).map((role) => role.name);
	const readers = able(/^\*:/);
	const writers = able(/^\*:(?:write|manage)$/);
	const isPublic = entities.some((entity) => entity.permissions.read.includes('public'));
	const isOpen = roles.some((role) => role.permissions.includes('session:create'));
	const change = isOpen ? ['owner', ...writers] : writers;
	return { read: isPublic ? ['public'] : readers, create: writers, update: change, delete: change };
}

export function renameEntity(draft: Draft, { entity: name, plural: said }: Of<'rename-entity'>): void {
	const entity = draft.entity(name);
	const { one, all } = namesOf(entity);
	const many = plural(said);
	const single = singular(said);
	const exact = (text: string) =>
		text
			.replace(new RegExp(`\\b${all}\\b`, 'gi'), (found) => sameCase(found, many))
			.replace(new RegExp(`\\b${one}\\b`, 'gi'), (found) => sameCase(found, single));
	draft.setEntity({ ...entity, label: single, pluralLabel: many });
	// References are called as what they point to.
	for (const other of draft.after.entities)
		if (other.fields.some((field) => field.reference === name && field.label.toLowerCase() === one))
			draft.setEntity({
				...other,
				fields: other.fields.map((field) =>
					field.reference === name && field.label.toLowerCase() === one ? { ...field, label: capital(single) } : field
				)
			});
	for (const feature of draft.after.features.filter(({ charts }) => charts.length)) {
		for (const chart of feature.charts) retitle(draft, feature.criteria, chart.title, exact(chart.title));
		draft.setFeature({ ...feature, charts: feature.charts.map((chart) => ({ ...chart, title: exact(chart.title) })) });
	}
	draft.after = {
		...draft.after,
		summary: exact(draft.after.summary),
		journeys: draft.after.journeys.map((journey) => ({
			...journey,
			title: exact(journey.title),
			steps: journey.steps.map((step) => ({ ...step, target: exact(step.target) }))
		}))
	};
	draft.last = name;
	draft.done(`${capital(all)} are called ${many} on all pages; their address ${namesOf(entity).route} and what is stored stay.`);
	const feature = draft.featureOf(name)?.name;
	if (feature) draft.prove(feature, wording.called(many));
}

function retitle(draft: Draft, ids: readonly string[], from: string, to: string): void {
	for (const id of ids) {
		const text = draft.criterion(id)?.text ?? '';
		if (from !== to && text.includes(from.toLowerCase()))
			draft.setCriterion(id, text.replace(from.toLowerCase(), to.toLowerCase()));
	}
}
const sameCase = (found: string, word: string) => (/^\p{Lu}/u.test(found) ? capital(word) : word);

export function removeEntities(draft: Draft, { entities: names }: Of<'remove-entities'>): void {
	const found = names.flatMap((name) => entityNamed(draft.after, name) ?? []);
	const holders = draft.after.entities.filter(
		(entity) =>
			!names.includes(entity.name) &&
			entity.fields.some((field) => names.includes(field.reference ?? '') && (field.required || goesWith(entity, field)))
	);
	const all = found.map((entity) => namesOf(entity).all).join(' and ');
	if (holders.length) {
		const needing = holders.map((entity) => namesOf(entity).all).join(' and ');
		return draft.refuse(
			`remove ${all}`,
			`${needing} cannot be without them; say “remove ${all} and ${holders.map((entity) => namesOf(entity).all).join(' and ')}” if those shall go as well`
		);
	}
	const left = draft.after.entities.filter((entity) => !names.includes(entity.name));
	if (left.length === 0) return draft.refuse(`remove ${all}`, 'the app would keep nothing any more');
	const features = draft.after.features.filter((feature) => names.includes(feature.entity ?? ''));
	draft.dropCriteria(features.flatMap(({ criteria }) => criteria));
	removeFrom(
		draft,
		names,
		features.map(({ name }) => name)
	);
	const kept = draft.after.entities.slice(0, 4).map((entity) => namesOf(entity).all);
	if (/^Keeps .*\.$/.test(draft.after.summary)) draft.after = { ...draft.after, summary: `Keeps ${listWords(kept, 'en')}.` };
	draft.last = undefined;
	draft.done(`The app keeps no ${all} any more; what was stored of them is deleted.`);
	const session = draft.after.features.find((feature) => feature.kind === 'session');
	if (session)
		for (const entity of found) draft.prove(session.name, wording.noLonger(namesOf(entity).all, namesOf(entity).folder));
}

function removeFrom(draft: Draft, names: readonly string[], features: readonly string[]): void {
	for (const feature of draft.after.features.filter(({ charts }) => charts.some((chart) => names.includes(chart.entity)))) {
		const gone = feature.charts.filter((chart) => names.includes(chart.entity) || isBy(chart, names, draft.after));
		draft.dropCriteria(
			feature.criteria.filter((id) => gone.some((chart) => draft.criterion(id)?.text.includes(chart.title.toLowerCase())))
		);
		const now = draft.after.features.find(({ name }) => name === feature.name);
		if (now) draft.setFeature({ ...now, charts: now.charts.filter((chart) => !gone.includes(chart)) });
	}
	const empty = draft.after.features
		.filter((feature) => feature.kind === 'dashboard' && feature.charts.length === 0)
		.map((feature) => feature.name);
	const goneFeatures = [...features, ...empty];
	draft.after = {
		...draft.after,
		entities: draft.after.entities
			.filter((entity) => !names.includes(entity.name))
			.map((entity) => ({ ...entity, fields: entity.fields.filter((field) => !names.includes(field.reference ?? '')) })),
		features: draft.after.features
			.filter((feature) => !goneFeatures.includes(feature.name))
			.map((feature) => ({ ...feature, needs: feature.needs.filter((need) => !goneFeatures.includes(need)) })),
		journeys: draft.after.journeys.filter(
			(journey) =>
				!journey.steps.some((step) =>
					names.some((name) => step.target === namesOf(draft.before.entities.find((entity) => entity.name === name) ?? EMPTY).all)
				)
		)
	};
}
const EMPTY: Entity = {
	name: 'none',
	plural: 'none',
	label: 'none',
	pluralLabel: 'none',
	fields: [],
	ownedBy: null,
	permissions: { read: [], create: [], update: [], delete: [] }
};

const isBy = (chart: { entity: string; by: string }, names: readonly string[], blueprint: Blueprint) =>
	names.includes(entityNamed(blueprint, chart.entity)?.fields.find((field) => field.name === chart.by)?.reference ?? '');
