import { wcagContrast } from 'culori/fn';
import { expect, test } from 'vitest';
import { accentOf, colourNames, groundOf } from '../../../workers/builtin-model/generate/palette';

/** Every seventh step of each channel. */
const anyColour = Array.from({ length: 512 }, (_, at) => {
	const channels = [at >> 6, at >> 3, at].map((value) => ((value & 7) * 36).toString(16).padStart(2, '0'));
	return `#${channels.join('')}`;
});

test.each([
	['colours by name', colourNames],
	['any colour', anyColour]
])('%s can be read as text on light and on dark pages, and text can be read on them', (_, names) => {
	const unreadable = names.filter((name) => {
		const [light, dark] = accentOf(name);
		return wcagContrast(light, '#ffffff') < 4.5 || wcagContrast(dark, '#191d1b') < 4.5;
	});
	expect(unreadable).toEqual([]);
	for (const name of names) {
		const [light, dark] = groundOf(name);
		expect(wcagContrast(light, '#1a1d1b'), name).toBeGreaterThan(7);
		expect(wcagContrast(dark, '#e8eae9'), name).toBeGreaterThan(7);
	}
});
