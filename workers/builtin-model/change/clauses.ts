/** A wish as clauses, each of which asks for one thing, in the order in which they are said. */
import { sentencesOf } from '../understand/reading/sentences';

export interface Clause {
	/** As the person wrote it. */
	quote: string;
	/** Without politeness. */
	text: string;
}

export interface WishSentence {
	quote: string;
	clauses: Clause[];
}

/** Verbs by which a clause begins, those of wishes that nobody builds included. */
/** Words that are nouns as well: verbs before what they are done to only. */
const NOUNS =
	'(?:keep|track|store|save|manage|upload|download|link|split|merge|swap|sync|paint|highlight|support|group|filter|search|mark|move|sort|export|import|print|email)\\s+(?:the|an?|all|my|our|their|its|them|it|me|us|by|every|each|customers|orders|records|everything|\\w+\\s+(?:by|to|as|in))\\b';
const VERB = `(?:add|remove|delete|drop|erase|rename|make|change|show|display|set|use|let|allow|give|put|create|include|introduce|insert|replace|hide|turn|get rid of|take out|build|order by|send|call (?:the|it|this|my|our)\\b|name (?:the|it)\\b|remind|notify|translate|integrate|connect|enable|disable|calculate|compute|warn|generate|${NOUNS}|we (?:also )?need|i (?:also )?need|we (?:also )?want|i (?:also )?want|i'd like|we'd like|there should|don't|do not)`;
const MODAL = '(?:needs?|gets?|has|have|should|must|can|may|shall|cannot|has to|have to|ought to|will|is|are)';
const POLITE =
	/^(?:(?:hi|hello|hey|ok(?:ay)?|and|also|then|next|now|first|second|third|finally|lastly|well|so|oh|yes|thanks?(?: you)?|great|nice|cool|good|perfect|please|pls|plz|kindly|just|maybe|perhaps|but|in addition|additionally|furthermore|moreover|besides|one more thing|could you|can you|would you|will you|could we|can we|can i|could i|may i|i want you to|we want you to|i(?:'d| would) like you to|i want to|we want to|i(?:'d| would) like to|we(?:'d| would) like to|i need to|we need to|let's|let us|it would be (?:nice|great|good|cool) (?:if|to)(?: you| we)?(?: could| can)?|would be (?:nice|great|good|cool) (?:if|to)(?: you| we)?(?: could| can)?|is it possible to|how about|what about|you (?:should|must|can)|the app (?:should|must|shall)(?! be\b)(?: also)?)(?:[\s,:!.–-]+|$))+/i;

export function clausesOf(wish: string): WishSentence[] {
	return sentencesOf(calm(numbered(wish.replace(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/g, ' '))))
		.filter(({ text }) => text.trim())
		.map(({ text, under, isHeading }) => ({ quote: text.trim(), clauses: isHeading ? [] : pieces(text, under) }))
		.filter(({ clauses }) => clauses.length > 0);
}

/** '1. add X 2. make Y' in one line: each number begins a line. */
function numbered(wish: string): string {
	const marks = wish.match(/(?:^|\s)\d{1,2}[.)]\s+(?=\p{L})/gu) ?? [];
	return marks.length > 1 ? wish.replace(/(?:^|\s)(\d{1,2})[.)]\s+(?=\p{L})/gu, '\n$1. ') : wish;
}

/** Who shouts means the same; the names of things are written as ever. */
const calm = (wish: string): string => (/\p{Ll}/u.test(wish) || !/\p{Lu}{5}/u.test(wish) ? wish : wish.toLowerCase());

/** Items of a list belong to the words before it: 'Changes to customers:'. */
function pieces(text: string, under: string | undefined): Clause[] {
	const head = under && /^(?:add|remove|delete|rename|new)\b/i.test(under) ? under.replace(/:$/, '') : undefined;
	const split = splitClauses(text).flatMap(sharedVerb);
	return split.map(({ quote, verb }) => {
		const said = polite(quote);
		const plain = verb ? `${verb} ${said}` : said;
		return { quote, text: head && !new RegExp(`^${VERB}\\b`, 'i').test(plain) ? `${head} ${plain}` : plain };
	});
}

/** 'Add X to A and Y to B', 'rename X to Y and V to W': what follows has the verb of what came before. */
function sharedVerb(clause: string): { quote: string; verb?: string }[] {
	const shared = SHARED.map((pattern) => pattern.exec(clause)).find((match) => match !== null);
	const [, before = '', verb = '', after = ''] = shared ?? [];
	if (!shared) return [{ quote: clause }];
	return [
		{ quote: before },
		...sharedVerb(`${verb} ${after}`).map(({ quote }) => ({ quote: quote.slice(verb.length + 1), verb }))
	];
}
const TARGET = "(?:the\\s+|every\\s+|each\\s+|all\\s+|our\\s+)?[\\p{L}'-]+";
const SHARED = [
	new RegExp(
		`^((?:.*?\\b)?(add)\\b.+?\\s(?:to|for|in|on)\\s+${TARGET})(?:\\s+and|,(?:\\s+and)?)\\s+((?:an?|the|some)\\s+.+|.+?\\s(?:to|for|in|on)\\s+${TARGET})$`,
		'iu'
	),
	new RegExp(
		`^((?:.*?\\b)?(remove|delete|drop)\\b.+?\\s(?:from|of|in)\\s+${TARGET})(?:\\s+and|,(?:\\s+and)?)\\s+(.+?\\s(?:from|of|in)\\s+${TARGET})$`,
		'iu'
	),
	/^((?:.*?\b)?(rename)\b.+?\sto\s+["'“]?[\p{L}\s-]+?["'”]?)(?:\s+and|,(?:\s+and)?)\s+(.+?\sto\s+.+)$/iu
];

/** At ';', and where another verb or another 'X should' begins behind a clause that has one of its own. */
function splitClauses(sentence: string): string[] {
	const marks = new RegExp(
		`\\s*;\\s+|,?\\s+(?:and|then|but|plus|und|y)\\s+(?:(?:also|then|please|finally|maybe)\\s+)*(?=${VERB}\\b)|,\\s+(?:(?:also|then|please)\\s+)*(?=${VERB}\\b)|(?:,\\s+(?:and\\s+)?|\\s+and\\s+)(?=(?:the\\s+|all\\s+|every\\s+|only\\s+)?[\\p{L}'-]+(?:\\s+(?:of\\s+(?:the\\s+)?)?[\\p{L}'-]+)?\\s+(?:also\\s+)?${MODAL}\\b)`,
		'giu'
	);
	const parts: string[] = [];
	let start = 0;
	for (const mark of sentence.matchAll(marks)) {
		const before = sentence.slice(start, mark.index);
		const isHard = mark[0].includes(';');
		if ((!hasVerb(before) && !isHard) || isOpen(before, sentence.slice(mark.index + mark[0].length))) continue;
		parts.push(before);
		start = mark.index + mark[0].length;
	}
	return [...parts, sentence.slice(start)].map((part) => part.trim()).filter(Boolean);
}

/** Whether a sentence begins as a wish does. */
export const asksFor = (sentence: string): boolean => new RegExp(`^${VERB}\\b`, 'i').test(polite(sentence));

const hasVerb = (text: string) => new RegExp(`(?:^|\\s)${VERB}\\b|\\s${MODAL}\\s`, 'i').test(text);
/** A bracket is kept whole, and so is the list of what a role may do. */
function isOpen(text: string, after: string): boolean {
	if ((text.match(/[(（]/g) ?? []).length > (text.match(/[)）]/g) ?? []).length) return true;
	const isRights =
		/\brole\b.*\b(?:may|can|only)\b/i.test(text) ||
		/\b(?:may|can|cannot|allowed to)(?:\s+(?:not|only))*\s+(?:see|read|view|add|edit|change|create|delete|write|look)\b/i.test(
			text
		);
	return (
		isRights &&
		/^(?:they\s+)?(?:may\s+|can\s+)?(?:not\s+|only\s+|cannot\s+)*(?:see|read|view|add(?! an?\b| the\b)|edit|change|create|delete|write|look|nothing)\b/i.test(
			after
		)
	);
}

export const polite = (text: string): string =>
	text
		.trim()
		.replace(/\s+(?:please|pls|plz|thanks?(?: you)?|thx|ok\??|for me|if possible|asap)[.!]*$/i, '')
		.replace(/[.!。]+$/, '')
		.replace(POLITE, '')
		.replace(/^(?:to|that|you)\s+(?=add|remove|rename)/i, '')
		// 'we don't use them' says why.
		.replace(
			/,\s+(?:we|i|nobody|they)\s+(?:do not|don't|never|no longer)?\s*(?:use|uses|need|needs)\s+(?:them|it|that|those)(?:\s+any ?more)?$/i,
			''
		)
		.replace(/^(?:i|we)\s+(?:want|need|would like)\s+(.+?)\s+to\s+have\s+/i, '$1 have ')
		.replace(/^([\w\s-]{2,30}):\s*(remove|delete|drop)\s+(.+)$/i, '$2 $3 from $1')
		.replace(/^([\w\s-]{2,30}):\s*rename\s+(.+)$/i, 'rename $2 in $1')
		.trim();
