/** Colours asked for in words: 'Background ivory, buttons teal', 'in green', '#0a7'. */
import type { Design } from '../../../src/lib/team/blueprint';
import { colourNames, isGround } from '../generate/palette';

export function findColours(text: string): Pick<Design, 'palette' | 'colours' | 'darkMode'> {
	const names = colourNames.join('|');
	const colours: string[] = [];
	const ground = new RegExp(`\\b(?:background|page|pages)\\b[^.]{0,15}?\\b(${names})\\b|\\b(${names}) background`, 'i').exec(
		text
	);
	const groundName = (ground?.[1] ?? ground?.[2])?.toLowerCase();
	const rest = ground ? text.replace(ground[0], ' ') : text;
	const accent = new RegExp(`\\b(${names})\\b(?! (?:pepper|card|list|paper))`, 'i')
		.exec(/colou?r|buttons?|theme|background|palette|design/i.test(text) ? rest : '')?.[1]
		?.toLowerCase();
	const hex = /#[0-9a-f]{6}\b/i.exec(text)?.[0].toLowerCase();
	const accentName = hex ?? (accent && !isGround(accent) ? accent : undefined);
	if (accentName) colours.push(`accent:${accentName}`);
	if (groundName) colours.push(`ground:${groundName}`);
	const darkMode = /\bdark (mode|theme|design)\b/i.test(text)
		? 'dark'
		: /\blight (mode|theme)\b/i.test(text)
			? 'light'
			: 'system';
	return { palette: accentName ?? 'ocean', colours, darkMode };
}
