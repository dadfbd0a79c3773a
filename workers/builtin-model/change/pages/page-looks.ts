/** Name, colours and mode of an app made of pages. */
import type { Design } from '../../../../src/lib/domain/blueprint';
import type { Draft } from '../draft';
import type { Intent } from '../intents';
import { changeBlock, placesIn, problemsOf } from './page-draft';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

export function setPageLooks(draft: Draft, { ground, part, mode }: Of<'set-looks'>): void {
	const { design } = draft.after;
	// A background that was asked for has its own light: the later wish counts.
	const isOther = !ground && mode !== '' && mode !== 'system' && design.ground !== '';
	const next: Design = {
		...design,
		ground: ground || (isOther ? '' : design.ground),
		part: part || design.part,
		darkMode: mode || design.darkMode
	};
	if (JSON.stringify(next) === JSON.stringify(design)) return draft.met('it looks so already');
	draft.after = { ...draft.after, design: { ...next, palette: next.ground || next.part ? 'custom' : next.palette } };
	if (ground || part)
		draft.done(
			`${[ground && `The background is ${ground}`, part && `${ground ? 'the' : 'The'} components are ${part}`].filter(Boolean).join(', ')}.`
		);
	if (mode)
		draft.done(
			mode === 'system'
				? 'Pages are light or dark as each device wants.'
				: `Pages are ${mode}${isOther ? `; the background ${design.ground} gives way to that` : ''}.`
		);
	proveLooks(draft, next, mode);
}

/** The criteria of an earlier wish give way to those of this one. */
function proveLooks(draft: Draft, { ground, part }: Design, mode: string): void {
	const first = draft.after.features[0]?.name ?? '';
	const names = ['shows-colours', ...(mode ? ['is-dark', 'is-light'] : [])];
	draft.dropCriteria(
		draft.after.features.flatMap(({ criteria }) =>
			criteria.filter((id) => names.includes(draft.criterion(id)?.check?.name ?? ''))
		)
	);
	const shown = [ground && `the background in ${ground}`, part && `its components in ${part}`].filter(Boolean);
	if (shown.length) draft.prove(first, `The app shall show ${shown.join(' and ')}.`, { name: 'shows-colours' });
	if (mode === 'dark' || mode === 'light')
		draft.prove(first, `The app shall show its pages in ${mode} mode.`, { name: `is-${mode}` });
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
	if (Array.isArray(value)) return value.map((item) => inTexts(item, replace, key));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inTexts(item, replace, name)]));
	return value;
}
