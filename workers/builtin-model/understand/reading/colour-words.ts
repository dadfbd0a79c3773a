/** Colours as people name them: all names of CSS in one or more words, and everyday words of four languages. */
import { colorsNamed } from 'culori/fn';

/** Everyday names that CSS does not have: what is nearest to what people mean. */
const EVERYDAY: Record<string, string> = {
	cream: '#fffdd0',
	sand: '#f4ecd8',
	mustard: '#c8991a',
	sage: '#b2ac88',
	mint: 'mintcream',
	burgundy: '#800020',
	wine: '#722f37',
	petrol: '#005f6a',
	charcoal: '#36454f',
	slate: 'slategray',
	rust: '#b7410e',
	terracotta: '#c8553d',
	peach: 'peachpuff',
	rose: '#d36c7d',
	lilac: '#c8a2c8',
	mauve: '#915f8d',
	cobalt: '#0047ab',
	emerald: '#047857',
	amber: '#ffbf00',
	apricot: '#fbceb1',
	'off white': '#faf9f6',
	'navy blue': 'navy',
	'baby blue': '#89cff0',
	'bottle green': '#006a4e',
	'light pink': 'lightpink'
};

/** Other languages: the longest that fits counts, so 'hellblau' before 'blau'. */
const FOREIGN: Record<string, string> = {
	...words(
		'weiß white weiss white schwarz black rot red blau blue grün green gelb yellow grau gray braun brown rosa pink lila purple violett violet orange orange türkis turquoise beige beige dunkelblau darkblue hellblau lightblue dunkelgrün darkgreen hellgrün lightgreen dunkelrot darkred hellgrau lightgray dunkelgrau darkgray hellgelb lightyellow himmelblau skyblue marineblau navy königsblau royalblue waldgrün forestgreen elfenbein ivory creme #fffdd0 sand #f4ecd8 lavendel lavender lachs salmon koralle coral gold gold silber silver leinen linen schokolade chocolate'
	),
	...words(
		'blanco white negro black rojo red azul blue verde green amarillo yellow gris gray marrón brown marron brown rosa pink morado purple violeta violet naranja orange turquesa turquoise celeste skyblue beige beige crema #fffdd0 marfil ivory dorado gold plateado silver lavanda lavender salmón salmon coral coral granate #800020 lino linen'
	),
	'azul marino': 'navy',
	'azul claro': 'lightblue',
	'azul oscuro': 'darkblue',
	'verde oscuro': 'darkgreen',
	'verde claro': 'lightgreen',
	'verde bosque': 'forestgreen',
	'gris claro': 'lightgray',
	'gris oscuro': 'darkgray',
	'rojo oscuro': 'darkred',
	'azul cielo': 'skyblue'
};
/** Those that take endings. */
const GERMAN = new Set(
	'weiß schwarz rot blau grün gelb grau braun violett türkis dunkelblau hellblau dunkelgrün hellgrün dunkelrot hellgrau dunkelgrau hellgelb'.split(
		' '
	)
);
/** Chinese, longest first where one begins with another. */
const CHINESE: [string, string][] = Object.entries(
	words(
		'深蓝 darkblue 浅蓝 lightblue 天蓝 skyblue 海军蓝 navy 深灰 darkgray 浅灰 lightgray 深绿 darkgreen 浅绿 lightgreen 森林绿 forestgreen 墨绿 darkslategray 深红 darkred 浅红 lightcoral 浅黄 lightyellow 米黄 cornsilk 米白 #faf9f6 米色 beige 象牙白 ivory 薰衣草 lavender 粉红 pink 粉色 pink 橙色 orange 紫色 purple 棕色 brown 褐色 saddlebrown 咖啡色 chocolate 金色 gold 银色 silver 青色 teal 白色 white 黑色 black 红色 red 蓝色 blue 绿色 green 黄色 yellow 灰色 gray'
	)
).map(([word, css]) => [word, css]);
/** What a theme that names no colour but a mood is given. */
export const MOODS: Record<string, { ground: string; part: string }> = {
	warm: { ground: 'oldlace', part: 'sienna' },
	cool: { ground: 'aliceblue', part: 'steelblue' },
	fresh: { ground: 'mintcream', part: 'seagreen' },
	pastel: { ground: 'lavenderblush', part: 'mediumpurple' },
	earthy: { ground: 'linen', part: 'saddlebrown' },
	calm: { ground: 'aliceblue', part: 'darkslategray' },
	gentle: { ground: 'oldlace', part: 'cadetblue' },
	playful: { ground: 'lemonchiffon', part: 'mediumvioletred' },
	elegant: { ground: 'ivory', part: 'darkslategray' },
	bright: { ground: 'white', part: 'darkorange' }
};

export interface ColourHit {
	/** A CSS colour as the stylesheet has it: 'saddlebrown', '#aa3300', 'rgb(1 2 3)'. */
	css: string;
	/** As the person wrote it. */
	said: string;
	/** Length of what was said, in UTF-16 units. */
	length: number;
	/** An everyday word stands for a colour that only comes near. */
	isNear: boolean;
}

const NUMERIC = /^(?:#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z])|(?:rgb|hsl)a?\([^)]{3,40}\))/i;
/** No name of CSS has more words: 'light golden rod yellow'. */
const MOST_WORDS = 4;

/** The colour that a text begins with. */
export function colourAtStart(text: string): ColourHit | undefined {
	const numeric = NUMERIC.exec(text)?.[0];
	if (numeric) return { css: numeric.toLowerCase(), said: numeric, length: numeric.length, isNear: false };
	const chinese = CHINESE.find(([word]) => text.startsWith(word));
	if (chinese) {
		const said = `${chinese[0]}${!chinese[0].endsWith('色') && text.startsWith('色', chinese[0].length) ? '色' : ''}`;
		return { css: chinese[1], said, length: said.length, isNear: false };
	}
	const words = /^\p{Script=Latin}+(?:[ -]\p{Script=Latin}+){0,3}/u.exec(text)?.[0];
	if (!words) return undefined;
	const ends = [...words.matchAll(/\p{L}+/gu)].map((match) => match.index + match[0].length);
	for (const length of ends.slice(0, MOST_WORDS).reverse()) {
		const said = text.slice(0, length);
		const css = cssColour(said);
		if (css) return { css, said, length, isNear: css.startsWith('#') };
	}
	return undefined;
}

/** A colour by one of its names: 'Saddle Brown', 'light-grey', 'azul marino'. */
export function cssColour(name: string): string | undefined {
	const plain = name.toLowerCase().trim();
	const joined = plain.replace(/[\s-]+/g, '');
	if (Object.hasOwn(colorsNamed, joined)) return joined;
	const spoken = plain.replace(/[\s-]+/g, ' ');
	// 'blaue Knöpfe', 'botones rojas'.
	const german = spoken.replace(/(?<=\p{L}{3})e[rsnm]?$/u, '');
	const spanish = spoken.replace(/(?:a|os|as)$/, 'o');
	return EVERYDAY[spoken] ?? FOREIGN[spoken] ?? (GERMAN.has(german) ? FOREIGN[german] : undefined) ?? FOREIGN[spanish];
}

function words(list: string): Record<string, string> {
	const parts = list.split(' ');
	return Object.fromEntries(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? '']] : [])));
}
