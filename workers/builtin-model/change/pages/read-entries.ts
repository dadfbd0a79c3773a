/** What sections list: one more question, sponsor or person, or one less. */
import { plural, singular, bare } from '../look-up';
import { cleanName, removedIn } from '../phrases';
import { entriesOf } from './entries';
import type { PageContext, PageReader } from './follow-page-wish';
import { headingOf } from './form-fields';
import { changeBlock, placesIn, problemsOf, type Place } from './page-draft';
import { sectionCalled } from './section-names';

const QUESTION =
	/(?:add|include)\s+(?:an?\s+|the\s+|another\s+)?(?:new\s+)?question\s*(?:to\s+(?:the\s+)?(?:faqs?|questions)(?:\s+section)?)?\s*[:,-]?\s*["“„]?([^?]{3,180}\?)["”]?\s*(?:(?:with\s+)?(?:the\s+)?answer(?:\s+is)?\s*:?|[-–:]|A:)?\s*["“„]?([^"”\n]{2,400}?)["”]?(?:\n|$)/is;

/** A question with its answer runs over several sentences: it is taken first. @returns what else the wish says */
export function addQuestion(wish: string, { draft }: PageContext): string {
	const match = QUESTION.exec(wish);
	const [whole, question = '', answer = ''] = match ?? [];
	const place = placesIn(draft).find(({ use }) => use.block === 'faq');
	if (!whole || !place || !answer) return wish;
	draft.ask(whole.trim());
	put(draft, place, question.trim(), { answer: answer.trim() });
	return wish.replace(whole, '\n');
}

function put(draft: PageContext['draft'], place: Place, label: string, more?: Record<string, unknown>): boolean {
	const entries = entriesOf(place.use);
	if (entries?.list.some((known) => entries.labelOf(known).toLowerCase() === label.toLowerCase())) {
		draft.met(`“${headingOf(place)}” has “${label}” already`);
		return true;
	}
	const entry = entries?.made(label, more);
	if (!entries || !entry) return false;
	const parameters = entries.with([...entries.list, entry]);
	if (problemsOf(draft, { block: place.use.block, parameters }).length) return false;
	changeBlock(draft, place, parameters);
	draft.done(`“${headingOf(place)}” shows “${label}” as well.`);
	return true;
}

/** 'Add a sponsor called ACME', 'add Anna Berg to the team', 'add 15:00 Raffle to the programme'. */
export const addEntry: PageReader = (clause, { draft }) => {
	if (addLink(clause, draft)) return true;
	const to = /^(?:add|include|put)\s+(?:an?\s+|the\s+)?(.+?)\s+(?:to|in|into|on)\s+(?:the\s+|our\s+)?(.+)$/i.exec(clause);
	const called =
		/^(?:add|include)\s+(?:an?\s+|another\s+|the\s+)?(?:new\s+)?([\p{L}-]+)\s*(?:called|named|:)\s*["“„'‘]?(.+?)["”’']?$/iu.exec(
			clause
		);
	if (called) {
		const [, noun = '', label = ''] = called;
		const place = placesIn(draft).find(
			(candidate) =>
				entriesOf(candidate.use) &&
				[headingOf(candidate), candidate.use.menu].some((word) =>
					[plural(noun.toLowerCase()), noun.toLowerCase()].includes(word.toLowerCase())
				)
		);
		if (place) return put(draft, place, cleanName(label.split(/\s*[,–:]\s+/)[0] ?? ''), textAfter(label, place));
	}
	const place = to && sectionCalled(to[2] ?? '', draft);
	if (!to || !place || !entriesOf(place.use)) return false;
	const said = cleanName(
		(to[1] ?? '').replace(
			/^(?:(?:an?|the|another|new)\s+)*(?:sponsor|person|member|service|link|point|row|item|question|slide|picture|entry)\s*(?:called|named|:)?\s+(?=\S)/i,
			''
		)
	);
	if (/\b(?:fields?|sections?|page|button)\b/i.test(said)) return false;
	const timed = /^(\d{1,2}:\d\d)\s+(.+)$/.exec(said) ?? /^(.+?)\s+(?:at|um|a las)\s+(\d{1,2}:\d\d)$/i.exec(said);
	if (place.use.block === 'timetable') {
		const time = timed ? (/\d:/.test(timed[1] ?? '') ? timed[1] : timed[2]) : undefined;
		const title = timed ? (time === timed[1] ? timed[2] : timed[1]) : undefined;
		return time && title ? put(draft, place, title, { time: time.padStart(5, '0') }) : false;
	}
	if (place.use.block === 'link-list') return false;
	return put(draft, place, said.split(/\s*[,–:]\s+/)[0] ?? said, textAfter(said, place));
};

/** 'Add a link to https://example.org/shop called Shop'. */
function addLink(clause: string, draft: PageContext['draft']): boolean {
	const [, href = ''] = /(https?:\/\/[^\s"'”’,]+)/.exec(clause) ?? [];
	const place = placesIn(draft).find(({ use }) => use.block === 'link-list');
	if (!href || !place || !/^(?:add|include|put)\b/i.test(clause)) return false;
	const called = /\b(?:called|named|labell?ed|as)\s+["“„'‘]?(.+?)["”’']?$/i.exec(clause.replace(href, ' '))?.[1];
	return put(draft, place, cleanName(called ?? '') || new URL(href).hostname.replace(/^www\./, ''), { href });
}

/** 'ACME, gives the drinks': what follows the name is said below it. */
function textAfter(said: string, { use }: Place): Record<string, unknown> | undefined {
	const text = /^[^,–:]+[,–:]\s+(.+)$/.exec(said)?.[1];
	if (!text) return undefined;
	return use.block === 'team' ? { role: text } : ['items', 'carousel', 'timetable'].includes(use.block) ? { text } : undefined;
}

/** 'Remove “Third sponsor” from the sponsors', 'delete the question about accounts'. */
export const removeEntry: PageReader = (clause, { draft }) => {
	const what = removedIn(clause);
	if (!what) return false;
	const [, first = what, where] = /^(.+?)\s+(?:from|in|of)\s+(?:the\s+|our\s+)?(.+)$/i.exec(what) ?? [];
	const said = bare(
		first.replace(
			/^(?:the\s+)?(?:question|sponsor|person|service|link|slide|row|point|item|entry)\s+(?:about\s+|called\s+|named\s+)?(?=\S)/i,
			''
		)
	);
	const places = where === undefined ? placesIn(draft) : [sectionCalled(where, draft)].filter((section) => section !== undefined);
	for (const place of places) {
		const entries = entriesOf(place.use);
		const found = entries?.list.filter((entry) => bare(entries.labelOf(entry)) === said) ?? [];
		const near =
			found.length || said.length < 4
				? found
				: (entries?.list.filter((entry) =>
						bare(entries.labelOf(entry))
							.split(/\s+/)
							.some((word) => word === singular(said) || word === said)
					) ?? []);
		const [gone] = near;
		if (!entries || !gone || near.length > 1) continue;
		const parameters = entries.with(entries.list.filter((entry) => entry !== gone));
		if (problemsOf(draft, { block: place.use.block, parameters }).length) {
			draft.refuse(clause, `“${headingOf(place)}” would be empty; remove the section instead`);
			return true;
		}
		changeBlock(draft, place, parameters);
		draft.done(`“${headingOf(place)}” does not show “${entries.labelOf(gone)}” any more.`);
		return true;
	}
	return false;
};
