/** What a role may do with the records of an entity, in the words of a criterion. */
import type { AppRole, Blueprint, Entity } from '../../../src/lib/domain/blueprint';
import { wording } from './criteria';
import { accessOf, namesOf, rolesOf, type Action } from './names';

export const VERBS: Record<Action, string> = { read: 'see', create: 'add', update: 'change', delete: 'delete' };

export interface Rights {
	may: string[];
	mayNot: string[];
}

export function rightsOf(blueprint: Blueprint, entity: Entity, role: AppRole): Rights {
	const rights: Rights = { may: [], mayNot: [] };
	for (const action of ['read', 'create', 'update', 'delete'] as const) {
		const rule = accessOf(blueprint, entity, action);
		rights[typeof rule === 'string' || rule.includes(role.name) ? 'may' : 'mayNot'].push(VERBS[action]);
	}
	return rights;
}

/** The sentence that says what a role may do. */
export const rightsText = (blueprint: Blueprint, entity: Entity, role: AppRole): string =>
	wording.rights(role.label.toLowerCase(), namesOf(entity).all, rightsOf(blueprint, entity, role));

/** The role that such a sentence is about. */
export const roleOfRights = (blueprint: Blueprint, entity: Entity, text: string): AppRole | undefined =>
	rolesOf(blueprint).find((role) => rightsText(blueprint, entity, role) === text);
