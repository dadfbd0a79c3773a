/** What the planned app leaves unsaid of a sentence: every word must be one that the app answers for, or it is named as not built. */
import type { Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { filterFields, sortableFields } from '../generate/backend';
import { bookingOf } from '../generate/bookings';
import { namesOf } from '../generate/names';
import { overdueSql, scaledField } from '../generate/specials';
import type { FoundThing } from './entities';
import { VERB } from './grammar';
import { BUSINESSES, NOT_BUILT } from './lexicon';
import { roleWords } from './roles';

export interface Plan {
	draft: Blueprint;
	found: FoundThing[];
	/** The words that each chart was asked for with. */
	chartQuotes: string[];
	hasBoard: boolean;
	hasCalendar: boolean;
	hasColours: boolean;
}

/** The parts of a sentence that nothing is built for, in its own words; empty when all of it is built. */
export function unbuiltParts(sentence: string, plan: Plan): string[] {
	const parts = clausesOf(sentence);
	const explained = explainedWords(plan);
	const unbuilt = parts.map((clause) => {
		const head = headOf(parts, clause);
		const left =
			isNegation(clause.text) && !isRefusedTwice(clause.text, plan)
				? [clause.text]
				: leftOver(clause.text, explained, fieldsFor(head ?? clause.text, plan));
		const isWish = NOT_BUILT.some((words) => words.test(clause.text) && !isBuilt(words, clause.text, plan));
		return { ...clause, head, left, isUnbuilt: isWish || left.length > 0 };
	});
	const named: { start: number; end: number; prefix: string }[] = [];
	for (const [at, part] of unbuilt.entries()) {
		if (!part.isUnbuilt) continue;
		const before = unbuilt[at - 1];
		const last = named.at(-1);
		const goesOn =
			before?.isUnbuilt &&
			last &&
			before.level === part.level &&
			(!part.head || part.head === (before.head ?? headIn(before.text)));
		if (goesOn) last.end = part.end;
		else {
			const cut = part.head ? 0 : part.text.length - trimmed(part.text, part.left, explained).length;
			named.push({ start: part.start + cut, end: part.end, prefix: part.head ? `${part.head} ` : '' });
		}
	}
	return named
		.map(({ start, end, prefix }) =>
			`${prefix}${sentence.slice(start, end)}`.replace(/^(and|but|then|or) |[.,;:!?]+$/g, '').trim()
		)
		.map((part) =>
			part.length > 0.95 * sentence.trim().length - 1
				? rest(
						part,
						unbuilt.flatMap((clause) => clause.left)
					)
				: part
		)
		.filter((part) => part !== '');
}

const BOOKED_TWICE = /\bdouble.?book\w*|\boverlap\w*|\bat once\b|\bat the same time\b|\btwice\b/i;
/** 'Never two at once' is a wish that apps with bookings grant. */
const isRefusedTwice = (clause: string, { draft }: Plan) => BOOKED_TWICE.test(clause) && draft.entities.some(bookingOf);

/** A sentence that is partly built is never named whole: from its first unexplained word on. */
function rest(sentence: string, left: string[]): string {
	const at = sentence.toLowerCase().indexOf(left[0] ?? '');
	return at > 0 ? sentence.slice(at) : sentence;
}

/** The unbuilt end of a clause whose beginning is built: '... made from selected recipes'. */
function trimmed(clause: string, left: string[], explained: RegExp[]): string {
	const first = left[0];
	const at = first === undefined ? -1 : clause.toLowerCase().indexOf(first);
	if (at <= 0) return clause;
	const before = clause.slice(0, at);
	if (!explained.some((words) => before.search(words) >= 0)) return clause;
	const small = /(?:\b(?:with|by|from|as|in|on|for|to|per|of|into|not|an?|the|their|its|is|are)\s+)+$/i.exec(before);
	return clause.slice(small ? small.index : at);
}

interface Clause {
	text: string;
	start: number;
	end: number;
	/** Grows at each ';' and ':', across which no list runs. */
	level: number;
}

function clausesOf(sentence: string): Clause[] {
	const clauses: Clause[] = [];
	let start = 0;
	let level = 0;
	const take = (end: number) => {
		const raw = sentence.slice(start, end);
		const text = raw.trim().replace(/[.!?]+$/, '');
		const from = start + raw.length - raw.trimStart().length;
		if (text.length > 1) clauses.push({ text, start: from, end: from + text.length, level });
	};
	for (const mark of sentence.matchAll(/[,;:]\s+|\s+(?:and|but|then)\s+|\s+\+\s+|\s*[()]\s*|[,;:。,、;:]/g)) {
		take(mark.index);
		start = mark.index + mark[0].length;
		if (/[;:]/.test(mark[0])) level++;
	}
	take(sentence.length);
	return clauses;
}

/** The words of 'cards with assignee' or 'filter by cuisine' that go for all items of the list that they begin. */
function headIn(clause: string): string | undefined {
	const head = /^((?:\S+ ){1,3}(?:with|by)) /i.exec(clause)?.[1];
	return head && !/\b(that|which|who|can|see|only|flip|moves?)\b/i.test(head) ? head : undefined;
}

function headOf(clauses: Clause[], clause: Clause): string | undefined {
	if (clause.text.split(' ').length > 4 || VERB.test(clause.text) || /\b(with|by|per|when|if|that)\b/i.test(clause.text))
		return undefined;
	for (const other of clauses.slice(0, clauses.indexOf(clause)).reverse()) {
		if (other.level !== clause.level) return undefined;
		if (/ (with|by) /i.test(other.text)) return headIn(other.text);
		if (VERB.test(other.text) || other.text.split(' ').length > 4) return undefined;
	}
	return undefined;
}

const isNegation = (clause: string) => /^(no|never|none|don'?t|do not|without)\b/i.test(clause) && !/reload/i.test(clause);

/** Words of a clause that neither the app nor the way people talk accounts for. */
function leftOver(clause: string, explained: RegExp[], own: Field[] | undefined): string[] {
	let rest = clause.toLowerCase();
	const allowed = own
		? explained.filter((words) => !FIELDS.has(words)).concat(own.map(fieldWords), own.flatMap(synonyms))
		: explained;
	for (const words of allowed) rest = rest.replace(new RegExp(words.source, 'gi'), ' ');
	const isNothing = own ? (token: string) => GRAMMAR.test(token) : isSmall;
	return (rest.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter((token) => !isNothing(token));
}

/** 'filter by ...' and 'sort by ...' hold for the fields that can do so only. */
function fieldsFor(head: string, plan: Plan): Field[] | undefined {
	const fields = (of: (entity: Entity) => Field[]) => plan.draft.entities.flatMap(of);
	if (/\b(filter|narrow)\w*\b.*\bby\b/i.test(head)) return fields(filterFields);
	if (/\bsort\w*\b.*\bby\b/i.test(head)) return fields(sortableFields);
	if (/\bsearch\w*\b.*\bby\b/i.test(head))
		return fields((entity) =>
			entity.fields.filter((field) => ['text', 'longText', 'email', 'phone', 'list'].includes(field.type))
		);
	return undefined;
}

const GRAMMAR = /^(an?|the|and|or|by|of|can|you|me|i|we|they|it|them|their|its|all|be|to|in)$/i;

const FIELDS = new WeakSet<RegExp>();
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A word in the singular and the plural, whatever its hyphens. */
const word = (text: string) =>
	`\\b${escape(text.toLowerCase())
		.replace(/[-\s]+/g, '[- ]?')
		.replace(/(?:y|ies|e?s)$/, '')}(?:y|ies|e?s|)\\b`;

function fieldWords(field: Field): RegExp {
	const spoken = [field.label, field.name.replace(/[A-Z]/g, (letter) => ` ${letter}`), ...(field.options ?? [])];
	const parts = field.label.split(' ').filter((part) => part.length > 3 && !isSmall(part.toLowerCase()));
	return marked(new RegExp([...spoken, ...parts].map(word).join('|'), 'i'));
}

/** Remembers that these words stand for fields. */
function marked(words: RegExp): RegExp {
	FIELDS.add(words);
	return words;
}

const synonyms = (field: Field): RegExp[] =>
	SYNONYMS.filter(([name]) => name.test(`${field.name} ${field.type}`)).map(([, words]) => marked(new RegExp(words, 'i')));

/** Other words for the values that a field holds, by 'name type'. */
const SYNONYMS: [RegExp, string][] = [
	[/photo|image/, '\\bphotos?\\b|\\bpictures?\\b|\\burls?\\b'],
	[/stars/, '\\bstars\\b|\\brat(e|es|ing|ings)\\b'],
	[/ url$/, '\\burls?\\b|\\blinks?\\b|\\baddress\\b'],
	[/email/, '\\be-?mails?\\b'],
	[/(minutes|duration) integer/, '\\bminutes\\b'],
	[/(day|date|At) (date|dateTime)$/, '\\bdates?\\b'],
	[/salary/, '\\brange\\b'],
	[/birthDate/, '\\bbirth ?da(te|y)s?\\b'],
	[/body|letter|description|cv/, '\\btexts?\\b'],
	[/vat/, '\\bvat\\b']
];

/** Everything that the planned app answers for. */
function explainedWords({ draft, found, chartQuotes, hasBoard, hasCalendar, hasColours }: Plan): RegExp[] {
	const entities = found.flatMap(({ thing, entity }) => {
		const { one, all } = namesOf(entity);
		return [thing.words, new RegExp([one, all, entity.name, entity.plural].map(word).join('|'), 'i')];
	});
	const business = BUSINESSES.filter(({ things }) =>
		things.some((name) => draft.entities.some((entity) => entity.name === name))
	);
	return [
		...chartQuotes.filter(Boolean).map((quote) => new RegExp(escape(quote), 'i')),
		/\b(sign(s|ed|ing)? ?-?(in|out|up)?|log(s|ged)? ?-?(in|out)|login|register|accounts?|passwords?|private)\b/i,
		/\b(search|find|sort|browse)(es|s|ed|ing)?\b|\bfull-?text\b|\bnewest\b/i,
		/\blive\b|without (a )?reload(ing)?|real-?time|by (itself|themselves)\b(?=.*update)/i,
		/\b(responsive|accessib\w+|mobile|phones|tablets?)\b/i,
		...(draft.roles.length > 1
			? [/\b(invit\w+|users?|user management|roles?|deactivate|administrators?|admins?|staff|team|read|rights)\b/i]
			: []),
		...(draft.entities.some((entity) => filterFields(entity).length > 0) ? [/\b(filter|narrow)\w*\b/i] : []),
		...(chartQuotes.length ? [/\b(dashboard|analytics|overview|figures|charts?)\b/i] : []),
		...(chartQuotes.some((quote) => /month/i.test(quote)) ? [/\bthis year\b/i] : []),
		...(hasBoard ? [/\b(boards?|columns?|kanban|move[ds]?|moving|through)\b/i] : []),
		...(hasCalendar ? [/\b(calendars?|week view)\b/i] : []),
		...(hasColours
			? [
					new RegExp(`\\b(${colourWords(draft)})\\b`, 'i'),
					/\b(colou?r\w*|backgrounds?|buttons?|components?|theme|style|layout|palette|design|warm)\b/i
				]
			: []),
		...(draft.design.darkMode === 'system' ? [] : [/\b(dark|light) ?(mode|theme|design)\b/i]),
		...(draft.entities.some((entity) => overdueSql(entity)) ? [/\boverdue\b/i] : []),
		...(draft.entities.some((entity) => scaledField(entity)) ? [/\bchang\w+\b|\bnumber of servings\b|\brecalculat\w+/i] : []),
		...(draft.entities.some((entity) => ['appointment', 'reservation'].includes(entity.name))
			? [/\bbook(s|ed|ings?)?\b|\b(appointment|guest) book\b/i]
			: []),
		...(draft.entities.some(bookingOf) ? [BOOKED_TWICE, /\bnever\b/i] : []),
		...draft.title.split(' ').map((titleWord) => new RegExp(word(titleWord), 'i')),
		...business.map(({ words }) => words),
		...entities,
		...draft.roles.flatMap((role) => [roleWords(role.name), new RegExp(`${word(role.name)}|${word(role.label)}`, 'i')]),
		...draft.entities.flatMap((entity) => entity.fields).map(fieldWords),
		...draft.entities.flatMap((entity) => entity.fields).flatMap(synonyms)
	];
}

const colourWords = (draft: Blueprint) =>
	draft.design.colours.map((colour) => escape(colour.replace(/^\w+:/, ''))).join('|') || 'none';

/** Whether this app does have what other apps would go without. */
function isBuilt(words: RegExp, clause: string, { draft }: Plan): boolean {
	return (
		(words.test('overdue') && draft.entities.some((entity) => overdueSql(entity))) ||
		(words.test('overlap') && draft.entities.some(bookingOf)) ||
		(words.test('recalculates') && draft.entities.some((entity) => scaledField(entity))) ||
		draft.entities.some((entity) =>
			[entity.label, entity.pluralLabel, ...entity.fields.map((field) => field.label)].some(
				(label) => words.test(label) && clause.toLowerCase().includes(label.toLowerCase())
			)
		)
	);
}

/** A statement about who asks, or how things are now: no wish. */
export const isBackground = (sentence: string) =>
	/^(i'?m|i am|we are|we're|my name is|hello|hi|thanks?|thank you|please help)\b[^,;]{0,60}[.!]?$/i.test(sentence.trim());

const isSmall = (token: string) => token.length < 2 || SMALL.has(token) || SMALL.has(token.replace(/(es|s)$/, ''));

/** Words that carry no wish of their own: grammar, politeness, and what every app does. */
const SMALL = new Set(
	`a about after again all allow also an and any anybody anyone anything app application are as ask at available be been before being best better both but by
	can choose could different do doe each easily easy else every everybody everyone everything few for from full get give good had has have he
	her here him his how i if i'm in into is it it's its itself just kind last like little look lot make many may me mine more most much must my
	need needs new nice no nobody not now of off on once one only open opens or other our out over own page people per person please pls possible
	quick quickly same see sees select selected set shall she should show shown simple small so some somebody someone something still such than that
	the their them then there these they thing this those to too two under up us use used uses using very view want was way we web website site well what when where which
	while who whole will with within would you your
	tool system software program online internet modern database crud basic build create keep track manage management organise organize
	add edit change update delete remove store record save list enter write post share collect data information detail entry item number name title
	team teams work working place everywhere chaos paper currently today`
		.split(/\s+/)
		.filter(Boolean)
);
