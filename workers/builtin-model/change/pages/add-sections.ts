/** Wishes for more sections and pages. */
import { listWords } from '../../understand/compose/phrases';
import { sentence } from '../../understand/compose/phrases';
import { statementsOf } from '../../understand/compose/statements';
import type { Draft } from '../draft';
import { partsOf } from '../list-parts';
import { cleanName } from '../phrases';
import type { PageContext, PageReader } from './follow-page-wish';
import { addPage, insertBlock, placesIn, problemsOf, type Place, type Use } from './page-draft';
import { headingOf } from './form-fields';
import { composed, contextFor, sectionIn, type SectionKind } from './sections';

import { ON, pageCalled, sectionCalled } from './section-names';

const ADD =
	/^(?:add|create|include|insert|introduce|put|show|display|make|i want|we want|i need|we need|we also need|there should be|i'd like|we'd like|give (?:it|the (?:site|page|app)))\s+(?:also\s+)?/i;

/** 'Add an FAQ section to the home page', 'add a page with opening hours'. */
export const addSection: PageReader = (clause, context) => {
	if (!ADD.test(clause)) return false;
	const { draft } = context;
	const rest = clause.replace(ADD, '');
	const on = ON.exec(rest);
	const target = on ? pageCalled(on[1] ?? '', draft) : undefined;
	const what = on ? rest.slice(0, on.index) : rest;
	const page =
		/^(?:an?\s+|the\s+|another\s+)?(?:new\s+|separate\s+|extra\s+)?(?:sub-?)?page\b\s*(.*)$/i.exec(what) ??
		/^(?:an?\s+|the\s+)?(?:new\s+)?(.+?)\s+page$/i.exec(what);
	if (page) return addNamedPage(page[1] ?? '', clause, context);
	const text = textSection(what);
	if (text) return addText(text, target, context);
	const items = /[:：]|\b(?:with|mit|con)\b/i.test(what) ? [what] : partsOf(what);
	const kinds = items.map((item) => sectionIn(item));
	if (kinds.some((kind) => kind === undefined)) return false;
	for (const [at, section] of kinds.entries())
		if (section) addOne(section, items.length > 1 ? `Add ${items[at] ?? ''}` : clause, target, context);
	return true;
};

function addOne(
	section: SectionKind,
	clause: string,
	target: Place['feature'] | undefined,
	{ draft, requirement }: PageContext
): void {
	const known = section.block === 'form' ? undefined : sectionCalled(section.words.exec(clause)?.[0] ?? section.canonical, draft);
	if (known && known.use.block === section.block && !/\b(?:another|second|more)\b/i.test(clause)) {
		// What it should say as well is not in it yet.
		if (/["“”:]/.test(clause))
			return draft.refuse(clause, `“${headingOf(known)}” is there; what of it should change was not understood`);
		return draft.met(`there is “${headingOf(known)}” already`);
	}
	const use = made(section, clause, { draft, requirement });
	if (!use) return;
	const same =
		use.block === 'form'
			? placesIn(draft).find(
					(place) => place.use.block === 'form' && place.use.parameters['collection'] === use.parameters['collection']
				)
			: undefined;
	if (same) return draft.met(`there is “${headingOf(same)}” already`);
	const home = target ?? draft.after.features.find(({ pages }) => pages[0]?.audience === 'everybody');
	if (!home) return;
	insertBlock(draft, home.name, placeFor(home), use);
	draft.done(`“${home.pages[0]?.title ?? home.name}” has a section “${String(use.parameters['heading'] ?? section.canonical)}”.`);
	withInbox(draft, use);
}

/** Before a form at the end, so that what is read comes before what is filled in. */
function placeFor({ pages }: Place['feature']): number {
	const uses = pages[0]?.blocks ?? [];
	return uses.at(-1)?.block === 'form' ? uses.length - 1 : uses.length;
}

/** A block for a section, or why there is none. */
function made(section: SectionKind, clause: string, { draft, requirement }: PageContext): Use | undefined {
	if (section.block === 'form' && draft.after.frame === 'client') {
		draft.refuse(clause, 'what is sent needs a server, which this app does not have; a new project with a form has one');
		return undefined;
	}
	const found = composed(draft, section, clause, requirement);
	const problems = found ? problemsOf(draft, found.use) : ['say more of what it should show'];
	if (!found || problems.length) {
		draft.refuse(clause, problems.join('; '));
		return undefined;
	}
	for (const assumption of found.assumptions) draft.assume(assumption);
	return found.use;
}

/** Whoever runs the site reads what a new form takes. */
function withInbox(draft: Draft, use: Use): void {
	if (use.block !== 'form') return;
	const { heading, collection, fields } = use.parameters;
	const inbox: Use = {
		block: 'inbox',
		parameters: { heading, collection, fields, none: contextFor(draft, '').words.empty },
		menu: ''
	};
	const page = draft.after.features.find(
		({ pages }) => pages[0]?.audience === 'owner' && pages[0].blocks.some(({ block }) => block === 'inbox')
	);
	if (page) insertBlock(draft, page.name, page.pages[0]?.blocks.length ?? 0, inbox);
	else addPage(draft, contextFor(draft, '').words.inbox, [inbox], { route: '/inbox', audience: 'owner' });
	draft.done(`What is sent stands on ${page?.pages[0]?.route ?? '/inbox'}, for the owner.`);
}

function addNamedPage(words: string, clause: string, context: PageContext): boolean {
	const { draft } = context;
	const said = words
		.replace(/^(?:called|named|for|about|on|with|that shows|showing)\s+/i, (lead) => (/about/i.test(lead) ? 'about ' : ''))
		.trim();
	const called = /^["'“‘]?(.+?)["'”’]?(?:\s+(?:with|that shows?|showing|where|which)\s+(.+))?$/i.exec(said);
	const title = cleanName((called?.[1] ?? said).replace(/[:：].*$/, '').replace(/^(?:an?|the|our)\s+/i, ''));
	if (!title) return false;
	if (pageCalled(title, draft)) {
		draft.met(`there is a page “${title}” already`);
		return true;
	}
	const text = textOf(said);
	const wanted = called?.[2] ?? said;
	const kinds = partsOf(wanted.replace(/[:：].*$/s, '')).flatMap((item) => sectionIn(item) ?? []);
	// Words that no section takes stand as they are.
	const isText = text !== undefined && kinds.every((section) => !composed(draft, section, clause, context.requirement));
	const uses = isText ? [] : kinds.flatMap((section) => made(section, clause, context) ?? []);
	if (uses.length === 0 && kinds.length && !isText) return true;
	if (uses.length === 0) {
		const paragraphs = text
			? [sentence(text)]
			: /^about\b|^(?:über uns|sobre)/i.test(title)
				? statementsOf(contextFor(draft, context.requirement))
				: [];
		if (paragraphs.length === 0) {
			draft.refuse(clause, `say what shall stand on it, as in “Add a page ${title}: ...”`);
			return true;
		}
		uses.push({ block: 'prose', parameters: { heading: capital(title), paragraphs }, menu: '' });
	}
	addPage(draft, capital(title), uses);
	draft.done(
		`There is a page “${capital(title)}” with ${listWords(
			uses.map((use) => `“${String(use.parameters['heading'] ?? use.block)}”`),
			'en'
		)}.`
	);
	for (const use of uses) withInbox(draft, use);
	return true;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** The words that shall stand there: behind a colon, or after 'saying'. */
const textOf = (words: string): string | undefined =>
	/(?:[:：]|\b(?:saying|that says|with the text|reading)\b)\s*["“„]?(.{8,})["”]?$/is.exec(words)?.[1]?.replace(/["”]$/, '');

function textSection(what: string): { heading: string; text: string } | undefined {
	const text = textOf(what);
	if (!text || /^\s*\d/.test(text)) return undefined;
	const head = what.replace(/(?:[:：]|\b(?:saying|that says|with the text|reading)\b).*$/is, '').trim();
	if (!/\b(?:section|text|paragraph|note|block|chapter|notice)\b/i.test(head)) return undefined;
	const heading = cleanName(
		head
			.replace(
				/^(?:an?\s+|the\s+)?(?:new\s+|short\s+)?(?:text\s+|info\s+)?(?:section|text|paragraph|note|block|chapter|notice)\s*(?:about|on|called|named|titled|for)?\s*/i,
				''
			)
			.replace(/\s+(?:section|text|paragraph|block)$/i, '')
			.replace(/^(?:an?|the)\s+/i, '')
	);
	return { heading: capital(heading) || 'More', text };
}

function addText(
	{ heading, text }: { heading: string; text: string },
	target: Place['feature'] | undefined,
	{ draft }: PageContext
): boolean {
	const use: Use = { block: 'prose', parameters: { heading, paragraphs: [sentence(text)] }, menu: heading.slice(0, 40) };
	const home = target ?? draft.after.features[0];
	if (!home || problemsOf(draft, use).length) return false;
	insertBlock(draft, home.name, placeFor(home), use);
	draft.done(`“${home.pages[0]?.title ?? home.name}” has a section “${heading}” with these words.`);
	return true;
}
