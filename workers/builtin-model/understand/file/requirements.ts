/** The person's sentences as requirements, each with the criteria that come from it and what of it stands nowhere. */
import type { Requirement } from '../../../../src/lib/domain/blueprint';
import type { ReadSentence } from '../reading/reading';
import { coverageOf, stem, type Clause, type Offer } from './coverage';

/** A criterion before it has a number, with the place that proves it. */
export interface Wanted {
	text: string;
	check: { block?: string; at?: number; name: string };
	/** Index of its page. */
	page: number;
	/** Sentences that asked for its part. */
	from: readonly string[];
}

export interface Filed {
	requirements: Requirement[];
	/** Ids of the criteria of each page. */
	ofPage: string[][];
	notUnderstood: string[];
	/** Sentences that were kept by leaving something out, or that only told of the person. */
	background: string[];
	/** Share of the words of weight that the app answers for, from 0 to 1. */
	share: number;
}

interface Entry {
	sentence: ReadSentence;
	clauses: Clause[];
	wanted: Wanted[];
}

export function fileRequirements(sentences: readonly ReadSentence[], wanted: readonly Wanted[], offer: Offer): Filed {
	const entries = sentences.map((sentence): Entry => ({
		sentence,
		clauses: sentence.text === undefined ? [] : coverageOf(sentence.text, offer),
		wanted: []
	}));
	const implied: Wanted[] = [];
	for (const wish of wanted) (homeOf(wish, entries)?.wanted ?? implied).push(wish);
	const requirements: Requirement[] = [];
	const ofPage: string[][] = [];
	const notUnderstood: string[] = [];
	const background: string[] = [];
	const add = (text: string, quote: string, criteria: Wanted[], unbuilt: string[] | undefined) => {
		const id = `R${requirements.length + 1}`;
		requirements.push({
			...{ id, text, quote, unbuilt: unbuilt ?? [], status: unbuilt ? ('planned' as const) : ('not-understood' as const) },
			criteria: criteria.map(({ text: criterion, check, page }, at) => {
				const criterionId = `${id}.${at + 1}`;
				(ofPage[page] ??= []).push(criterionId);
				return { id: criterionId, text: criterion, check };
			})
		});
	};
	for (const { sentence, clauses, wanted: own } of entries) {
		const unbuilt = clauses.filter((clause) => clause.isUnbuilt);
		const isMostlyKnown = weigh(unbuilt) * 2 < weigh(clauses);
		if (own.length === 0 && (unbuilt.length === 0 || isMostlyKnown)) {
			background.push(sentence.quote);
			notUnderstood.push(...unbuilt.map((clause) => bare(clause.text)));
			continue;
		}
		if (own.length === 0) {
			add('Not understood: nothing is built for this.', sentence.quote, [], undefined);
			notUnderstood.push(bare(sentence.quote));
			continue;
		}
		const parts = unbuilt.map((clause) => partOf(clause, sentence.quote)).filter(Boolean);
		add(summed(own), sentence.quote, own, parts);
		notUnderstood.push(...parts);
	}
	if (implied.length) add('The app shall be complete in what nobody needs to ask for.', '', implied, []);
	return { requirements, ofPage, notUnderstood: [...new Set(notUnderstood)], background, share: shareOf(entries) };
}

/** A sentence that is partly built is never named whole: from its first word on that nothing answers for. */
function partOf({ text, left }: Clause, quote: string): string {
	if (bare(text) !== bare(quote)) return bare(text);
	const at = text.toLowerCase().indexOf(left[0] ?? '');
	return at > 0 ? bare(text.slice(at)) : '';
}

const weigh = (clauses: readonly Clause[]) => clauses.reduce((sum, { weight }) => sum + weight, 0);
const bare = (text: string) => text.trim().replace(/[.!?。]+$/, '');

/** What a sentence asks for, in one. */
const summed = (own: readonly Wanted[]) =>
	(own.length === 1 ? (own[0]?.text ?? '') : `The app shall do what ${own.length} criteria say of this sentence.`).slice(0, 500);

/** The sentence that speaks of it most: among those that asked for its part if there are any. */
function homeOf({ text, check, from }: Wanted, entries: Entry[]): Entry | undefined {
	const asked = entries.filter(
		({ sentence }) =>
			sentence.text !== undefined &&
			from.some((line) => line === sentence.text || line.includes(sentence.text ?? '') || (sentence.text ?? '').includes(line))
	);
	if (asked.length === 0)
		return check.name === 'shows-colours'
			? entries.find(({ sentence }) => sentence.text === undefined || sentence.text !== sentence.quote)
			: undefined;
	const words = new Set((`${text} ${check.name.replace(/-/g, ' ')}`.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stem));
	const score = ({ sentence }: Entry) => {
		const own = (sentence.text?.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stem);
		return own.filter((word) => words.has(word)).length / Math.sqrt(own.length + 1);
	};
	return asked.reduce((best, entry) => (score(entry) > score(best) ? entry : best));
}

/** By words: a clause that is not built counts for nothing, the others for what is known of them. */
function shareOf(entries: readonly Entry[]): number {
	const clauses = entries.flatMap((entry) => entry.clauses);
	const all = weigh(clauses);
	const known = clauses.reduce(
		(sum, { weight, left, isUnbuilt }) => sum + (isUnbuilt ? 0 : Math.max(0, weight - left.length)),
		0
	);
	return all === 0 ? 0 : known / all;
}
