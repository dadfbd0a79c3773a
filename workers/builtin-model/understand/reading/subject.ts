/** What an app is about: the noun phrase that its kind stands for, such as 'grief support groups' or 'bus route 7'. */
import nlp from 'compromise';
import type { Language } from './language';

export interface Subject {
	/** As it stands in a sentence, without an article: 'wooden chopping boards and cheese boards'. */
	phrase: string;
	/** Its last noun in the singular and the plural, as far as they are known: 'board', 'boards'. */
	one: string;
	all: string;
}

const END = String.raw`(?=\s*(?:[,.;:!?()–—]|$)|\s+(?:who|which|that|with|where|from|called|named|so|and (?:i|we|need|want)|in (?:our|my|the)|at (?:our|my|the)|for (?:my|our|the|scouts|kids|customers)|on \d|with |selling|cut|like|such|has|have|is|are|please|pls)\b)`;
const PHRASE = String.raw`((?:[\p{L}\d'’-]+ ){0,6}?[\p{L}\d'’-]+)`;
const KIND_NOUN = String.raw`(?:web ?shop|shop|store|dashboard|calculator|converter|survey|quiz|game|test|planner|timer|tracker|editor|directory|portfolio|network|community|blog|magazine|helper|list|page|(?:web ?)?site|app|tool|booking|course|festival)`;

/** Behind the kind: 'a directory OF x', 'a site FOR x', 'survey ABOUT x'. */
const BEHIND: Record<Language, RegExp[]> = {
	en: [
		new RegExp(
			String.raw`\b(?:directory|catalogue|guide|magazine|blog|survey|quiz|poll|questionnaire|dashboard|readings|site|website|page|videos|database)\s+(?:of|about|on|for learning|for learn|to learn)\s+(?:all |our |the |my |public |local )*${PHRASE}${END}`,
			'iu'
		),
		new RegExp(
			String.raw`\b(?:shop|store|community|network|forum|site just|(?:web ?)?site|marketplace)\s+(?:for|selling|with)\s+(?:our |the |my )?${PHRASE}${END}`,
			'iu'
		),
		new RegExp(String.raw`\b(?:survey|questionnaire|poll)\s+(?:for|among)\s+(?:our |the |my )?${PHRASE}${END}`, 'iu'),
		new RegExp(String.raw`\b(?:catalogue|list|collection) of\s+(?:our |the |my )?${PHRASE}${END}`, 'iu'),
		new RegExp(String.raw`\bwe (?:make|sell|bake|build|offer|rent out|repair|grow)\s+${PHRASE}${END}`, 'iu')
	],
	de: [
		new RegExp(
			String.raw`\b(?:shop|seite|website|verzeichnis|umfrage|quiz|blog|magazin|buchung|katalog)\s+(?:für|über|zu|zum|zur|von)\s+(?:unsere|unser|die|das|den|der|eine[nmr]?|zwei|drei|vier)*\s*(?:zwei |drei |vier )?${PHRASE}(?=\s*(?:[,.;:!?()–—]|$)|\s+(?:mit|namens|für|in unserer?)\b)`,
			'iu'
		)
	],
	es: [
		new RegExp(
			String.raw`\b(?:tienda(?: online| en línea)?|revista(?: digital)?|blog|directorio|encuesta|sitio(?: web)?|página(?: web)?|cuestionario|guía)\s+(?:de|sobre|para)\s+(?:nuestra |nuestro |la |el |los |las )?${PHRASE}(?=\s*(?:[,.;:!?()–—]|$)|\s+(?:que|con|para|llamad[oa])\b)`,
			'iu'
		)
	],
	zh: [
		/(?:卖|销售|出售)([\p{Script=Han}]{2,10}?)的/u,
		/(?:关于)([\p{Script=Han}]{2,12}?)的/u,
		/(?:做|要|需要|建)(?:一个|一款|个)?([\p{Script=Han}]{2,10}?)(?:的)?(?:网站|系统|应用|网页|小程序|游戏|商店|网店|测验|问卷)/u
	]
};
/** Before the kind: 'paint CALCULATOR'. */
const BEFORE = new RegExp(
	String.raw`\b(?:an?|the|our|my|need|want|build|make|create)?\s*((?:[\p{L}\d-]+ ){1,3})${KIND_NOUN}\b`,
	'iu'
);
const EMPTY =
	/^(?:no|iphone|ios|android|native|event|one-page|launch|an?|the|our|my|me|some|this|that|one|new|small|little|simple|nice|good|free|online|web|public|digital|single|landing|launch|social|dignified|whole|own|personal|friendly|plain|big|for|on|of|in|please|just|can|you|make|build|create|need|want|i|we|have|kids|app|site|website|management|needing|tiny|cool|pretty|fun|quick|modern|hey|hello|hi|thinking)$/i;

export function subjectOf(text: string, language: Language): Subject | undefined {
	const first = text.slice(0, 400);
	for (const pattern of BEHIND[language]) {
		const phrase = tidy(pattern.exec(first)?.[1] ?? '');
		if (phrase) return withNouns(phrase, language);
	}
	if (language === 'en') {
		const phrase = tidy(BEFORE.exec(first)?.[1] ?? '');
		if (phrase) return withNouns(phrase, language);
	}
	return undefined;
}

function tidy(phrase: string): string {
	const words = phrase.trim().split(/\s+/);
	while (words.length && EMPTY.test(words[0] ?? '')) words.shift();
	while (words.length && EMPTY.test(words.at(-1) ?? '')) words.pop();
	return words.join(' ');
}

function withNouns(phrase: string, language: Language): Subject {
	if (language === 'zh') return { phrase, one: phrase, all: phrase };
	const last =
		phrase
			.split(/ (?:of|for|in|de|del|von|and|y|und) /)[0]
			?.split(' ')
			.at(-1) ?? phrase;
	if (language !== 'en') return { phrase, one: last, all: last };
	return { phrase, one: singular(last), all: plural(last) };
}

export function singular(noun: string): string {
	const found = nlp(noun).nouns().toSingular().text();
	if (found && found !== noun) return found;
	return /[^su]s$/.test(noun)
		? noun
				.replace(/ies$/, 'y')
				.replace(/(?<=(?:x|ch|sh|ss))es$/, '')
				.replace(/s$/, '')
		: noun;
}

export function plural(noun: string): string {
	if (/[^su]s$/.test(noun)) return noun;
	if (/(?:x|ch|sh|ss|s)$/.test(noun)) return `${noun}es`;
	return /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, 'ies') : `${noun}s`;
}
