/** Words on pages: the opening's, those that somebody quotes, sizes of a game. */
import { cleanName, renameIn } from '../phrases';
import type { PageReader } from './follow-page-wish';
import { inTexts } from './page-looks';
import { changeBlock, placesIn, problemsOf } from './page-draft';
import { headingOf } from './form-fields';
import { sectionCalled } from './section-names';

const SET =
	/^(?:change|set|update|make|replace)\s+(?:the\s+)?(.+?)\s+(?:to|into|with|by|:|say|read)\s*:?\s*["“„'‘]?(.+?)["”’']?$/is;
const SHOULD = /^(?:the\s+)?(.+?)\s+(?:should|shall|must)\s+(?:be|say|read)\s*:?\s*["“„'‘]?(.+?)["”’']?$/is;
/** What of an opening is meant. */
const KEYS: [RegExp, string][] = [
	[/\b(?:text|subtitle|sub-?heading|description|intro(?:duction)?|sentence|words)\b/i, 'text'],
	[/\b(?:kicker|overline)\b/i, 'kicker'],
	[/\b(?:title|heading|headline|name)\b/i, 'title']
];
const HERO = /\b(?:hero|opening|banner|headline|welcome|start ?page|home ?page|first page|top)\b/i;

/** 'Change the hero title to ...', 'change “Our goal” to “Our target”', 'the text of the hero should be ...'. */
export const changeText: PageReader = (clause, context) => {
	const { draft } = context;
	const match = SET.exec(clause) ?? SHOULD.exec(clause);
	const what = match?.[1] ?? '';
	const to = cleanName(match?.[2] ?? '');
	if (to && /\btag ?line\b|\bslogan\b/i.test(what)) {
		draft.after = { ...draft.after, design: { ...draft.after.design, tagline: to.slice(0, 120) } };
		draft.done(`The tagline is “${to.slice(0, 120)}”.`);
		return true;
	}
	const key = KEYS.find(([words]) => words.test(what))?.[1];
	if (to && HERO.test(what) && key) return setHero(key, to, clause, context);
	const of = to ? /^(?:heading|title|headline|text)\s+(?:of|in|for|on)\s+(.+)$/i.exec(what)?.[1] : undefined;
	const place = of ? sectionCalled(of, draft) : undefined;
	if (place && key) {
		const name =
			key === 'text'
				? 'paragraphs' in place.use.parameters
					? 'paragraphs'
					: 'intro'
				: 'heading' in place.use.parameters
					? 'heading'
					: 'title';
		const parameters = { ...place.use.parameters, [name]: name === 'paragraphs' ? [to] : to };
		const problems = problemsOf(draft, { block: place.use.block, parameters });
		if (problems.length) return false;
		changeBlock(draft, place, parameters);
		draft.done(`“${headingOf(place)}” says “${to}”.`);
		return true;
	}
	return reached(what, to, context) || quoted(clause, context) || resized(clause, context);
};

function setHero(key: string, to: string, clause: string, { draft }: Parameters<PageReader>[1]): boolean {
	const place = placesIn(draft).find(({ use }) => use.block === 'hero') ?? placesIn(draft)[0];
	if (!place || !(key in place.use.parameters || place.use.block === 'hero')) return false;
	const parameters = { ...place.use.parameters, [key]: to };
	const problems = problemsOf(draft, { block: place.use.block, parameters });
	if (problems.length) draft.refuse(clause, problems.join('; '));
	else {
		changeBlock(draft, place, parameters);
		draft.done(`The opening says “${to}”.`);
	}
	return true;
}

/** 'Change the donation goal to 8000', 'reached should be 4200'. */
function reached(what: string, to: string, { draft }: Parameters<PageReader>[1]): boolean {
	const place = placesIn(draft).find(({ use }) => use.block === 'progress');
	const key = /\bgoal\b/i.test(what) ? 'goal' : /\breached\b|\bso far\b|\braised\b/i.test(what) ? 'reached' : undefined;
	const amount = /^[€$£]?\s?([\d.,]+)\s?[€$£]?$/.exec(to)?.[1]?.replace(/[.,](?=\d{3})/g, '');
	if (!place || !key || !amount) return false;
	const parameters = { ...place.use.parameters, [key]: Number(amount) };
	if (problemsOf(draft, { block: 'progress', parameters }).length) return false;
	changeBlock(draft, place, parameters);
	draft.done(`“${headingOf(place)}” has ${key === 'goal' ? 'the goal' : 'reached'} ${amount}.`);
	return true;
}

/** Words that stand somewhere, replaced as they are quoted. */
function quoted(clause: string, { draft }: Parameters<PageReader>[1]): boolean {
	const pair = renameIn(clause);
	const from = cleanName(
		pair?.from.replace(/^(?:the\s+)?(?:text|word|words|sentence|label|button|link|title|heading|question|answer)\s+/i, '') ?? ''
	);
	const to = cleanName(pair?.to ?? '');
	if (!pair || from.length < 3 || !to) return false;
	const isSame = (text: string) =>
		text
			.trim()
			.toLowerCase()
			.replace(/[.!?]+$/, '') === from.toLowerCase().replace(/[.!?]+$/, '');
	const places = placesIn(draft).filter(({ use }) =>
		JSON.stringify(inTexts(use.parameters, (text) => (isSame(text) ? '\u0000' : text))).includes('\\u0000')
	);
	let count = 0;
	for (const place of places) {
		const parameters = inTexts(place.use.parameters, (text) => (isSame(text) ? to : text)) as Record<string, unknown>;
		if (problemsOf(draft, { block: place.use.block, parameters }).length) continue;
		changeBlock(draft, place, parameters, isSame(place.use.menu) ? to.slice(0, 40) : place.use.menu);
		count++;
	}
	if (count) draft.done(`“${from}” reads “${to}” now.`);
	return count > 0;
}

/** 'Add an 8x8 size', of a memory game. */
function resized(clause: string, { draft }: Parameters<PageReader>[1]): boolean {
	const [, rows, columns] = /\b(\d{1,2})\s*(?:x|×|by)\s*(\d{1,2})\b/i.exec(clause) ?? [];
	const place = placesIn(draft).find(({ use }) => use.block === 'memory');
	if (!rows || !columns || !place) return false;
	const { sizes, pictures } = place.use.parameters as { sizes: { label: string; pairs: number }[]; pictures: unknown[] };
	const pairs = (Number(rows) * Number(columns)) / 2;
	if (!Number.isInteger(pairs) || pairs > pictures.length) {
		draft.refuse(
			clause,
			Number.isInteger(pairs)
				? `there are ${pictures.length} pictures, and it takes ${pairs}`
				: 'the number of cards must be even'
		);
		return true;
	}
	const parameters = { ...place.use.parameters, sizes: [...sizes, { label: `${rows} × ${columns}`, pairs }] };
	if (problemsOf(draft, { block: 'memory', parameters }).length) return false;
	changeBlock(draft, place, parameters);
	draft.done(`There is a size ${rows} × ${columns}.`);
	return true;
}
