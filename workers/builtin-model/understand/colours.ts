/** Colours asked for in words, each with what it is for: 'Background ivory, buttons teal', 'lavender in the background', '#0a7'. */
import type { Design } from '../../../src/lib/domain/blueprint';
import { colourNames, isGround } from '../generate/palette';

type Part = 'accent' | 'ground';
const PARTS: [RegExp, Part][] = [
	[/^(backgrounds?|backdrop|ground|pages?)$/, 'ground'],
	[/^(buttons?|components?|accents?|links|controls|highlights?|elements?|icons?)$/, 'accent']
];
/** What may stand between a colour and its part; a comma or 'and' may not. */
const BETWEEN = /^(in|on|for|the|all|a|an|as|is|are|be|should|shall|of|to|colou?r(ed)?|light|dark|deep|pale|soft|warm|bright|:)$/;
const HEX = /^#[0-9a-f]{6}$/;
const STYLE = /colou?r|buttons?|theme|background|palette|design|\bstyle|components?/i;

export function findColours(text: string): Pick<Design, 'palette' | 'colours' | 'darkMode'> {
	const found: Partial<Record<Part, string>> = {};
	for (const sentence of text.toLowerCase().split(/[.;!?\n]/)) {
		const tokens = sentence.match(/#[0-9a-f]{6}\b|[a-z][a-z-]*|[,:]/g) ?? [];
		const free = assign(tokens, found);
		if (!STYLE.test(sentence)) continue;
		for (const colour of free) {
			if (isGround(colour)) found.ground ??= colour;
			else found.accent ??= colour;
		}
	}
	const { accent, ground } = found;
	return {
		palette: accent ?? 'ocean',
		colours: [...(accent ? [`accent:${accent}`] : []), ...(ground ? [`ground:${ground}`] : [])],
		darkMode: /\bdark (mode|theme|design)\b/i.test(text) ? 'dark' : /\blight (mode|theme)\b/i.test(text) ? 'light' : 'system'
	};
}

/** Pairs each part with the colour nearest to it; answers with the colours that belong to no part. */
function assign(tokens: string[], found: Partial<Record<Part, string>>): string[] {
	const colours = tokens.flatMap((token, at) => (isColour(token) && !isThing(tokens[at + 1]) ? [at] : []));
	const pairs = tokens
		.flatMap((token, at) => {
			const part = PARTS.find(([words]) => words.test(token))?.[1];
			return part ? colours.map((colour) => ({ part, at, colour, gap: Math.abs(at - colour) })) : [];
		})
		.filter(({ at, colour }) =>
			tokens.slice(Math.min(at, colour) + 1, Math.max(at, colour)).every((token) => BETWEEN.test(token))
		)
		.sort((one, other) => one.gap - other.gap || Math.min(one.at, one.colour) - Math.min(other.at, other.colour));
	const used = new Set<number>();
	for (const { part, at, colour } of pairs) {
		if (used.has(at) || used.has(colour)) continue;
		used.add(at).add(colour);
		found[part] ??= tokens[colour] ?? '';
	}
	return colours.filter((at) => !used.has(at)).map((at) => tokens[at] ?? '');
}

const isColour = (token: string) => HEX.test(token) || colourNames.includes(token);
/** 'green card' and 'black list' are no colours of the app. */
const isThing = (next: string | undefined) => /^(peppers?|cards?|lists?|papers?|boards?)$/.test(next ?? '');
