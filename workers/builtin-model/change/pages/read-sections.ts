/** Wishes that sections and pages go, or are called something else. */
import type { Draft } from '../draft';
import { partsOf } from '../list-parts';
import { bare } from '../look-up';
import { cleanName, removedIn, renameIn } from '../phrases';
import type { PageReader } from './follow-page-wish';
import { changeBlock, placesIn, problemsOf, removeBlock, removePage, setPage, type Place } from './page-draft';
import { headingOf } from './form-fields';
import { sectionIn } from './sections';

import { ON, pageCalled, sectionCalled } from './section-names';

/** 'Remove the newsletter', 'delete the page About'. */
export const removeSection: PageReader = (clause, { draft }) => {
	const what = removedIn(clause)?.replace(ON, '');
	if (!what) return false;
	const isPage = /\bpage\b/i.test(what);
	const page = isPage ? pageCalled(what, draft) : undefined;
	if (page) {
		if (page.pages[0]?.route === '/') draft.refuse(clause, 'an app needs its first page');
		else {
			removePage(draft, page.name);
			draft.done(`There is no page “${page.pages[0]?.title ?? page.name}” any more.`);
		}
		return true;
	}
	const items = partsOf(what);
	const places = items.map((item) => sectionCalled(item, draft));
	if (places.some((place) => place === undefined)) return saysMissing(items, places, draft);
	for (const item of items) {
		const place = sectionCalled(item, draft);
		if (place) removeOne(draft, place, clause);
	}
	return true;
};

/** What is a kind of section, but is not there. */
function saysMissing(items: readonly string[], places: readonly (Place | undefined)[], draft: Draft): boolean {
	const missing = items.filter((_, at) => places[at] === undefined);
	if (!missing.every((item) => sectionIn(item))) return false;
	for (const item of missing) draft.met(`there is no ${bare(item)}`);
	return true;
}

function removeOne(draft: Draft, place: Place, clause: string): void {
	const others = placesIn(draft).filter(({ use }) => !['hero', 'inbox'].includes(use.block));
	if (others.length === 1 && others[0]?.use === place.use) return draft.refuse(clause, 'nothing would be left of the app');
	if (place.page.route === '/' && place.page.blocks.length === 1) return draft.refuse(clause, 'the first page would be empty');
	removeBlock(draft, place);
	draft.done(`“${headingOf(place)}” is gone.`);
	const { collection } = place.use.parameters;
	const inbox =
		place.use.block === 'form'
			? placesIn(draft).find(({ use }) => use.block === 'inbox' && use.parameters['collection'] === collection)
			: undefined;
	if (inbox) removeBlock(draft, inbox);
}

/** 'Rename the page About to Who we are', 'call the section Questions FAQ'. */
export const renameSection: PageReader = (clause, { draft }) => {
	const pair = renameIn(clause);
	if (!pair) return false;
	const of =
		/^(?:the\s+)?(?:title|heading|headline|name)\s+(?:of\s+)?(.+)$/i.exec(pair.from)?.[1] ??
		pair.from.replace(/\s+(?:title|heading|headline)$/i, '');
	const to = cleanName(pair.to);
	// A number is a value, not what something is called.
	if (/^[\d.,\s€$£%]+$/.test(to)) return false;
	const page = /\bpage\b/i.test(of) || !sectionCalled(of, draft) ? pageCalled(of, draft) : undefined;
	if (page) {
		setPage(draft, page.name, { title: to });
		draft.done(`The page “${page.pages[0]?.title ?? page.name}” is called “${to}”; its address stays.`);
		return true;
	}
	const place = sectionCalled(of, draft);
	if (!place) return false;
	const key = 'heading' in place.use.parameters ? 'heading' : 'title';
	const parameters = { ...place.use.parameters, [key]: to };
	const problems = problemsOf(draft, { block: place.use.block, parameters });
	if (problems.length) draft.refuse(clause, problems.join('; '));
	else {
		changeBlock(draft, place, parameters, place.use.menu && place.use.block !== 'hero' ? to.slice(0, 40) : place.use.menu);
		draft.done(`“${headingOf(place)}” is headed “${to}”.`);
	}
	return true;
};
