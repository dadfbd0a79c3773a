/** Pages made of blocks while a wish changes them: blocks put in, taken out and changed, and what must be proved of each. */
import { blocks } from '../../../../src/lib/blocks/registry';
import { pageSchema, type Feature, type Page } from '../../../../src/lib/domain/blueprint';
import { slugOf } from '../../understand/compose/phrases';
import type { Draft } from '../draft';

export type Use = Page['blocks'][number];

export interface Place {
	feature: Feature;
	page: Page;
	at: number;
	use: Use;
}

/** Every block with its place. */
export const placesIn = (draft: Draft): Place[] =>
	draft.after.features.flatMap((feature) =>
		feature.pages.flatMap((page) => page.blocks.map((use, at) => ({ feature, page, at, use })))
	);

/** Whether a block takes these parameters here; what is wrong with them otherwise. */
export function problemsOf(draft: Draft, { block, parameters }: Pick<Use, 'block' | 'parameters'>): string[] {
	const entry = blocks.get(block);
	if (!entry) return ['there is no such block'];
	if (!(entry.frames as readonly string[]).includes(draft.after.frame)) return ['this kind of app has no such part'];
	return entry.parameters.safeParse(parameters).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

/** A place of a page before and after: `from` is where a block stood, undefined for one that is new. */
interface Kept {
	use: Use;
	from: number | undefined;
}

export function insertBlock(draft: Draft, feature: string, at: number, use: Use): void {
	const page = pageOf(draft, feature);
	if (!page) return;
	const kept = page.blocks.map((block, index): Kept => ({ use: block, from: index }));
	setBlocks(draft, feature, [...kept.slice(0, at), { use, from: undefined }, ...kept.slice(at)]);
}

export function changeBlock(
	draft: Draft,
	{ feature, at }: Pick<Place, 'feature' | 'at'>,
	parameters: Use['parameters'],
	menu?: string
): void {
	const page = pageOf(draft, feature.name);
	if (!page) return;
	setBlocks(
		draft,
		feature.name,
		page.blocks.map((use, index): Kept => ({
			use: index === at ? { ...use, parameters, menu: menu ?? use.menu } : use,
			from: index
		}))
	);
}

/** Takes a block out; a page without any is gone with it. */
export function removeBlock(draft: Draft, { feature, page, at }: Pick<Place, 'feature' | 'page' | 'at'>): void {
	if (page.blocks.length === 1) return removePage(draft, feature.name);
	const now = pageOf(draft, feature.name);
	if (!now) return;
	setBlocks(
		draft,
		feature.name,
		now.blocks.flatMap((use, index): Kept[] => (index === at ? [] : [{ use, from: index }]))
	);
	followLinks(draft);
}

const pageOf = (draft: Draft, feature: string) => draft.after.features.find(({ name }) => name === feature)?.pages[0];

/** The criteria of a page follow its blocks: their places, their words, and which there are. */
function setBlocks(draft: Draft, name: string, kept: readonly Kept[]): void {
	const feature = draft.after.features.find((candidate) => candidate.name === name);
	const page = feature?.pages[0];
	if (!feature || !page) return;
	draft.setFeature({ ...feature, pages: [{ ...page, blocks: kept.map(({ use }) => use) }, ...feature.pages.slice(1)] });
	const gone: string[] = [];
	const due = kept.map(({ use }) => criteriaOf(use));
	for (const id of feature.criteria) {
		const check = draft.criterion(id)?.check;
		if (!check?.block) continue;
		const was = check.at ?? page.blocks.findIndex(({ block }) => block === check.block);
		const at = kept.findIndex(({ from }) => from === was);
		const now = due[at]?.find((candidate) => candidate.check === check.name);
		if (at < 0 || !now) gone.push(id);
		// What it says of the block has changed: it is this wish that it comes from now.
		else if (now.text !== draft.criterion(id)?.text) gone.push(id);
		else draft.setCriterion(id, now.text, { ...check, at });
	}
	draft.dropCriteria(gone);
	for (const [at, criteria] of due.entries()) {
		const use = kept[at]?.use;
		for (const { check, text } of criteria) {
			const isThere = draft.after.features
				.find((candidate) => candidate.name === name)
				?.criteria.some((id) => {
					const known = draft.criterion(id)?.check;
					return known?.block === use?.block && known?.at === at && known?.name === check;
				});
			if (!isThere && use) draft.prove(name, text, { block: use.block, at, name: check });
		}
	}
}

function criteriaOf({ block, parameters }: Use): { check: string; text: string }[] {
	const entry = blocks.get(block);
	return entry && entry.parameters.safeParse(parameters).success ? entry.criteria(parameters) : [];
}

export function addPage(
	draft: Draft,
	title: string,
	uses: readonly Use[],
	more: { route?: string; audience?: Page['audience'] } = {}
): void {
	const base = latin(slugOf(title));
	const taken = new Set(draft.after.features.map((feature) => feature.name));
	let name = base;
	for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
	const page = pageSchema.parse({
		...{ route: more.route ?? `/${name}`, title: title.slice(0, 90), kind: 'content', name, description: title.slice(0, 300) },
		...{ audience: more.audience ?? 'everybody', blocks: [] }
	});
	draft.after = {
		...draft.after,
		features: [...draft.after.features, { name, kind: 'page', pages: [page], needs: [], charts: [], criteria: [] }]
	};
	setBlocks(
		draft,
		name,
		uses.map((use) => ({ use, from: undefined }))
	);
	followMenu(draft);
}

const latin = (slug: string) =>
	slug
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 50) || 'page';

export function removePage(draft: Draft, name: string): void {
	const feature = draft.after.features.find((candidate) => candidate.name === name);
	if (!feature) return;
	draft.dropCriteria(feature.criteria);
	draft.after = { ...draft.after, features: draft.after.features.filter((other) => other.name !== name) };
	followLinks(draft);
	followMenu(draft);
}

export function setPage(draft: Draft, name: string, change: Partial<Page>): void {
	const feature = draft.after.features.find((candidate) => candidate.name === name);
	const page = feature?.pages[0];
	if (feature && page) draft.setFeature({ ...feature, pages: [{ ...page, ...change }, ...feature.pages.slice(1)] });
}

/** A menu is there, and proved, where there is more than one page to choose. */
function followMenu(draft: Draft): void {
	const open = draft.after.features.filter(({ pages }) => pages.some(({ audience }) => audience === 'everybody'));
	const menus = draft.after.features.flatMap(({ criteria }) =>
		criteria.filter((id) => draft.criterion(id)?.check?.name === 'menu-opens-pages')
	);
	const first = draft.after.features[0]?.name ?? '';
	if (open.length < 2) draft.dropCriteria(menus);
	else if (menus.length === 0)
		draft.prove(first, 'When somebody chooses a page in the menu, the app shall open it.', { name: 'menu-opens-pages' });
	if (open.length > 1 && draft.after.design.layout === 'plain')
		draft.after = { ...draft.after, design: { ...draft.after.design, layout: 'site' } };
}

/** Links to places and pages that are gone go as well. */
function followLinks(draft: Draft): void {
	const routes = new Set(draft.after.features.flatMap(({ pages }) => pages.map(({ route }) => route)));
	const anchors = new Set(
		draft.after.features.flatMap(({ pages }) => pages.flatMap(({ blocks: uses }) => uses.map(({ menu }) => slugOf(menu))))
	);
	const leads = (href: string) => {
		if (!/^[/#]/.test(href)) return true;
		const [path = '', anchor] = href.split('#');
		return (path === '' || routes.has(path)) && (anchor === undefined || anchors.has(anchor));
	};
	for (const place of placesIn(draft)) {
		const { actions } = place.use.parameters as { actions?: { href: string }[] };
		const left = actions?.filter(({ href }) => leads(href));
		if (!actions || left?.length === actions.length) continue;
		const { actions: _, ...rest } = place.use.parameters;
		changeBlock(draft, place, left?.length ? { ...rest, actions: left } : rest);
	}
}
