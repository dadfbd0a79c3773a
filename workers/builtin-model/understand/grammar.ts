/** What the form of a sentence tells: which words after 'with' or in brackets are attributes, which words of a list are things. */

export interface Attributes {
	/** The words before 'with' or the bracket, as they stand. */
	subject: string;
	items: string[];
}

/** 'cards with assignee and labels', 'patients (name, phone)': each subject with what it has. */
export function attributesOf(sentence: string): Attributes[] {
	return [...inBrackets(sentence), ...afterWith(sentence)];
}

function inBrackets(sentence: string): Attributes[] {
	return [...sentence.matchAll(/((?:[\w-]+ ){0,2}[\w-]+) \(([^)]{5,300})\)/g)].flatMap(([, subject = '', list = '']) => {
		const items = split(list).map((item) => clean(item.text));
		return items.length > 1 ? [{ subject, items }] : [];
	});
}

function afterWith(sentence: string): Attributes[] {
	const parts = sentence.split(/ with (?=\S)/);
	return parts.slice(1).map((rest, at) => {
		const before = parts[at] ?? '';
		const end = rest.search(/[.;:(!?]/);
		const list = split(end < 0 ? rest : rest.slice(0, end));
		// What stands last before the next 'with' is the next subject.
		if (end < 0 && at + 2 < parts.length) list.pop();
		const subject = /[^,.;:()]*$/.exec(before)?.[0].trim() ?? '';
		return { subject: subject.split(' ').slice(-3).join(' '), items: closed(list) };
	});
}

/** A list runs to the item after its 'and'; without one only what looks like an attribute belongs to it. */
function closed(list: { text: string; joiner: string }[]): string[] {
	const clause = list.findIndex((item) => /\b(that|which|who|whose|can|so)\b/i.test(item.text));
	const nouns = clause >= 0 ? list.slice(0, clause) : list;
	const lastAnd = nouns.findIndex((noun, at) => noun.joiner === 'and' && nouns[at + 1]?.joiner !== 'and');
	const items = lastAnd >= 0 ? nouns.slice(0, lastAnd + 1) : nouns;
	const taken: string[] = [];
	for (const [at, { text }] of items.entries()) {
		const item = clean(text);
		if (at > 0 && (VERB.test(item) || (lastAnd < 0 && isPlural(item) && !ATTRIBUTE.test(item)))) break;
		taken.push(item);
	}
	return taken;
}

const ATTRIBUTE =
	/^(tags|labels|skills|photos|pictures|coordinates|notes|ingredients|steps|keywords|categories|hours|minutes|status|address)$/i;
/** Words that begin a wish, not an item of a list. */
export const VERB =
	/^(rate|count|choose|flip|move|cancel|receive|turn|send|import|export|print|search|filter|post|see|add|show|sort|book|pay|review|edit|change|comment|vote|answer|where|that|which|who|so|but|then|to|with|you|i|we|they)\b/i;
export const isPlural = (noun: string) => /[^su]s$/i.test(noun);

/** Items of a list, each with the word or sign that joins it to the one before. */
function split(list: string): { text: string; joiner: string }[] {
	const pieces = list.split(/(\s*,\s*(?:and |or )?|\s+and\s+|\s*\+\s*)/);
	const items: { text: string; joiner: string }[] = [];
	for (let at = 0; at < pieces.length; at += 2)
		items.push({ text: pieces[at] ?? '', joiner: /and|\+/.test(pieces[at - 1] ?? '') ? 'and' : ',' });
	return items.filter((item) => item.text.trim() !== '');
}

const clean = (item: string) => item.trim().replace(/^(an?|the|their|its|his|her|optional|some|several)\s+/i, '');

/** The things that a list after a colon names: 'A pet shop: pets with price, owners, visits with date.' */
export function listedThings(sentence: string): string[] {
	const list = /^[^.:;,]{3,80}: ([^;]+)/.exec(sentence)?.[1];
	if (!list) return [];
	const attributes = new Set(attributesOf(sentence).flatMap(({ items }) => items));
	return split(list.replace(/[.!?]\s*$/, '').replace(/\([^)]*\)/g, ''))
		.map(({ text }) => clean(text))
		.filter((item) => !attributes.has(item))
		.map((item) => item.split(/ with | of | per /)[0] ?? '')
		.filter((item) => /^[a-z]{3,20}$/i.test(item) && isPlural(item))
		.map((item) => item.toLowerCase());
}
