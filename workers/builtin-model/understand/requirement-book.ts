/** Criteria filed under the sentence of the person that asks for them. */
import type { Requirement } from '../../../src/lib/domain/blueprint';
import { criterionKind, type CriterionKind } from '../generate/criteria';
import { isBackground, unbuiltParts, type Plan } from './coverage';

/** Every sentence with its criteria, and what of the text nothing is built for. */
export interface FiledRequirements {
	requirements: Requirement[];
	notUnderstood: string[];
	background: string[];
}

/** Words by which a person asks for a kind of criterion: it is filed under that sentence. */
const SPOKEN: Partial<Record<CriterionKind, RegExp>> = {
	list: /\bsearch|\bsort/i,
	filter: /\bfilter/i,
	refuse: /\bnot change|\bcannot|\bonly\b.*\b(may|can)\b|\b(may|can) only\b|read.only/i,
	panel: /\bsee its|\bopen one|\bsee\b.*\bper\b/i,
	overdue: /\boverdue\b/i,
	'sign-in': /\b(nobody|no one) but\b|\bsign(ed|s)? ?in\b|\blog ?in\b|\bpassword\b/i,
	scale: /\bservings\b/i,
	board: /\bmove\b|\bcolumns\b|kanban/i,
	calendar: /\bcalendar\b|\bappointments?\b/i,
	booked: /\bdouble.?book|\boverlap|\b(never|not|no) two\b|\bat once\b|\btwice\b/i,
	live: /\blive\b|without reloading|real.?time/i,
	invite: /\binvite/i,
	role: /\brole/i,
	deactivate: /\bdeactivate/i,
	'users-refuse': /\badministrators?\b|\badmins?\b/i,
	colours: /\bcolou?rs?\b|\bbackground\b|\bbuttons?\b|\btheme\b|\bcomponents\b/i,
	mode: /\b(dark|light) (mode|theme|design)\b/i
};
/** Kinds whose sentence must also name the thing. */
const NEEDS_NAME = new Set<CriterionKind>(['list', 'panel']);

interface Entry {
	quote: string;
	text: string;
	criteria: string[][];
}

/** Criteria filed under the sentence they come from. */
export class RequirementBook {
	readonly #entries: Entry[];
	readonly #implied = new Map<string, string[][]>();
	readonly #slots: string[][] = [];

	constructor(sentences: string[]) {
		this.#entries = sentences.map((quote) => ({ quote, text: '', criteria: [] }));
	}

	/** Files criteria; the ids it answers with are filled in by `finish`. */
	add(text: string, fits: (sentence: string) => boolean, criteria: string[], ids: string[] = []): string[] {
		this.#slots.push(ids);
		const home = this.#entries.find((entry) => fits(entry.quote));
		for (const criterion of criteria) {
			const words = SPOKEN[criterionKind(criterion)];
			const own =
				words &&
				this.#entries.find(
					(entry) => words.test(entry.quote) && (fits(entry.quote) || !NEEDS_NAME.has(criterionKind(criterion)))
				);
			const entry = own ?? home;
			const list = entry ? entry.criteria : (this.#implied.get(text) ?? this.#implied.set(text, []).get(text) ?? []);
			if (entry && !entry.text.includes(text)) entry.text = [entry.text, text].filter(Boolean).join(' ');
			const slot = [criterion];
			list.push(slot);
			this.#pending.push({ slot, ids });
		}
		return ids;
	}
	readonly #pending: { slot: string[]; ids: string[] }[] = [];

	/** Every sentence becomes a requirement with criteria or one that is not built; what else is unbuilt is named part by part. */
	finish(plan: Plan): FiledRequirements {
		const background = this.#entries.filter((entry) => entry.criteria.length === 0 && isBackground(entry.quote));
		const entries = this.#entries.filter((entry) => !background.includes(entry));
		const unbuilt = new Map(entries.map((entry) => [entry, unbuiltParts(entry.quote, plan)]));
		for (const entry of entries) if (entry.criteria.length === 0 && unbuilt.get(entry)?.length === 0) this.#fileUnder(entry);
		const all = [...entries, ...[...this.#implied].map(([text, criteria]) => ({ quote: '', text, criteria }))].filter(
			(entry) => entry.quote !== '' || entry.criteria.length > 0
		);
		const requirements = all.map((entry, index): Requirement => {
			const id = `R${index + 1}`;
			const isPlanned = entry.criteria.length > 0;
			return {
				id,
				text: isPlanned ? entry.text : 'Not understood: nothing is built for this.',
				quote: entry.quote,
				unbuilt: isPlanned && entry.quote ? (unbuilt.get(entry as Entry) ?? []) : [],
				status: isPlanned ? 'planned' : 'not-understood',
				criteria: entry.criteria.map((slot, at) => {
					const criterion = `${id}.${at + 1}`;
					this.#pending.find((pending) => pending.slot === slot)?.ids.push(criterion);
					return { id: criterion, text: slot[0] ?? '' };
				})
			};
		});
		const notUnderstood = entries.flatMap((entry) =>
			entry.criteria.length === 0 ? [entry.quote.replace(/[.!?]$/, '')] : (unbuilt.get(entry) ?? [])
		);
		return { requirements, notUnderstood: [...new Set(notUnderstood)], background: background.map((entry) => entry.quote) };
	}

	/** A sentence that only says more about what is planned takes over the criteria that it speaks of. */
	#fileUnder(entry: { quote: string; text: string; criteria: string[][] }): void {
		const homes = [
			...this.#entries.filter((other) => other !== entry).map((other) => ({ text: other.text, list: other.criteria, least: 1 })),
			...[...this.#implied].map(([text, list]) => ({ text, list, least: 0 }))
		];
		for (const { text, list, least } of homes) {
			for (const slot of [...list]) {
				const words = SPOKEN[criterionKind(slot[0] ?? '')];
				if (!words?.test(entry.quote) || list.length <= least) continue;
				list.splice(list.indexOf(slot), 1);
				entry.criteria.push(slot);
				if (!entry.text.includes(text)) entry.text = [entry.text, text].filter(Boolean).join(' ');
			}
		}
	}
}
