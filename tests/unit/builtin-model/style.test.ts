import { describe, expect, it } from 'vitest';
import { colorsNamed } from 'culori/fn';
import { sentencesOf } from '../../../workers/builtin-model/understand/reading/sentences';
import { cssColour } from '../../../workers/builtin-model/understand/reading/colour-words';
import { takeOffStyle } from '../../../workers/builtin-model/understand/reading/style';

const read = (text: string) => takeOffStyle(sentencesOf(text).map((sentence) => sentence.text));
const coloursOf = (text: string) => {
	const { style } = read(text);
	return [style.ground, style.part];
};

describe('colours', () => {
	it.each(Object.keys(colorsNamed))('go by their name of CSS, whatever stands between its words: %s', (name) => {
		expect(cssColour(name)).toBe(name);
		expect(coloursOf(`Use ${name} as the background.`)).toEqual([name, '']);
	});

	it.each([
		['Use beige for the background and saddle brown for components.', 'beige', 'saddlebrown'],
		['The background should be old lace and the components sienna.', 'oldlace', 'sienna'],
		['Lavender backdrop, indigo components.', 'lavender', 'indigo'],
		['Make the page midnight blue and give every component gold.', 'midnightblue', 'gold'],
		['Set light cyan as the background color, style components with tomato.', 'lightcyan', 'tomato'],
		['Fondo en honeydew y componentes en forest green.', 'honeydew', 'forestgreen'],
		['bg bisque, components chocolate', 'bisque', 'chocolate'],
		['背景色用 mint cream,组件用 sea green。', 'mintcream', 'seagreen'],
		['背景用浅灰色,按钮用深蓝色。', 'lightgray', 'darkblue'],
		['Der Hintergrund soll lavender blush sein, die Bedienelemente medium purple.', 'lavenderblush', 'mediumpurple'],
		['Der Hintergrund soll hellblau sein, die Knöpfe dunkelgrün.', 'lightblue', 'darkgreen'],
		['Fondo azul claro y botones azul marino.', 'lightblue', 'navy'],
		['Apply gainsboro to the background and teal to components.', 'gainsboro', 'teal'],
		['cornsilk back, dark goldenrod components.', 'cornsilk', 'darkgoldenrod'],
		['can you do peach puff in the background and cadet blue for the buttons, cards and so on', 'peachpuff', 'cadetblue'],
		['Pick dark slate gray for the background with khaki components.', 'darkslategray', 'khaki'],
		['I want lemon chiffon as background and hot pink in the components please!!', 'lemonchiffon', 'hotpink'],
		['Components crimson on a snow background.', 'snow', 'crimson'],
		['The background shall be powder blue; components shall be rendered in dark slate gray.', 'powderblue', 'darkslategray'],
		['Implement dim gray as the background and firebrick as the component color.', 'dimgray', 'firebrick'],
		['Background: misty rose. Components: indian red.', 'mistyrose', 'indianred'],
		['Style the layout with lavender in the background and indigo for components.', 'lavender', 'indigo'],
		['Background #fafafa and buttons rgb(170, 51, 0).', '#fafafa', 'rgb(170, 51, 0)'],
		['Navajo-white background, light goldenrod yellow buttons.', 'navajowhite', 'lightgoldenrodyellow'],
		['A green and cream theme.', '#fffdd0', 'green']
	])('are for what they are named with, and the sentence says nothing else: %s', (sentence, ground, part) => {
		if (ground) expect(coloursOf(sentence)).toEqual([ground, part]);
		expect(read(sentence).rest.filter(Boolean)).toEqual([]);
	});

	it.each([
		'Members get a green card.',
		'Screen is red, you wait, become green, you click fast.',
		'When service is near show yellow, when is past show red.',
		'Tomato soup and chocolate cake are on the menu.',
		'要有绿茶、红茶、乌龙、白茶四个分类。',
		'We sell orange boxes.',
		'Peru and Tan are travellers who write a gold standard.'
	])('are none where a sentence is about something else: %s', (sentence) => {
		expect(coloursOf(sentence)).toEqual(['', '']);
		expect(read(sentence).rest).toEqual([sentence]);
	});

	it('leave the rest of a sentence that says more', () => {
		expect(read('A recipe site with a beige background and brown buttons.').rest).toEqual(['A recipe site.']);
		expect(read('Dark mode, and people can sign in.').style.mode).toBe('dark');
		expect(read('Dark mode, and people can sign in.').rest.join()).toContain('people can sign in');
	});

	it('that nobody knows are named, and an empty wish for style too', () => {
		const { style, rest } = read('Use glimmer as the background and teal for components.');
		expect([style.ground, style.part, style.unknown, rest]).toEqual(['', 'teal', ['glimmer'], [undefined]]);
		expect(read('Apply as the background.').style.unknown).toEqual(['Apply as the background.']);
		expect(read('Apply as the background.').rest).toEqual([undefined]);
	});

	it('of a mood are chosen, and it says so', () => {
		const { style } = read('Warm colours please.');
		expect([style.ground, style.part]).toEqual(['oldlace', 'sienna']);
		expect(style.assumed).toHaveLength(1);
		expect(coloursOf('Warm colours: background linen, components sienna.')).toEqual(['linen', 'sienna']);
	});
});
