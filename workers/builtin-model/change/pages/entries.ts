/** What blocks list, by block: the questions of an FAQ, the people of a team, the rows of a programme. */
import type { Use } from './page-draft';

interface ListOf {
	key: string;
	/** The text that an entry goes by. */
	label: string;
	/** What else a new one needs. */
	rest?: Record<string, unknown>;
}

const LISTS: Record<string, ListOf> = {
	items: { key: 'items', label: 'title' },
	team: { key: 'people', label: 'name', rest: { role: 'Member of the team' } },
	pricing: { key: 'plans', label: 'name' },
	carousel: { key: 'slides', label: 'title' },
	timetable: { key: 'rows', label: 'title' },
	gallery: { key: 'items', label: 'title' },
	timeline: { key: 'entries', label: 'title' },
	quiz: { key: 'questions', label: 'text' },
	'link-list': { key: 'links', label: 'label' },
	checklist: { key: 'groups', label: 'name' },
	wheel: { key: 'entries', label: 'label' }
};

type Entry = Record<string, unknown>;

export interface Entries {
	list: readonly Entry[];
	labelOf: (entry: Entry) => string;
	with: (list: readonly Entry[]) => Use['parameters'];
	/** A new one by its name; undefined where a name is not enough. */
	made: (label: string, more?: Entry) => Entry | undefined;
}

/** The list of a block, if it has one. */
export function entriesOf({ block, parameters }: Use): Entries | undefined {
	if (block === 'faq') return questionsOf(parameters);
	const shape = LISTS[block];
	const list = shape && parameters[shape.key];
	if (!shape || !Array.isArray(list) || list.some((item) => typeof item !== 'object')) return undefined;
	const { key, label, rest } = shape;
	return {
		list: list as Entry[],
		labelOf: (entry) => String(entry[label] ?? ''),
		with: (next) => ({ ...parameters, [key]: next }),
		made: (text, more) => ({ [label]: text, ...(block === 'team' ? rest : {}), ...more })
	};
}

/** Of an FAQ the groups count as one: new questions come at the end. */
function questionsOf(parameters: Use['parameters']): Entries {
	const groups = parameters['groups'] as { name?: string; items: Entry[] }[];
	const list = groups.flatMap(({ items }) => items);
	return {
		list,
		labelOf: (entry) => String(entry['question'] ?? ''),
		with: (next) => ({
			...parameters,
			groups: groups
				.map((group, at) => ({
					...group,
					items: [
						...group.items.filter((item) => next.includes(item)),
						...(at === groups.length - 1 ? next.filter((item) => !list.includes(item)) : [])
					]
				}))
				.filter(({ items }) => items.length > 0)
		}),
		made: (question, more) => (more?.['answer'] ? { question, ...more } : undefined)
	};
}
