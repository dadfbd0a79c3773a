/** Applies what a wish asks for to the blueprint, one intent after the other. */
import { addChart, removeChart } from './apply-charts';
import { addEntity, removeEntities, renameEntity } from './apply-entities';
import { addFields, removeField, renameField, renameOption, setOptions, setRequired, setUnique } from './apply-fields';
import { setCurrency, setLooks, setTitle } from './apply-looks';
import { addRole, removeRole, renameRole, setRights } from './apply-roles';
import type { Draft } from './draft';
import { followEntities } from './entity-criteria';
import type { Intent } from './intents';

export function apply(draft: Draft, intent: Intent): void {
	const previous = draft.after;
	draft.renamed = undefined;
	change(draft, intent);
	if (draft.after !== previous) followEntities(draft, previous);
}

function change(draft: Draft, intent: Intent): void {
	switch (intent.do) {
		case 'add-fields':
			return addFields(draft, intent);
		case 'rename-field':
			return renameField(draft, intent);
		case 'remove-field':
			return removeField(draft, intent);
		case 'set-options':
			return setOptions(draft, intent);
		case 'rename-option':
			return renameOption(draft, intent);
		case 'set-required':
			return setRequired(draft, intent);
		case 'set-unique':
			return setUnique(draft, intent);
		case 'add-entity':
			return addEntity(draft, intent);
		case 'rename-entity':
			return renameEntity(draft, intent);
		case 'remove-entities':
			return removeEntities(draft, intent);
		case 'add-role':
			return addRole(draft, intent);
		case 'rename-role':
			return renameRole(draft, intent);
		case 'remove-role':
			return removeRole(draft, intent);
		case 'set-rights':
			return setRights(draft, intent);
		case 'add-chart':
			return addChart(draft, intent);
		case 'remove-chart':
			return removeChart(draft, intent);
		case 'set-title':
			return setTitle(draft, intent);
		case 'set-currency':
			return setCurrency(draft, intent);
		case 'set-looks':
			return setLooks(draft, intent);
		case 'refuse':
			return draft.refuse(intent.quote, intent.why);
		case 'met':
			return draft.met(intent.why);
	}
}
