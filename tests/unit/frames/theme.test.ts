import { colorsNamed, wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { designSchema } from '../../../src/lib/domain/blueprint';
import { themeFile, tokensOf } from '../../../src/lib/frames/client/theme';

const names = Object.keys(colorsNamed);
const token = (theme: string, name: string) => new RegExp(`--${name}: ([^;]+);`).exec(theme)?.[1];
const themeOf = (part: Parameters<typeof designSchema.parse>[0]) => themeFile(designSchema.parse(part));

describe('colours of an app', () => {
	it('are exactly those that were asked for', () => {
		const theme = themeOf({ ground: 'lavenderblush', part: 'saddlebrown' });
		expect([token(theme, 'ground'), token(theme, 'part')]).toEqual(['lavenderblush', 'saddlebrown']);
		expect(theme).not.toContain('@media');
	});

	it('are light or dark as the device is, where no background was asked for', () => {
		expect(themeOf({ part: 'teal' })).toContain('@media (prefers-color-scheme: dark)');
		expect(themeOf({ part: 'teal', darkMode: 'dark' })).toMatch(/color-scheme: dark;[^@]*$/);
	});

	it('are those of the palette where what was asked for is no colour', () => {
		expect(token(themeOf({ part: 'ocean-ish', palette: 'forest' }), 'part')).toBe('#1f6b4a');
	});

	it.each(names)('can be read on %s, whatever the components are', (ground) => {
		for (const part of ['saddlebrown', 'white', 'black', 'gold', ground]) {
			const tokens = tokensOf(ground, part);
			const contrast = (text: string, on: string) => wcagContrast(tokens[`--${text}`] ?? '', tokens[`--${on}`] ?? '');
			const texts = ['on-ground', 'muted', 'part-ink', 'good', 'wait', 'bad'].flatMap((text) =>
				['ground', 'surface'].map((on) => [text, on, contrast(text, on)] as const)
			);
			const poor = [...texts, ['on-part', 'part', contrast('on-part', 'part')] as const].filter(([, , found]) => found < 4.5);
			expect(poor, part).toEqual([]);
			expect(contrast('line-strong', 'surface'), part).toBeGreaterThanOrEqual(3);
		}
	});
});
