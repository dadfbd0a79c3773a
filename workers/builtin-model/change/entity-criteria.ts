/** What must be proved of each kind of record, after it has changed: texts that say so anew, criteria that go, criteria that come. */
import { pageSchema, type Blueprint, type Entity, type Feature } from '../../../src/lib/domain/blueprint';
import { criterionKind, wording } from '../generate/criteria';
import { entityNamed, namesOf, rolesOf } from '../generate/names';
import { rightsText, roleOfRights } from '../generate/rights';
import { entityCriteria, entityPages } from '../understand/entity-feature';
import type { Draft } from './draft';

/** Makes pages and criteria of every feature with records follow from its entity; what is new is proved for the current part of the wish. @param previous the blueprint before the latest of it */
export function followEntities(draft: Draft, previous: Blueprint): void {
	for (const { name } of draft.after.features) {
		const feature = draft.after.features.find((candidate) => candidate.name === name);
		const entity = entityNamed(draft.after, feature?.entity);
		if (!feature || !entity) continue;
		const wantsBoard =
			feature.pages.some((page) => page.kind === 'board') &&
			entity.fields.some((field) => field.name === 'status' && field.type === 'enum');
		const isLive = feature.criteria.some((id) => criterionKind(draft.criterion(id)?.text ?? '') === 'live');
		const pages = entityPages(entity, { wantsBoard });
		draft.setFeature({ ...feature, pages: samePages(feature, pages) });
		followOne({ draft, previous, feature, entity }, { wantsBoard, isLive });
	}
}

/** Pages that are there keep what they have beside their title. */
function samePages(feature: Feature, pages: ReturnType<typeof entityPages>): Feature['pages'] {
	return pages.map((page) => {
		const known = feature.pages.find(({ route }) => route === page.route);
		return known ? { ...known, title: page.title } : pageSchema.parse(page);
	});
}

interface Followed {
	draft: Draft;
	previous: Blueprint;
	feature: Feature;
	entity: Entity;
}

function followOne({ draft, previous, feature, entity }: Followed, facts: Parameters<typeof entityCriteria>[2]): void {
	const wanted = entityCriteria(draft.after, entity, facts);
	const left = new Set(wanted);
	const old = entityNamed(previous, entity.name);
	const mine = feature.criteria.flatMap((id) => {
		const criterion = draft.criterion(id);
		return criterion ? [{ id, text: criterion.text, kind: criterionKind(criterion.text) }] : [];
	});
	const gone: string[] = [];
	const structural = mine.filter(({ kind }) => !OWN.has(kind));
	for (const { text } of structural) left.delete(text);
	for (const { id, text, kind } of structural) {
		if (wanted.includes(text)) continue;
		const other = [...left].find((candidate) => criterionKind(candidate) === kind);
		if (other === undefined) gone.push(id);
		else {
			left.delete(other);
			draft.setCriterion(id, other);
		}
	}
	for (const { id, text, kind } of mine.filter(({ kind }) => OWN.has(kind))) {
		const now = old ? ownText({ draft, previous, old, entity, text, kind }) : text;
		if (now === undefined) gone.push(id);
		else if (now !== text) draft.setCriterion(id, now);
	}
	draft.dropCriteria(gone);
	for (const text of left) draft.prove(feature.name, text);
}

/** Kinds that somebody asked for, which do not follow from the entity alone. */
const OWN = new Set(['field', 'required', 'optional', 'options', 'unique', 'gone', 'called', 'rights', 'unknown']);

interface Own {
	draft: Draft;
	previous: Blueprint;
	old: Entity;
	entity: Entity;
	text: string;
	kind: string;
}

/** The same criterion in the words of today; undefined when it does not hold any more. */
function ownText({ draft, previous, old, entity, text, kind }: Own): string | undefined {
	if (kind === 'unknown' || holdsNow(draft.after, entity, { text, kind })) return text;
	const { one, all } = namesOf(entity);
	if (kind === 'called') return text === wording.called(all) ? text : undefined;
	if (kind === 'rights') return rightsNow(previous, draft.after, { old, entity, text });
	const label = (say: (noun: string, label: string) => string) =>
		old.fields.find((field) => say(namesOf(old).one, field.label.toLowerCase()) === text);
	if (kind === 'gone') {
		const name = /^The app shall not ask for the (.*) of /.exec(text)?.[1] ?? '';
		return entity.fields.some((field) => field.label.toLowerCase() === name) ? undefined : wording.gone(one, name);
	}
	const was =
		kind === 'options'
			? old.fields.find((field) => wording.options(namesOf(old).one, field.label.toLowerCase(), field.options ?? []) === text)
			: label(wording[kind as 'field' | 'required' | 'optional' | 'unique']);
	const name = draft.renamed?.entity === entity.name && draft.renamed.from === was?.name ? draft.renamed.to : was?.name;
	const field = entity.fields.find((other) => other.name === name);
	if (!field) return undefined;
	const now = field.label.toLowerCase();
	switch (kind) {
		case 'options':
			return field.type === 'enum' ? wording.options(one, now, field.options ?? []) : undefined;
		case 'required':
			return field.required ? wording.required(one, now) : undefined;
		case 'optional':
			return field.required ? undefined : wording.optional(one, now);
		case 'unique':
			return field.unique ? wording.unique(one, now) : undefined;
		default:
			return wording.field(one, now);
	}
}

/** Whether the words fit the entity as it is: so do those of a part of the wish that was just followed. */
function holdsNow(after: Blueprint, entity: Entity, { text, kind }: Pick<Own, 'text' | 'kind'>): boolean {
	const { one } = namesOf(entity);
	if (kind === 'rights') return roleOfRights(after, entity, text) !== undefined;
	return entity.fields.some((field) => {
		const label = field.label.toLowerCase();
		return (
			(kind === 'field' && text === wording.field(one, label)) ||
			(kind === 'required' && field.required && text === wording.required(one, label)) ||
			(kind === 'optional' && !field.required && text === wording.optional(one, label)) ||
			(kind === 'unique' && field.unique && text === wording.unique(one, label)) ||
			(kind === 'options' && field.type === 'enum' && text === wording.options(one, label, field.options ?? []))
		);
	});
}

function rightsNow(
	before: Blueprint,
	after: Blueprint,
	{ old, entity, text }: Pick<Own, 'old' | 'entity' | 'text'>
): string | undefined {
	const name = roleOfRights(before, old, text)?.name;
	const role = rolesOf(after).find((candidate) => candidate.name === name);
	return role && rightsText(after, entity, role);
}
