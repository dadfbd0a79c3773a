/** Vite plugin: the drawings that src/lib/blocks/drawing-names.json names, out of a set of thousands, as the module 'virtual:drawings'. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = join(dirname(fileURLToPath(import.meta.url)), '../src/lib/blocks/drawing-names.json');
const VIRTUAL = 'virtual:drawings';
const RESOLVED = `\0${VIRTUAL}`;

/** @returns {import('vite').Plugin} */
export function drawingsPlugin() {
	return {
		name: 'drawings',
		resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
		load(id) {
			if (id !== RESOLVED) return undefined;
			this.addWatchFile(NAMES);
			return `export const drawings = JSON.parse(${JSON.stringify(JSON.stringify(namedDrawings()))});`;
		}
	};
}

/** Bodies of SVG on 32 by 32, by name. */
function namedDrawings() {
	const { icons } = createRequire(import.meta.url)('@iconify-json/fluent-emoji-flat/icons.json');
	const names = Object.values(JSON.parse(readFileSync(NAMES, 'utf8'))).flatMap((line) => line.split(' '));
	return Object.fromEntries(
		names.map((name) => {
			if (!icons[name]) throw new Error(`drawing-names.json names '${name}', which the set of drawings has not.`);
			return [name, icons[name].body];
		})
	);
}
