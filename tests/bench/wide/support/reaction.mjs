/** The coloured area of a reaction test: what colour it has, and a place to press on it. */
import { poll } from './screen.mjs';

/** @returns {Promise<{ colour: 'red' | 'green' | '', x: number, y: number }>} the largest thing on the page that is red or green */
export const areaOf = (page) =>
	page.evaluate(() => {
		const colourOf = (node) => {
			const [r, g, b, a = 1] = (getComputedStyle(node).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
			if (a < 0.5) return '';
			if (r > 140 && r > g * 1.6 && r > b * 1.6) return 'red';
			return g > 90 && g > r * 1.35 && g > b * 1.15 ? 'green' : '';
		};
		const largest = { colour: '', x: 0, y: 0, size: 20_000 };
		for (const node of document.querySelectorAll('body, body *')) {
			const colour = colourOf(node);
			const { x, y, width, height } = node.getBoundingClientRect();
			if (!colour || width * height <= largest.size) continue;
			Object.assign(largest, { colour, x: x + width / 2, y: Math.min(y + height / 2, innerHeight - 20), size: width * height });
		}
		return largest;
	});

/** Waits for the colour. @returns {Promise<number | undefined>} after how many ms it came */
export async function waitFor(page, colour, longestMs) {
	const started = Date.now();
	const is = await poll(async () => (await areaOf(page)).colour === colour, longestMs);
	return is ? Date.now() - started : undefined;
}

/** A place to press where nothing is red or green: in the middle of the largest button, or of the window. */
export const pressable = (page) =>
	page.evaluate(() => {
		const boxes = [...document.querySelectorAll('main button, main [role=button], main [tabindex]')].map((node) =>
			node.getBoundingClientRect()
		);
		const [largest] = boxes.sort((a, b) => b.width * b.height - a.width * a.height);
		if (!largest) return { x: innerWidth / 2, y: innerHeight / 2 };
		return { x: largest.x + largest.width / 2, y: Math.min(largest.y + largest.height / 2, innerHeight - 20) };
	});
