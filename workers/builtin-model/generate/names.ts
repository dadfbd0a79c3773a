/** The names that generated code uses: one place, so that every file agrees. */
import type { AppRole, Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';

export const camel = (kebab: string) => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
export const pascal = (kebab: string) => camel(kebab).replace(/^./, (letter) => letter.toUpperCase());
export const snake = (name: string) => name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const sentence = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
export const quote = (text: string) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, ' ')}'`;

export interface EntityNames {
	/** 'Customer': the type. */
	type: string;
	/** 'customers': the constant in repo.ts, the folder being the plural. */
	many: string;
	folder: string;
	table: string;
	/** '/customers' */
	route: string;
	/** 'customer', as people say it. */
	one: string;
	all: string;
}

/** Names that the frame's pages import: an entity called so gets another type name. */
const TAKEN = new Set([
	'Card',
	'Link',
	'Board',
	'Table',
	'Tabs',
	'User',
	'Page',
	'Button',
	'Input',
	'Select',
	'Choice',
	'Icon',
	'Dialog',
	'Figure',
	'Details',
	'Lines',
	'Week',
	'Context',
	'App',
	'Seed',
	'Demo',
	'Badge',
	'Avatar',
	'Time',
	'Text',
	'Email',
	'Id',
	'Ok',
	'Day',
	'Phone',
	'Flag',
	'Body',
	'Chart',
	'Dashboard',
	'Error',
	'Map',
	'Set',
	'Date',
	'Number',
	'String',
	'Object',
	'Array',
	'Promise',
	'Record',
	'Props',
	'Actions',
	'Summary'
]);

export function namesOf(entity: Entity): EntityNames {
	return {
		type: TAKEN.has(pascal(entity.name)) ? `${pascal(entity.name)}Record` : pascal(entity.name),
		many: camel(entity.plural),
		folder: entity.plural,
		table: snake(entity.plural),
		route: `/${entity.plural}`,
		one: entity.label.toLowerCase(),
		all: (entity.pluralLabel || entity.plural.replace(/-/g, ' ')).toLowerCase()
	};
}

/** The column of a field: references end in _id, money in _cents. */
export function columnOf(field: Field): string {
	const name = snake(field.name);
	return field.type === 'reference' ? `${name}_id` : field.type === 'money' ? `${name}_cents` : name;
}

/** The field that names a record for people: the first text, else the first of all. */
export function labelField(entity: Entity): Field {
	const field =
		entity.fields.find(({ type }) => ['text', 'email'].includes(type)) ??
		entity.fields.find(({ type }) => type === 'longText') ??
		entity.fields[0];
	if (!field) throw new Error(`Entity '${entity.name}' has no fields. Give it at least one.`);
	return field;
}

export const entityNamed = (blueprint: Blueprint, name: string | undefined | null) =>
	blueprint.entities.find((entity) => entity.name === name);

/** Entities that live inside this one: they are shown on its page. */
export const childrenOf = (blueprint: Blueprint, entity: Entity) =>
	blueprint.entities.filter(({ ownedBy }) => ownedBy === entity.name);

/** The field of a child that points to its parent. */
export const parentField = (child: Entity) =>
	child.fields.find((field) => field.type === 'reference' && field.reference === child.ownedBy);

/** Whether a record goes when the one it points to is deleted: it lives inside that one, or is somebody's private mark on it. */
export const goesWith = (entity: Entity, field: Field) => entity.ownedBy === field.reference || isPrivate(entity);
/** Entities whose records keep the one they point to from being deleted. */
export const holdersOf = (blueprint: Blueprint, entity: Entity) =>
	blueprint.entities.filter((holder) =>
		holder.fields.some((field) => field.required && field.reference === entity.name && !goesWith(holder, field))
	);

/** Parents before their children, so that migrations and seeds run in this order. */
export function inOrder(blueprint: Blueprint): Entity[] {
	const done: Entity[] = [];
	const visit = (entity: Entity, path: string[]) => {
		if (done.includes(entity) || path.includes(entity.name)) return;
		for (const field of entity.fields) {
			const target = entityNamed(blueprint, field.reference);
			if (target && target !== entity) visit(target, [...path, entity.name]);
		}
		done.push(entity);
	};
	for (const entity of blueprint.entities) visit(entity, []);
	return done;
}

/** Role names from the least to the most powerful, an administrator always there. */
export function rolesOf(blueprint: Blueprint): AppRole[] {
	const admin: AppRole = {
		name: 'admin',
		label: 'Administrator',
		description: 'Everything, and users',
		permissions: ['*:manage']
	};
	return [
		...blueprint.roles.filter((role) => role.name !== 'admin'),
		blueprint.roles.find((role) => role.name === 'admin') ?? admin
	];
}

export type Action = 'read' | 'create' | 'update' | 'delete';
export type AccessRule = 'public' | 'member' | string[];

/** Who may do something with an entity's records, as the contract says it. */
export function accessOf(blueprint: Blueprint, entity: Entity, action: Action): AccessRule {
	const names = entity.permissions[action];
	if (names.includes('public')) return action === 'read' ? 'public' : 'member';
	const roles = rolesOf(blueprint).map((role) => role.name);
	const given = names.filter((name) => roles.includes(name));
	if (names.includes('owner') && (given.length === 0 || action === 'read')) return 'member';
	const chosen = given.length ? [...new Set([...given, 'admin'])] : action === 'read' ? roles : roles;
	return roles.every((role) => chosen.includes(role)) ? 'member' : roles.filter((role) => chosen.includes(role));
}
export const accessText = (rule: AccessRule) => (typeof rule === 'string' ? quote(rule) : `[${rule.map(quote).join(', ')}]`);

/** Records that only their maker sees, and the roles that `seeAll` names. */
export const isPrivate = (entity: Entity) => entity.permissions.read.includes('owner');
export const seeAll = (entity: Entity) => [...new Set([...entity.permissions.read.filter((name) => name !== 'owner'), 'admin'])];
/** Records that only their maker changes, and administrators. */
export const isOwned = (entity: Entity) => entity.permissions.update.includes('owner');

/** A role that may do it, for tests: the least powerful one. */
export function someoneWho(blueprint: Blueprint, entity: Entity, action: Action): string {
	const rule = accessOf(blueprint, entity, action);
	return (typeof rule === 'string' ? rolesOf(blueprint)[0]?.name : rule[0]) ?? 'admin';
}
/** A signed-in role that may not, if there is one. */
export function someoneWhoMayNot(blueprint: Blueprint, entity: Entity, action: Action): string | undefined {
	const rule = accessOf(blueprint, entity, action);
	return typeof rule === 'string' ? undefined : rolesOf(blueprint).find((role) => !rule.includes(role.name))?.name;
}

/** Two roles of which one may make a record and the other may not touch it. */
export function ownerPair(blueprint: Blueprint, entity: Entity): [string?, string?] {
	if (!isOwned(entity)) return [];
	const allowed = (action: 'create' | 'update') => {
		const rule = accessOf(blueprint, entity, action);
		return rolesOf(blueprint)
			.map((role) => role.name)
			.filter((name) => typeof rule === 'string' || rule.includes(name));
	};
	const makers = allowed('create');
	const other = allowed('update').find((name) => name !== 'admin' && makers.some((maker) => maker !== name));
	return other ? [makers.find((maker) => maker !== other), other] : [];
}
