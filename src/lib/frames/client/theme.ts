/** Colours of an app: what was asked for exactly as it was named, and all that goes with it readable on it. */
import { formatHex, interpolate, modeLrgb, modeRgb, parse, useMode, wcagContrast } from 'culori/fn';
import type { Design } from '../../domain/blueprint';

useMode(modeRgb);
useMode(modeLrgb);

/** What text needs at least is 4.5, an outline 3; a little more leaves room for rounding. @source WCAG 2.2, 1.4.3 and 1.4.11 */
const TEXT = 4.6;
const EDGE = 3.1;
/** Parts of an app whose colours nobody named, by its palette. */
const PARTS: Record<string, string> = {
	ocean: '#1f5fa8',
	forest: '#1f6b4a',
	berry: '#8e2a5b',
	sunset: '#b5482a',
	plum: '#5b3a8e',
	slate: '#3f4c5c',
	teal: '#0f6b6b',
	gold: '#8a6110',
	rose: '#b02a55',
	night: '#3a4fb0'
};
const WHITE_GROUND = '#ffffff';
const DARK_GROUND = '#121417';

type Tokens = Record<string, string>;

/** src/web/theme.css of an app. Without a background that was asked for, it is light or dark as the device is. */
export function themeFile(design: Design): string {
	const part = partOf(design);
	const asked = isColour(design.ground) ? design.ground : undefined;
	const ground = asked ?? (design.darkMode === 'dark' ? DARK_GROUND : WHITE_GROUND);
	const isFixed = asked !== undefined || design.darkMode !== 'system';
	const said = [asked && `background ${asked}`, isColour(design.part) && `components ${design.part}`].filter(Boolean);
	return [
		`/* The colours of this app.${said.length ? ` Asked for: ${said.join(', ')}.` : ''} */`,
		rule(tokensOf(ground, part)),
		...(isFixed ? [] : [`@media (prefers-color-scheme: dark) {\n${indented(rule(tokensOf(DARK_GROUND, part)))}\n}`]),
		''
	].join('\n');
}

/** The colour of an app's components: as asked for, else that of its palette. */
export const partOf = ({ part, palette }: Design): string => (isColour(part) ? part : (PARTS[palette] ?? '#1f5fa8'));

/** Whether a browser knows it as a colour. */
const isColour = (text: string): boolean => text !== '' && parse(text) !== undefined;

/** All colours that go with a background and a colour of components. */
export function tokensOf(ground: string, part: string): Tokens {
	const isDark = wcagContrast(ground, '#ffffff') > wcagContrast(ground, '#000000');
	const far = isDark ? '#ffffff' : '#000000';
	const ink = readable(mix(part, isDark ? '#f3f4f6' : '#16181b', 0.9), far, [ground], 9);
	const surface = surfaceOn(ground, part, isDark);
	const soft = mix(surface, part, isDark ? 0.3 : 0.14);
	const grounds = [ground, surface];
	const edge = (share: number) => readable(mix(ground, ink, share), ink, grounds, EDGE);
	return {
		'color-scheme': isDark ? 'dark' : 'light',
		'--ground': ground,
		'--on-ground': ink,
		'--muted': readable(mix(ink, ground, 0.34), ink, [...grounds, soft], TEXT),
		'--surface': surface,
		'--field': isDark ? mix(ground, '#000000', 0.25) : mix(surface, '#ffffff', 0.7),
		'--line': mix(ground, ink, 0.13),
		'--line-strong': edge(0.4),
		'--part': part,
		'--on-part': onPart(part),
		'--part-edge': wcagContrast(part, ground) >= 1.6 ? part : edge(0.4),
		'--part-ink': readable(part, far, [...grounds, soft], TEXT),
		'--part-soft': soft,
		'--good': readable('#1a7a43', far, grounds, TEXT),
		'--wait': readable('#946200', far, grounds, TEXT),
		'--bad': readable('#b8302a', far, grounds, TEXT)
	};
}

/** Of cards: away from the text's colour, so that it can be read there as well; on white, a breath of the components' colour. */
function surfaceOn(ground: string, part: string, isDark: boolean): string {
	if (!isDark) return wcagContrast(ground, '#ffffff') < 1.06 ? mix(ground, part, 0.05) : mix(ground, '#ffffff', 0.6);
	return wcagContrast(ground, '#ffffff') < 6 ? mix(ground, '#000000', 0.16) : mix(ground, '#ffffff', 0.075);
}

/** White where it can be read, else what can. */
function onPart(part: string): string {
	if (wcagContrast('#ffffff', part) >= 4.5) return '#ffffff';
	const dark = mix(part, '#101214', 0.9);
	return wcagContrast(dark, part) >= 4.5 ? dark : '#000000';
}

/** The colour, moved towards another until it can be read on all of `grounds`. */
function readable(base: string, towards: string, grounds: readonly string[], contrast: number): string {
	for (let share = 0; share < 1; share += 0.04) {
		const shade = share ? mix(base, towards, share) : base;
		if (grounds.every((ground) => wcagContrast(shade, ground) >= contrast)) return share ? shade : (formatHex(base) ?? base);
	}
	return towards;
}

const mix = (from: string, to: string, share: number) => formatHex(interpolate([from, to], 'rgb')(share));
const rule = (tokens: Tokens) =>
	`:root {\n${Object.entries(tokens)
		.map(([name, value]) => `\t${name}: ${value};`)
		.join('\n')}\n}`;
const indented = (text: string) => text.replace(/^/gm, '\t');
