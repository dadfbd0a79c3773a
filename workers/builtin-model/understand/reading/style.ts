/** How an app shall look, taken off what it shall do: the colours as named, and the sentences without them. */
import { colourAtStart, MOODS, type ColourHit } from './colour-words';
import { BETWEEN, CHINESE_FILLER, FILLER, MODE, MOOD, PARTS, STYLE_WORD, UNKNOWN, type Part } from './style-words';

export interface Style {
	/** CSS colours as asked for; empty when none was. */
	ground: string;
	part: string;
	mode: 'system' | 'light' | 'dark';
	/** The words they were asked for with. */
	quotes: string[];
	/** What no colour is known for, in the person's words. */
	unknown: string[];
	/** Everyday names that were taken for a colour near to them, and moods. */
	assumed: string[];
}

interface Token {
	text: string;
	start: number;
	end: number;
	colour?: ColourHit;
	part?: Part;
	isStrong?: boolean;
}

export const NO_STYLE: Style = { ground: '', part: '', mode: 'system', quotes: [], unknown: [], assumed: [] };

/** Each sentence without what it says of style; undefined where it says nothing else. */
export function takeOffStyle(sentences: readonly string[]): { style: Style; rest: (string | undefined)[] } {
	const style: Style = { ...NO_STYLE, quotes: [], unknown: [], assumed: [] };
	const rest = sentences.map((sentence) => {
		const found = styleOf(sentence);
		if (!found) return sentence;
		style.ground ||= found.colours.ground?.css ?? '';
		style.part ||= found.colours.part?.css ?? '';
		if (found.mode) style.mode = found.mode;
		style.quotes.push(sentence.trim());
		style.unknown.push(...found.unknown);
		for (const hit of Object.values(found.colours))
			if (hit.isNear) style.assumed.push(`“${hit.said}” is no colour name of the web: ${hit.css} was taken.`);
		if (found.mood && !found.colours.ground && !found.colours.part) {
			const { ground, part } = MOODS[found.mood] ?? { ground: '', part: '' };
			style.ground ||= ground;
			style.part ||= part;
			style.assumed.push(`“${found.mood}” names no colour: ${ground} and ${part} were taken.`);
		}
		return found.rest;
	});
	return { style, rest };
}

interface Found {
	colours: Partial<Record<Part, ColourHit>>;
	mode?: 'light' | 'dark';
	mood?: string;
	unknown: string[];
	rest: string | undefined;
}

function styleOf(sentence: string): Found | undefined {
	const tokens = tokensOf(sentence);
	const mode = MODE.find(([words]) => words.test(sentence))?.[1];
	const mood = MOOD.exec(sentence)?.[1]?.toLowerCase();
	const hasStyleWord = STYLE_WORD.test(sentence);
	const isStyle = hasStyleWord || tokens.some((token) => token.isStrong);
	const { colours, used } = isStyle ? assign(tokens, hasStyleWord) : { colours: {}, used: [] };
	const unknown = isStyle ? unknownIn(sentence, colours) : [];
	const isEmpty = isStyle && used.length === 0 && !mode && !mood && unknown.length === 0;
	if (used.length === 0 && !mode && !mood && unknown.length === 0) {
		// 'Use as the background.' names no colour: nothing but style, all the same.
		return isEmpty && isFiller(sentence) ? { colours, unknown: [sentence.trim()], rest: undefined } : undefined;
	}
	const spans = [
		...used.map(({ start, end }) => ({ start, end })),
		...[...MODE.map(([words]) => words), MOOD].flatMap((words) => spanOf(words, sentence)),
		...unknown.flatMap((name) => ({ start: sentence.indexOf(name), end: sentence.indexOf(name) + name.length }))
	];
	return {
		colours,
		unknown,
		...(mode ? { mode } : {}),
		...(mood ? { mood } : {}),
		rest: without(sentence, tokens, spans)
	};
}

const spanOf = (words: RegExp, sentence: string) => {
	const match = words.exec(sentence);
	return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
};

/** Words, colours of several words, and the signs between them. */
function tokensOf(sentence: string): Token[] {
	const tokens: Token[] = [];
	for (let at = 0; at < sentence.length;) {
		const rest = sentence.slice(at);
		const isWordStart =
			at === 0 || !/[\p{Script=Latin}\d]/u.test(sentence[at - 1] ?? '') || /\p{Script=Han}/u.test(rest[0] ?? '');
		const colour = isWordStart ? colourAtStart(rest) : undefined;
		const length =
			colour?.length ??
			/^(?:背景颜色|背景色|背景|底色|组件颜色|组件|按钮|控件|卡片|菜单|页面|采用|使用|设为|改成)/u.exec(rest)?.[0].length ??
			/^(?:[\p{Script=Latin}\d][\p{Script=Latin}\d'’-]*|\p{Script=Han}|[^\s])/u.exec(rest)?.[0].length ??
			0;
		if (length > 0) {
			const text = sentence.slice(at, at + length);
			const part = colour ? undefined : PARTS.find(({ words }) => words.test(text));
			tokens.push({
				text,
				start: at,
				end: at + length,
				...(colour ? { colour } : {}),
				...(part ? { part: part.part, isStrong: part.isStrong } : {})
			});
		}
		at += Math.max(1, length);
	}
	return tokens;
}

/** Pairs each part with the colour nearest to it; a colour of a style sentence that belongs to no part fills what is left. */
function assign(tokens: Token[], hasStyleWord: boolean): { colours: Partial<Record<Part, ColourHit>>; used: Token[] } {
	const colours: Partial<Record<Part, ColourHit>> = {};
	const isColour = tokens.map((token, at) => token.colour !== undefined && !isThing(tokens[at + 1]?.text));
	const pairs = tokens
		.flatMap((token, at) =>
			token.part ? tokens.flatMap((_, colour) => (isColour[colour] ? [{ at, colour, gap: Math.abs(at - colour) }] : [])) : []
		)
		.filter(({ at, colour }) =>
			tokens.slice(Math.min(at, colour) + 1, Math.max(at, colour)).every((token) => BETWEEN.test(token.text))
		)
		.sort((one, other) => one.gap - other.gap || Math.min(one.at, one.colour) - Math.min(other.at, other.colour));
	const used = new Set<number>();
	for (const { at, colour } of pairs) {
		const { part } = tokens[at] ?? {};
		const hit = tokens[colour]?.colour;
		if (used.has(at) || used.has(colour) || !part || !hit) continue;
		used.add(at).add(colour);
		colours[part] ??= hit;
	}
	if (hasStyleWord || used.size > 0) {
		for (const [at, token] of tokens.entries()) {
			if (!isColour[at] || used.has(at) || !token.colour || !(hasStyleWord || isListed(tokens, at, used))) continue;
			const free: Part | undefined = !colours.part ? 'part' : !colours.ground ? 'ground' : undefined;
			if (!free) continue;
			colours[free] = token.colour;
			used.add(at);
		}
	}
	return { colours, used: [...used].map((at) => tokens[at]).filter((token) => token !== undefined) };
}

/** A colour that stands in one list with another that was used. */
const isListed = (tokens: Token[], at: number, used: Set<number>) =>
	[...used].some(
		(other) =>
			Math.abs(other - at) <= 2 &&
			tokens.slice(Math.min(at, other) + 1, Math.max(at, other)).every((token) => /^(?:and|,|und|y|和)$/.test(token.text))
	);

/** 'green card' and 'black list' are no colours of the app. */
const isThing = (next: string | undefined) =>
	/^(?:peppers?|card|lists?|papers?|boards?|bread|wines?|teas?|beans?|roses?|flowers?|vans?|cars?)$/i.test(next ?? '');

function unknownIn(sentence: string, colours: Partial<Record<Part, ColourHit>>): string[] {
	return UNKNOWN.flatMap(([words, part]) => {
		const name = colours[part] ? undefined : words.exec(sentence)?.[1]?.trim();
		return name && name.split(/[\s-]+/).some((word) => !FILLER.has(word.toLowerCase())) ? [name] : [];
	});
}

/** The sentence without the spans and the filler around them; undefined when nothing of it is left. */
function without(sentence: string, tokens: Token[], spans: { start: number; end: number }[]): string | undefined {
	const isGone = (token: Token) => spans.some(({ start, end }) => token.start < end && token.end > start);
	const left = tokens.filter((token) => !isGone(token) && !isFillerWord(token.text));
	if (left.length === 0) return undefined;
	const first = Math.min(...spans.map((span) => span.start));
	const last = Math.max(...spans.map((span) => span.end));
	const before = left.filter((token) => token.end <= first).at(-1);
	const after = left.find((token) => token.start >= last);
	const head = before ? sentence.slice(0, before.end) + (KIND_BEHIND.exec(sentence.slice(before.end))?.[0] ?? '') : '';
	const tail = after ? sentence.slice(after.start) : '';
	const inner = left.some((token) => token.start > first && token.end < last);
	// Something of weight between two colours: nothing is cut out of the middle.
	if (inner && !head && !tail) return sentence;
	const joined = `${head}${head && tail ? ', ' : ''}${tail}`.trim();
	return joined ? `${joined}${/[.!?。]$/.test(joined) ? '' : (/[.!?。]$/.exec(sentence)?.[0] ?? '')}` : undefined;
}

/** 'a recipe site' keeps its last word. */
const KIND_BEHIND = /^ (?:web ?site|site|app|page|tool|game|layout)\b/i;

const isFillerWord = (word: string) =>
	!/[\p{L}\p{N}]/u.test(word) || FILLER.has(word.toLowerCase()) || word.replace(CHINESE_FILLER, '') === '';
const isFiller = (sentence: string) => tokensOf(sentence).every((token) => isFillerWord(token.text));
