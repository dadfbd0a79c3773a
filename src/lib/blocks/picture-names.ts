import { z } from '../domain/zod';
import drawingNames from './drawing-names.json';
import { ICON_PATHS } from './icon-paths';

/** What blocks may picture a subject with, by name: line icons in the colour of the text, and coloured drawings. */

const drawn: readonly string[] = Object.values(drawingNames).flatMap((line) => line.split(' '));
const known: ReadonlySet<string> = new Set([...drawn, ...Object.keys(ICON_PATHS)]);

/** The name of a line icon or of a coloured drawing, as a parameter. */
export const pictureName = z.string().refine((name) => known.has(name), {
	error: ({ input }) =>
		`there is no picture '${String(input)}'; near it: ${near(String(input)).join(', ')}. All names: src/lib/blocks/drawing-names.json and icon-paths.ts`
});

function near(name: string): string[] {
	const parts = name.toLowerCase().split(/[^a-z]+/);
	const found = [...known].filter((one) => parts.some((part) => part.length > 2 && one.includes(part)));
	return (found.length ? found : [...known]).slice(0, 8);
}

/** The drawings that parameters name: strings of keys that end in 'icon', at any depth. */
export function drawingsIn(value: unknown, found = new Set<string>()): Set<string> {
	if (Array.isArray(value)) for (const one of value) drawingsIn(one, found);
	else if (typeof value === 'object' && value !== null)
		for (const [key, one] of Object.entries(value)) {
			if (typeof one === 'string' && /icon$/i.test(key) && isDrawn(one)) found.add(one);
			else drawingsIn(one, found);
		}
	return found;
}

const isDrawn = (name: string) => drawn.includes(name);
