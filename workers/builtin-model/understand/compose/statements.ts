/** What a requirement says of its subject, as sentences that can stand on a page: no wish, no word of the request. */
import nlp from 'compromise';
import { yearIn } from '../reading/when';
import type { Context } from './context';
import { sentence } from './phrases';

/** Words of somebody who orders a site, not of the site. */
const WISH =
	/\b(?:want|need(?:s|ing)?|wish(?:es)?|would like|please|pls|should|shall|must|require[sd]?|pages?\b|web ?site|site\b|form\b|menu|button|click|filter\w*|sort(?:ed)?|search|carousel|countdown|landing|one-page|FAQ|sign(?:s|ed|ing)? (?:in|up|out)|log ?in|accounts?|users?|visitors?|background|is not online|only show|portfolio|mobile|telephone also|good in telephone|home\b|blog)\b|\b(?:soll(?:en)?|möchte\w*|brauche\w*|bitte|Seite|Formular|Anmeldung|quiero|necesito|página|formulario|debe[n]?|registro)\b|请|需要|页面|要有|网站|登录|注册/iu;
const GREETING = /^(?:hello|hi|hey|dear \w+|good (?:day|morning)|hallo|hola|你好)[,!.\s]+(?:thinking of |there[,!]? )?/i;
/** Where a statement goes over into a wish. */
const TURN =
	/[,;]?\s+(?:and|so|but|und|y)\s+(?:we\s+|i\s+|people\s+(?=keep ringing))?(?:wish|want|need|would like|'d like|require|are looking for|brauchen|möchten|quiero|queremos|keep ringing)\b.*$|[,;]\s+(?:we|i)\s+(?:want|need|wish)\b.*$/iu;

export function statementsOf(context: Context): string[] {
	const found = context.lines.flatMap((line, at) => [...(at === 0 ? derived(line, context) : []), ...plain(line)]);
	return [...new Set(found.map((statement) => sentence(corrected(statement))))].filter((statement) => statement.length > 12);
}

/** Statements that stand as such. */
function plain(line: string): string[] {
	const bare = line.replace(GREETING, '').replace(TURN, '').trim();
	const isAbout = /^(?:we|our|i|my|the|it|here|wir|unser\w*|die|der|das|nuestr\w+|somos|我们|本)\b|^我们/iu.test(bare);
	if (!WISH.test(bare) && isAbout && bare.split(/\s+/).length > 3)
		return [bare.replace(/\s*\([^)]*\)/g, '').replace(/,\s*this is our strong point[.!]?$/i, '')];
	// '(we are from 1987, 22 workers)' inside of a wish.
	return [...line.matchAll(/\(((?:we|wir|somos)\b[^()]{5,120})\)/giu)].flatMap(([, inner = '']) => inner.split(/,\s+/));
}

/** 'Portfolio for X, who cuts paper', 'site for a fencing contractor called X': what the request says on its way. */
function derived(line: string, { name, language }: Context): string[] {
	if (!name || language !== 'en') return [];
	const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const who = new RegExp(`${escaped},?\\s+who\\s+([^.;:]{4,120})`, 'i').exec(line)?.[1];
	if (who) return [`${name} ${who}`];
	const apposition = new RegExp(`\\b(?:for|of)\\s+${escaped},\\s+((?:our|the|an?|my)\\s+(?:[^.;:]|:(?=\\d)){4,120})`, 'i').exec(
		line
	)?.[1];
	if (apposition) return [`${name} is ${apposition.replace(/\s+(?=every\b)/, ', ')}`];
	const business = new RegExp(
		String.raw`\b(?:for|of)\s+(?:my|our|an?|the)\s+([^.,;:]{4,80}?),?\s+(?:called|named|name is)\s+${escaped}`,
		'i'
	).exec(line)?.[1];
	if (business) return [`${name} is ${/^[aeiou]/i.test(business) ? 'an' : 'a'} ${business}`];
	const product = new RegExp(`\\bfor\\s+([^.:;]{4,60})\\s+from\\s+${escaped}:\\s+([^.]{4,100})`, 'i').exec(line);
	if (product) return [`${name} presents ${product[1] ?? ''}: ${product[2] ?? ''}`];
	const firm = new RegExp(`\\b(?:of|for)\\s+(an?\\s+[^.,;:]{4,60}),\\s+${escaped}`, 'i').exec(line)?.[1];
	if (firm) return [`${name} is ${firm}`];
	return [];
}

/** Slips of people who write in a language that is not theirs. */
export function corrected(text: string): string {
	const year = yearIn(text);
	return text
		.replace(/\bwe are from ((?:1[5-9]|20)\d\d)\b/i, year ? `we have been here since ${year}` : '$&')
		.replace(/^(\d+) workers$/i, '$1 people work here')
		.replace(
			/^((?:the|each|every|this|my|our)\s+([a-z]+))\s+(give|make|have|need|keep|hold|take|show|come|help|fit|last)\b/i,
			(all, subject: string, noun: string, verb: string) => {
				if (/[^s]s$/.test(noun)) return all;
				const third = nlp(verb).verbs().conjugate()[0] as { PresentTense?: string } | undefined;
				return `${subject} ${verb === 'have' ? 'has' : (third?.PresentTense ?? `${verb}s`)}`;
			}
		)
		.replace(/\bi make a travel\b/i, 'I am travelling')
		.replace(/\s+,/g, ',');
}

/** 'We set posts in concrete, hang gates and paint them': each thing that is done, as a heading and a sentence. */
export function doings(line: string): { title: string; text: string }[] {
	const said =
		/\bwe (?:also )?((?!are\b|have\b|were\b|need\b|want\b|wish\b|must\b|should\b|can\b|require\b)[a-z]+ [^.;:]{6,240})/i.exec(
			line
		)?.[1];
	if (!said || WISH.test(said)) return [];
	const pieces: string[] = [];
	for (const piece of said.replace(/^(?:offer|do|provide)\s+(?=[a-z]+ing\b)/i, '').split(/,\s+(?:and\s+)?|\s+and\s+/)) {
		const first = piece.split(' ')[0] ?? '';
		const isVerb = pieces.length === 0 || /ing$/.test(first) || nlp(`we ${piece}`).verbs().first().text().includes(first);
		if (isVerb) pieces.push(piece);
		else pieces[pieces.length - 1] += ` and ${piece}`;
	}
	if (pieces.length < 2) return [];
	return pieces.map((piece) => ({
		title: sentence(gerund(piece)).replace(/\.$/, ''),
		text: sentence(`We ${piece.replace(/^do the application of/i, 'apply')}`)
	}));
}

/** What 'wir' do, in German: 'Wir bauen Möbel, restaurieren Türen' -> 'Möbel bauen', 'Türen restaurieren'. */
export function germanDoings(line: string): { title: string; text: string }[] {
	const said = /\bWir ((?!sind|haben|brauchen|möchten|wollen|suchen)\p{Ll}+en [^.;:]{6,240})/u.exec(line)?.[1];
	const pieces = said?.split(/,\s+|\s+und\s+(?=\p{Ll}+en\s)/u) ?? [];
	if (pieces.length < 2 || pieces.some((piece) => !/^\p{Ll}+e?n\s/u.test(piece))) return [];
	return pieces.map((piece) => {
		const [verb = '', ...rest] = piece.split(' ');
		return { title: sentence(`${rest.join(' ')} ${verb}`).replace(/\.$/, ''), text: sentence(`Wir ${piece}`) };
	});
}

/** 'set posts' -> 'setting posts', 'do the application of paint' -> 'applying paint'. */
export function gerund(phrase: string): string {
	const noun = /^do (?:the )?application of (.+)/i.exec(phrase)?.[1];
	if (noun) return `applying ${noun}`;
	const [verb = '', ...rest] = phrase.split(' ');
	if (/ing$/.test(verb)) return phrase;
	const form = (nlp(`we ${verb}`).verbs().conjugate()[0] as { Gerund?: string } | undefined)?.Gerund;
	return [form ?? verb, ...rest].join(' ');
}
