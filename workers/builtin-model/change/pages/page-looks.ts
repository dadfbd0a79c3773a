/** Name, colours and mode of an app made of pages. */
import type { Intent } from '../intents';
import type { Draft } from '../draft';
import { changeBlock, placesIn, problemsOf } from './page-draft';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

export function setPageLooks(draft: Draft, { ground, part, mode }: Of<'set-looks'>): void {
	const { design } = draft.after;
	const next = { ...design, ground: ground || design.ground, part: part || design.part, darkMode: mode || design.darkMode };
	if (JSON.stringify(next) === JSON.stringify(design)) return draft.met('it looks so already');
	draft.after = { ...draft.after, design: { ...next, palette: next.ground || next.part ? 'custom' : next.palette } };
	if (mode)
		draft.done(
			mode === 'system'
				? 'Pages are light or dark as each device wants.'
				: next.ground
					? `Pages are set to ${mode} where no background was asked for.`
					: `Pages are ${mode}.`
		);
	if (!ground && !part) return;
	draft.done(
		`${[ground && `The background is ${ground}`, part && `${ground ? 'the' : 'The'} components are ${part}`].filter(Boolean).join(', ')}.`
	);
	const old = draft.after.features.flatMap(({ criteria }) =>
		criteria.filter((id) => draft.criterion(id)?.check?.name === 'shows-colours')
	);
	draft.dropCriteria(old);
	const text = `The app shall show ${[next.ground && `the background in ${next.ground}`, next.part && `its components in ${next.part}`].filter(Boolean).join(' and ')}.`;
	draft.prove(draft.after.features[0]?.name ?? '', text, { name: 'shows-colours' });
}

/** The new name stands wherever the old one did. */
export function setPageTitle(draft: Draft, title: string): void {
	const old = draft.after.title;
	if (old === title) return draft.met('the app is called so already');
	const escaped = old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const renamed = (text: string) => text.replace(new RegExp(escaped, 'g'), () => title);
	draft.after = { ...draft.after, title, summary: renamed(draft.after.summary) };
	for (const feature of draft.after.features)
		draft.setFeature({
			...feature,
			pages: feature.pages.map((page) => ({ ...page, title: renamed(page.title), description: renamed(page.description) }))
		});
	for (const place of placesIn(draft)) {
		const parameters = inTexts(place.use.parameters, renamed) as Record<string, unknown>;
		const isOther = JSON.stringify(parameters) !== JSON.stringify(place.use.parameters);
		if (isOther && problemsOf(draft, { block: place.use.block, parameters }).length === 0) changeBlock(draft, place, parameters);
	}
	draft.done(`It is called “${title}” instead of “${old}”.`);
	const hero = placesIn(draft).find(({ use }) => use.block === 'hero');
	const shown = hero?.feature.criteria
		.map((id) => draft.criterion(id))
		.find((one) => one?.check?.name === 'shows-title' && one.text.includes(title));
	if (hero && shown?.check) {
		draft.dropCriteria([shown.id]);
		draft.prove(hero.feature.name, shown.text, shown.check);
	}
}

/** Keys whose texts are names in code, not words on a page. */
const CODE = new Set([
	'name',
	'collection',
	'href',
	'kind',
	'slug',
	'icon',
	'field',
	'block',
	'orders',
	'catalogue',
	'titleField'
]);

/** Every text of plain data, replaced; what is code stays. */
export function inTexts(value: unknown, replace: (text: string) => string, key = ''): unknown {
	if (typeof value === 'string') return CODE.has(key) && /^[a-z][\w-]*$|^[/#]/.test(value) ? value : replace(value);
	if (Array.isArray(value)) return value.map((one) => inTexts(one, replace, key));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inTexts(one, replace, name)]));
	return value;
}
