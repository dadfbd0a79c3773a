/** Wishes about how the app looks and what it is called. */
import { colourAtStart } from '../understand/reading/colour-words';
import { takeOffStyle } from '../understand/reading/style';
import type { Intent, Reader } from './intents';
import { cleanName } from './phrases';

const APP =
	'(?:the\\s+|this\\s+|my\\s+|our\\s+)?(?:whole\\s+|entire\\s+)?(?:app|application|site|web ?site|web ?page|project|shop|tool|game|program|software|it|dashboard app)';
const TITLES = [
	new RegExp(`^(?:call|name|title)\\s+${APP}\\s+(?!field|column)(.+)$`, 'i'),
	new RegExp(`^rename\\s+${APP}(?:\\s+(?:to|into|as))\\s+(.+)$`, 'i'),
	new RegExp(
		`^(?:change|set|make|update)\\s+(?:the\\s+)?(?:app(?:'s)?\\s+|site(?:'s)?\\s+|website\\s+)?(?:name|title)(?:\\s+of\\s+${APP})?\\s*(?:to|into|:|=)\\s+(.+)$`,
		'i'
	),
	new RegExp(`^(?:change|set)\\s+${APP}(?:'s)?\\s+(?:name|title)\\s+(?:to|into)\\s+(.+)$`, 'i'),
	new RegExp(`^${APP}\\s+(?:should|shall|must|has to)\\s+(?:now\\s+)?be\\s+(?:called|named|titled)\\s+(.+)$`, 'i'),
	/^(?:the\s+)?(?:new\s+)?(?:app(?:'s)?\s+|site\s+)?(?:name|title)\s*(?:of\s+the\s+(?:app|site)\s*)?(?::|is|should be|shall be)\s+(.+)$/i
];

/** 'Call the app Flower Desk'. */
export const setTitle: Reader = (clause) => {
	for (const pattern of TITLES) {
		const title = cleanName(pattern.exec(clause)?.[1] ?? '');
		if (title && title.length <= 60 && !/\b(?:field|column|page|section)\b/i.test(title)) return [{ do: 'set-title', title }];
	}
	return undefined;
};

const CURRENCIES: [RegExp, string][] = [
	[/\b(?:us )?dollars?\b|\busd\b|\$/i, 'USD'],
	[/\beuros?\b|\beur\b|€/i, 'EUR'],
	[/\b(?:british )?pounds?\b|\bgbp\b|£/i, 'GBP'],
	[/\b(?:swiss )?francs?\b|\bchf\b/i, 'CHF'],
	[/\byen\b|\bjpy\b/i, 'JPY']
];

/** 'Change the currency to dollars', 'prices in USD'. */
export const setCurrency: Reader = (clause) => {
	const currency = CURRENCIES.find(([words]) => words.test(clause))?.[1];
	const isSaid =
		/\bcurrency\b|^(?:use|show|make|change|put)\b.*\b(?:prices|amounts|money|everything)\b.*\b(?:in|to)\b|^(?:prices|amounts) (?:should be )?in\b/i.test(
			clause
		);
	return currency && isSaid && !/\bfields?\b/i.test(clause) ? [{ do: 'set-currency', currency }] : undefined;
};

/** A sentence's wishes about colours and modes, and what else it says. */
export function looksIn(sentence: string): { intents: Intent[]; rest: string | undefined } {
	const none = { intents: [], rest: sentence };
	if (/\b(?:fields?|columns?|options?|values?|status|priority)\b/i.test(sentence)) return none;
	const found = styleIn(sentence);
	if (!found) return none;
	const { style, rest } = found;
	const back = /\b(?:no|remove|without|turn off|disable|drop)\b.{0,12}\bdark (?:mode|theme)\b/i.test(sentence);
	const mode = back ? 'system' : style.mode === 'system' ? '' : style.mode;
	const intents: Intent[] =
		style.ground || style.part || mode ? [{ do: 'set-looks', ground: style.ground, part: style.part, mode }] : [];
	for (const name of style.unknown) intents.push({ do: 'refuse', quote: name, why: 'no colour is known by this name' });
	const said = rest?.trim() ?? '';
	return { intents, rest: said === '' || ONLY_STYLE.test(said) ? undefined : said };
}

/** What is left of a wish about looks when the colours are taken out of it. */
const ONLY_STYLE =
	/^(?:(?:change|make|set|use|turn|paint|switch|update|adjust|put|please|it|its|to|the|an?|app|site|page|pages|look|looks|colou?rs?|of|for|all|my|our|with|have|give|want|i|we|into|as|and|be|should|shall|must|in|on)[\s,.!:]*)+$/i;

function styleIn(sentence: string): { style: ReturnType<typeof takeOffStyle>['style']; rest: string | undefined } | undefined {
	const whole =
		/^(?:make|paint|turn|colou?r|i want|we want)?\s*(?:it|everything|(?:(?:the|my|our)\s+)?(?:whole\s+)?(?:app|site|page|website|thing))\s+(?:to be\s+|in\s+|should be\s+|shall be\s+|must be\s+)?(?:all\s+)?(.+?)[.!]?$/i.exec(
			sentence
		)?.[1];
	const colour = whole ? colourAtStart(whole) : undefined;
	const hasColour = sentence.split(/\s+/).some((_, at, all) => colourAtStart(all.slice(at).join(' ')));
	const tries = [
		sentence,
		...(colour && colour.length === whole?.length ? [`buttons ${whole ?? ''}`] : []),
		...(hasColour && /^(?:make|paint|turn|set|change|colou?r|use|i want|we want|let|the)\b/i.test(sentence)
			? [`Colours: ${sentence}`]
			: [])
	];
	for (const text of tries) {
		const { style, rest } = takeOffStyle([text]);
		if (style.quotes.length) return { style, rest: text === sentence ? rest[0] : undefined };
	}
	return undefined;
}
