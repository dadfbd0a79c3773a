import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/lib/team/agents/outline';

const TEMPLATE = 'src/lib/frames/fullstack/template';
const sources = (readdirSync(TEMPLATE, { recursive: true }) as string[])
	.filter((path) => /\.(tsx?|css)$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(TEMPLATE, path), 'utf8') }));

describe('outlines of the frame', () => {
	it.each(sources.filter(({ path }) => /\.tsx?$/.test(path) && !path.includes('.test.')))(
		'$path keeps all that it exports, and is shorter or left out',
		({ path, text }) => {
			const outline = outlineOf(path, text);
			if (outline === undefined) return;
			const names = [...text.matchAll(/^export (?:default )?(?:async )?(?:const|function|class|interface|type) (\w+)/gm)].map(
				(match) => match[1]
			);
			for (const name of names) expect(outline).toMatch(new RegExp(`\\b${name}\\b`));
			expect(outline.length).toBeLessThan(text.length * 0.7);
		}
	);

	it('says the props of a component, not its markup', () => {
		const { path, text } = sources.find((source) => source.path.endsWith('ui/card.tsx'))!;
		const outline = outlineOf(path, text)!;
		expect(outline).toContain('actions?: ReactNode;');
		expect(outline).toContain('export function PageHead(');
		expect(outline).not.toMatch(/className|return \(/);
	});

	it('lists the classes and custom properties of a style sheet', () => {
		const { path, text } = sources.find((source) => source.path.endsWith('ui/ui.css'))!;
		expect(outlineOf(path, text)).toMatch(/^classes: .*\bform-end\b/);
	});

	it('lists the titles of tests, in their groups', () => {
		const { path, text } = sources.find((source) => source.path.endsWith('server.test.ts'))!;
		expect(outlineOf(path, text)).toContain('- example records can be saved again unchanged');
	});

	it('keeps return types that are objects', () => {
		const text = `export function open(path: string): { url: string } {\n${'\twork();\n'.repeat(200)}}\n`;
		expect(outlineOf('a.ts', text)).toBe('export function open(path: string): { url: string };');
	});

	it('leaves short files and other kinds whole', () => {
		expect(outlineOf('a.ts', 'export const one = 1;')).toBeUndefined();
		expect(outlineOf('package.json', 'x'.repeat(5000))).toBeUndefined();
	});
});
