/** The feature that keeps the records of one entity: its pages and criteria. */
import type { Blueprint, BlueprintInput, Chart, Entity } from '../../../src/lib/domain/blueprint';
import { filterFields } from '../generate/backend';
import { bookingOf, takenName } from '../generate/bookings';
import { wording } from '../generate/criteria';
import { accessOf, childrenOf, namesOf, ownerPair, parentField, rolesOf, someoneWhoMayNot } from '../generate/names';
import { overdueSql, scaledField, startField, stateField } from '../generate/specials';
import type { FoundThing } from './entities';
import type { RequirementBook } from './requirement-book';
import type { Roles } from './roles';

export type FeatureInput = NonNullable<BlueprintInput['features']>[number];

/** What was found in the text, from which features are planned. */
export interface PlanInput {
	roles: Roles;
	charts: { chart: Chart; quote: string }[];
	sentences: string[];
	found: FoundThing[];
}

/** What cannot be told from the entity itself. */
export interface EntityFacts {
	wantsBoard: boolean;
	/** One list of the app proves that pages change by themselves. */
	isLive: boolean;
}

export function entityFeature(
	draft: Blueprint,
	entity: Entity,
	speaksOf: (sentence: string) => boolean,
	book: RequirementBook,
	input: PlanInput
): FeatureInput {
	const spoken = input.sentences.join(' ');
	const facts: EntityFacts = {
		wantsBoard: /move (them|it|cards|tasks)|kanban|columns/i.test(spoken) && mayHaveBoard(entity),
		isLive: entity === input.found[0]?.entity
	};
	return {
		name: entity.plural === 'session' || entity.plural === 'users' ? `${entity.plural}-list` : entity.plural,
		kind: 'crud',
		entity: entity.name,
		needs: [
			'session',
			...entity.fields
				.flatMap((field) =>
					field.reference && field.reference !== entity.name
						? [input.found.find((other) => other.entity.name === field.reference)?.entity.plural]
						: []
				)
				.filter((name) => name !== undefined)
		],
		pages: entityPages(entity, facts),
		criteria: book.add(`The app shall keep ${namesOf(entity).all}.`, speaksOf, entityCriteria(draft, entity, facts))
	};
}

const mayHaveBoard = (entity: Entity) =>
	!!stateField(entity)?.required && ['application', 'card', 'task', 'ticket'].includes(entity.name);

/** The criteria that follow from an entity and what the app's roles may do with it. */
export function entityCriteria(draft: Blueprint, entity: Entity, { wantsBoard, isLive }: EntityFacts): string[] {
	const { one, all } = namesOf(entity);
	const isTop = entity.ownedBy === null;
	const filters = filterFields(entity);
	const outsider = someoneWhoMayNot(draft, entity, 'create');
	const outsiderLabel = rolesOf(draft)
		.find((role) => role.name === outsider)
		?.label.toLowerCase();
	const children = childrenOf(draft, entity).filter((child) => parentField(child));
	return [
		wording.list(all),
		wording.create(one),
		wording.invalid(one),
		wording.change(one),
		wording.remove(one),
		...(outsider ? [wording.refuse(outsiderLabel ?? outsider, all)] : []),
		...(filters.length ? [wording.filter(all, filters.map((field) => field.label.toLowerCase()).join(' or '))] : []),
		...(ownerPair(draft, entity).length === 2 && ownerPair(draft, entity)[1] ? [wording.own(one)] : []),
		...(overdueSql(entity) ? [wording.overdue(one)] : []),
		...(scaledField(entity) ? [wording.scale(one)] : []),
		...(wantsBoard ? [wording.board(one)] : []),
		...(startField(entity) ? [wording.calendar(all)] : []),
		...(bookingOf(entity) ? [wording.booked(one, takenName(draft, entity))] : []),
		...children.map((child) => wording.panel(one, namesOf(child).all)),
		...(isTop && accessOf(draft, entity, 'read') === 'public' ? [wording.visitor(all)] : []),
		...(isTop && isLive ? [wording.live()] : [])
	];
}

export function entityPages(entity: Entity, { wantsBoard }: Pick<EntityFacts, 'wantsBoard'>): NonNullable<FeatureInput['pages']> {
	const { one, all, route } = namesOf(entity);
	return [
		...(startField(entity) ? [{ route: `${route}/calendar`, title: 'Calendar', kind: 'calendar' as const }] : []),
		...(wantsBoard ? [{ route: `${route}/board`, title: `Board of ${all}`, kind: 'board' as const }] : []),
		...(entity.ownedBy === null
			? [
					{ route, title: all.charAt(0).toUpperCase() + all.slice(1), kind: 'list' as const },
					{ route: `${route}/:id`, title: one.charAt(0).toUpperCase() + one.slice(1), kind: 'detail' as const }
				]
			: [])
	];
}
