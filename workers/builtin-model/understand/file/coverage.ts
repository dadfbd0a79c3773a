/** What of a sentence an app answers for: by the words that it shows, by what its criteria say, and by what it leaves out as asked. */
import type { Language } from '../reading/language';
import { CONCEPTS, NEVER_BUILT, NEGATION } from './concepts';
import { listsOf } from '../reading/lists';
import { NUMBER } from '../reading/numbers';
import { SMALL_WORDS } from './small-words';

/** What the app is known to have, as far as coverage asks. */
export interface Offer {
	/** Names of the blocks. */
	blocks: ReadonlySet<string>;
	/** `block.check` of every criterion. */
	checks: ReadonlySet<string>;
	/** All texts that are shown, and those of the criteria. */
	texts: readonly string[];
	language: Language;
	/** What people call the kind of app that it is. */
	kindWords: readonly RegExp[];
}

export interface Clause {
	text: string;
	/** How many words of weight it has. */
	weight: number;
	/** Those that nothing in the app answers for. */
	left: string[];
	isUnbuilt: boolean;
}

/** More than this share of a clause's words unanswered makes it one that is not built. */
const MOST_LEFT = 0.5;

export function coverageOf(sentence: string, offer: Offer): Clause[] {
	const known = new Set(knownStems(offer));
	// 'three models: Walk, Run, Stand': who shows the items answers for what they are called together.
	for (const { head, items } of listsOf(sentence))
		if (areShown(items, known)) for (const word of wordsOf(head)) known.add(stem(word));
	return clausesOf(sentence).map((text) => clauseOf(text, known, offer));
}

/** Most of the items of a list. */
function areShown(items: readonly string[], known: ReadonlySet<string>): boolean {
	const shown = items.filter((item) => wordsOf(item).every((word) => !isWeighty(word) || known.has(stem(word))));
	return shown.length >= Math.max(2, items.length * 0.6);
}
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}']*/gu) ?? [];

function clauseOf(text: string, known: ReadonlySet<string>, offer: Offer): Clause {
	const isNever = NEVER_BUILT.some(
		({ words, unless }) => words.test(text) && !NEGATION.test(text) && !unless?.some((block) => offer.blocks.has(block))
	);
	if (offer.language === 'zh') return chinese(text, offer, isNever);
	const isKept = NEGATION.test(text) && !contradicted(text, offer);
	let rest = text.toLowerCase().replace(/[’]/g, "'").replace(new RegExp(NUMBER, 'gi'), ' ');
	for (const words of offer.kindWords) rest = rest.replace(new RegExp(words.source, 'giu'), ' ');
	for (const { words, has } of CONCEPTS) if (has(offer)) rest = rest.replace(new RegExp(words.source, 'giu'), ' ');
	const weighty = (text.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? []).filter(isWeighty);
	const tokens = (rest.match(/\p{L}[\p{L}'-]*/gu) ?? []).filter(isWeighty);
	const left = isKept
		? []
		: tokens.filter((token) => !token.split('-').every((part) => part.length < 2 || known.has(stem(part)) || !isWeighty(part)));
	return {
		text,
		weight: weighty.length,
		left,
		isUnbuilt: isNever || (left.length > 0 && left.length / Math.max(1, weighty.length) >= MOST_LEFT)
	};
}

/** Of a language without spaces: what is left when everything shown has been taken out. */
function chinese(text: string, offer: Offer, isNever: boolean): Clause {
	let rest = text;
	for (const { words, has } of CONCEPTS) if (has(offer)) rest = rest.replace(new RegExp(words.source, 'gu'), '');
	const shown = offer.texts.join('\n');
	const left: string[] = [];
	const isKept = NEGATION.test(text);
	for (const run of rest.match(/\p{Script=Han}{2,}/gu) ?? []) {
		let open = '';
		for (let at = 0; at < run.length;) {
			const length = [6, 5, 4, 3, 2].find((size) => at + size <= run.length && shown.includes(run.slice(at, at + size))) ?? 0;
			if (length === 0) open += run[at] ?? '';
			at += Math.max(1, length);
		}
		const bare = open.replace(
			/[的了和与或在是有用能可以要请我们你他她它这那个一每也都就并把被到从对为以及后前里中上下做让给很更最一些自己什么怎么不用]/gu,
			''
		);
		if (bare.length > 1) left.push(bare);
	}
	const weight = Math.max(1, (text.match(/\p{Script=Han}/gu) ?? []).length / 2);
	const size = left.join('').length / 2;
	return { text, weight, left: isKept ? [] : left, isUnbuilt: isNever || (!isKept && size / weight >= MOST_LEFT) };
}

/** How many words of weight a text has; Chinese counts by two characters. */
export const weightOf = (text: string): number =>
	/\p{Script=Han}/u.test(text)
		? (text.match(/\p{Script=Han}/gu) ?? []).length / 2
		: (text.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? []).filter(isWeighty).length;

const isWeighty = (token: string) =>
	token.length > 1 && !SMALL_WORDS.has(token) && !SMALL_WORDS.has(token.replace(/(?:'s|s)$/, ''));

/** 'No prices' is kept by an app without any; it is not by a shop. */
function contradicted(text: string, { blocks }: Offer): boolean {
	const has = (...names: string[]) => names.some((name) => blocks.has(name));
	if (/\bprices?\b/i.test(text)) return has('catalogue', 'pricing');
	if (/\bcart\b|\bshop\b|\bpayment\b/i.test(text)) return has('cart') && /\bcart\b|\bshop\b/i.test(text);
	return false;
}

/** Stems of all words that the app shows or that its criteria prove. */
function knownStems({ texts }: Offer): ReadonlySet<string> {
	return new Set(texts.flatMap((text) => wordsOf(text).map(stem)));
}

/** Rough, the same for both sides: 'filtering', 'filtered' and 'filters' are one. */
export function stem(word: string): string {
	const plain = word.toLowerCase().replace(/'s?$/, '').normalize('NFD').replace(/\p{M}/gu, '');
	const bare = plain.replace(/(?:ization|isation|ations?|ings?|edly|ed|ies|es|er|ers|s|ly|y|e|en|n)$/, '');
	return (bare.length > 2 ? bare : plain).slice(0, 7);
}

/** Parts of a sentence that can each be built or not. */
export function clausesOf(sentence: string): string[] {
	return sentence
		.split(/[;;。]|,\s+|,|:\s+|\s+(?:and|but|then|und|aber|y)\s+(?=\p{L}+\s+\p{L}+)|[()（）]|\s+[–—]\s+/u)
		.map((part) => part.trim().replace(/[.!?]+$/, ''))
		.filter((part) => part.length > 1);
}
