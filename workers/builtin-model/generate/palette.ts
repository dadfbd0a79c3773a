/** Colours: from the names people use to the tokens of the frame, contrast kept. */
import { formatHex, interpolate, modeLrgb, modeRgb, useMode, wcagContrast, wcagLuminance } from 'culori/fn';
import type { Design } from '../../../src/lib/domain/blueprint';

useMode(modeRgb);
useMode(modeLrgb);

/** Accent colours by name: for light and for dark pages, both readable as text. */
const ACCENTS: Record<string, [light: string, dark: string]> = {
	ocean: ['#0f5f8a', '#6cbdea'],
	teal: ['#0f766e', '#4fd1c5'],
	blue: ['#1d4ed8', '#8ab0ff'],
	navy: ['#1e3a8a', '#93b4ff'],
	green: ['#15703a', '#6fd596'],
	emerald: ['#047857', '#5fd3a8'],
	olive: ['#5b6315', '#c3cc6b'],
	red: ['#b3261e', '#ff9d95'],
	crimson: ['#a8123a', '#ff92ab'],
	burgundy: ['#7b1e3b', '#f09ab5'],
	orange: ['#b04a00', '#ffab6b'],
	coral: ['#b8432f', '#ff9f8c'],
	yellow: ['#7a5b00', '#f0cb4e'],
	gold: ['#7d5a00', '#e8c35a'],
	amber: ['#8a5200', '#f5b95a'],
	purple: ['#6d28d9', '#bfa0ff'],
	violet: ['#6d28d9', '#bfa0ff'],
	lilac: ['#7b3fa0', '#d5a8f0'],
	lavender: ['#6247aa', '#c3b1f5'],
	pink: ['#b0246e', '#ff9bd0'],
	magenta: ['#a3117f', '#ff93e2'],
	brown: ['#7a4a21', '#d9a878'],
	turquoise: ['#0b7285', '#5fd4e6'],
	mint: ['#12725a', '#7ce0c3'],
	grey: ['#4b5563', '#b4bcc8'],
	gray: ['#4b5563', '#b4bcc8'],
	black: ['#1f2328', '#dfe3e8'],
	rose: ['#b1245c', '#ff9dbf'],
	indigo: ['#4338ca', '#a5a8ff']
};
/** Backgrounds by name. */
const GROUNDS: Record<string, [light: string, dark: string]> = {
	ivory: ['#fffff0', '#16160f'],
	cream: ['#fdf8e7', '#17150e'],
	white: ['#ffffff', '#121314'],
	beige: ['#f5efe0', '#17140f'],
	black: ['#f4f4f5', '#08090a'],
	grey: ['#f3f4f6', '#131416'],
	gray: ['#f3f4f6', '#131416'],
	sand: ['#f6f0e2', '#16130d'],
	mint: ['#f0faf5', '#0e1512'],
	lavender: ['#f6f3fd', '#131118'],
	pink: ['#fdf2f7', '#181116'],
	blue: ['#f1f6fd', '#0f1319'],
	green: ['#f2f8f2', '#101510']
};
/** Further names; what they give as accent and as background is derived. */
const NAMED: Record<string, string> = {
	linen: '#faf0e6',
	sienna: '#a0522d',
	tan: '#d2b48c',
	salmon: '#fa8072',
	plum: '#8e4585',
	maroon: '#800000',
	slate: '#708090',
	charcoal: '#36454f',
	chocolate: '#7b3f00',
	rust: '#b7410e',
	terracotta: '#c8553d',
	peach: '#ffdab9',
	cyan: '#00a5b5',
	silver: '#c0c0c0',
	khaki: '#c3b091',
	snow: '#fffafa',
	cobalt: '#0047ab',
	aqua: '#00a5b5',
	fuchsia: '#c4168a',
	mauve: '#915f8d',
	lime: '#5a9e0a'
};
export const colourNames = [...new Set([...Object.keys(ACCENTS), ...Object.keys(GROUNDS), ...Object.keys(NAMED)])];
export const isGround = (name: string) => (name in GROUNDS && !(name in ACCENTS)) || /^(linen|snow|peach)$/.test(name);

type Shades = readonly [light: string, dark: string];

/** An accent for light and for dark pages, readable as text on both; `name` is a colour's name, of this model or of CSS, or '#rrggbb'. */
export function accentOf(name: string): Shades {
	const known = ACCENTS[name];
	if (known) return known;
	const base = NAMED[name] ?? formatHex(name) ?? '#0f5f8a';
	return [readable(base, '#000000', '#ffffff'), readable(base, '#ffffff', '#191d1b')];
}

/** A page background for light and for dark mode. */
export function groundOf(name: string): Shades {
	const known = GROUNDS[name];
	if (known) return known;
	const base = NAMED[name] ?? ACCENTS[name]?.[0] ?? formatHex(name) ?? '#ffffff';
	return [wcagLuminance(base) > 0.8 ? base : mix(base, '#ffffff', 0.9), mix(base, '#101214', 0.92)];
}

/** What text needs at least is 4.5; a little more leaves room for rounding. @source WCAG 2.2, 1.4.3 */
const TEXT_CONTRAST = 4.8;

/** The colour, moved towards another until text in it can be read on `page`. */
function readable(base: string, towards: string, page: string): string {
	for (let share = 0; share < 1; share += 0.05) {
		const shade = mix(base, towards, share);
		if (wcagContrast(shade, page) >= TEXT_CONTRAST) return shade;
	}
	return towards;
}

const mix = (from: string, to: string, share: number) => formatHex(interpolate([from, to], 'rgb')(share));

/** The colour that a blueprint asks for, by part; `colours` holds 'accent:teal' and 'ground:ivory', or hex values. */
export const askedFor = (design: Design, part: 'accent' | 'ground') =>
	design.colours.find((colour) => colour.startsWith(`${part}:`))?.slice(part.length + 1);

/** The palette file. */
export function shades(design: Design): string {
	const accent = accentOf(askedFor(design, 'accent') ?? design.palette);
	const groundName = askedFor(design, 'ground');
	const ground = groundName ? groundOf(groundName) : undefined;
	const lines = [
		`  --accent: light-dark(${accent[0]}, ${accent[1]});`,
		`  --accent-strong: light-dark(color-mix(in srgb, ${accent[0]} 80%, black), color-mix(in srgb, ${accent[1]} 80%, white));`,
		`  --accent-soft: light-dark(color-mix(in srgb, ${accent[0]} 12%, white), color-mix(in srgb, ${accent[1]} 18%, #14181a));`,
		'  --on-accent: light-dark(#ffffff, #0a0f12);',
		...(ground
			? [
					`  --bg: light-dark(${ground[0]}, ${ground[1]});`,
					`  --sunken: light-dark(color-mix(in srgb, ${ground[0]} 60%, white), ${ground[1]});`
				]
			: []),
		...(design.darkMode === 'system' ? [] : [`  color-scheme: ${design.darkMode};`])
	];
	const asked = design.colours.length ? ` Asked for: ${design.colours.join(', ')}.` : '';
	return `/* The colours of this app, over the defaults of tokens.css.${asked} */\n:root {\n${lines.join('\n')}\n}\n`;
}
