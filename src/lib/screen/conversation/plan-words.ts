import type { Blueprint } from '../../domain/blueprint';
import type { BlueprintPatch } from '../../domain/blueprint-patch';
import type { ChangePlan } from '../../domain/change-plan';
import { roleLabel, roleOf } from '../../domain/role-names';

/** A plan that waits for a yes, in words: what changes in the blueprint, and who will touch what. */

export interface PlanStep {
	role: string;
	/** The role as the screen names it. */
	label: string;
	title: string;
	files: string[];
}
export interface PlanView {
	steps: PlanStep[];
	/** A sentence for each change of the blueprint. */
	changes: string[];
}

export function planView(plan: ChangePlan | null, blueprint: Blueprint | null): PlanView | undefined {
	if (!plan) return undefined;
	const steps = plan.steps.map(({ role, title, files }) => ({ role: roleOf(role), label: roleLabel(role), title, files }));
	return { steps, changes: plan.blueprint ? changesInWords(plan.blueprint, blueprint) : [] };
}

type ListName = keyof BlueprintPatch['remove'];
type Item = { id?: string; name?: string; text?: string; label?: string; title?: string };

const NOUNS: Record<ListName, string> = {
	requirements: 'requirement',
	roles: 'role',
	entities: 'data',
	features: 'feature',
	journeys: 'journey'
};

/** What a patch does to a blueprint, a sentence for each thing. */
export function changesInWords(patch: BlueprintPatch, blueprint: Blueprint | null): string[] {
	const { title, summary, design, assumptions, set, remove } = patch;
	const lists = Object.keys(NOUNS) as ListName[];
	const looks = Object.keys(design ?? {});
	return [
		...(title && title !== blueprint?.title ? [`The app is called “${title}”.`] : []),
		...(summary && summary !== blueprint?.summary ? ['What the app is for is said anew.'] : []),
		...lists.flatMap((list) => (set[list] as Item[]).map((item) => setWords(list, item, blueprint))),
		...lists.flatMap((list) => remove[list].map((key) => `The ${NOUNS[list]} ${nameOf(list, key, blueprint)} goes.`)),
		...(looks.length > 0 ? [`Looks: ${looks.map(spaced).join(', ')}.`] : []),
		...(assumptions ? ['What is taken as given is said anew.'] : [])
	];
}

function setWords(list: ListName, item: Item, blueprint: Blueprint | null): string {
	const isNew = !itemsOf(list, blueprint).some((other) => keyOf(other) === keyOf(item));
	const name = list === 'requirements' ? `${item.id}: ${item.text}` : shownName(item);
	return `${isNew ? 'New' : 'Changed'} ${NOUNS[list]} ${name}${/[.!?]$/.test(name) ? '' : '.'}`;
}
function nameOf(list: ListName, key: string, blueprint: Blueprint | null): string {
	const found = itemsOf(list, blueprint).find((item) => keyOf(item) === key);
	return found && list !== 'requirements' ? shownName(found) : key;
}
const itemsOf = (list: ListName, blueprint: Blueprint | null): Item[] => (blueprint?.[list] ?? []) as Item[];
const keyOf = ({ id, name }: Item) => id ?? name ?? '';
const shownName = (item: Item) => `“${item.label ?? item.title ?? spaced(keyOf(item))}”`;

/** 'darkMode' and 'dark-mode' as words. */
function spaced(name: string): string {
	return name
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replaceAll('-', ' ')
		.toLowerCase();
}
