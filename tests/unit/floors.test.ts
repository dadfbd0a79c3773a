import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { FLOORS } from '../../floors.js';

const CODE = /\.(ts|js|svelte)$/;
const ENDINGS = ['', '.ts', '.js', '.svelte', '.svelte.ts', '/index.ts'];
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'workers'], {
	encoding: 'utf8'
});
const files = new Set(listed.split('\n').filter((file) => CODE.test(file) && !file.includes('/template/')));

/** The files that a file imports, its types' files as well. */
function importsOf(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const script = file.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
		: text;
	return ts.preProcessFile(script, true, true).importedFiles.flatMap(({ fileName }) => {
		const path = fileName.startsWith('$lib/') ? join('src/lib', fileName.slice(5)) : join(dirname(file), fileName);
		if (!fileName.startsWith('$lib/') && !fileName.startsWith('.')) return [];
		const bare = normalize(path.replace(/\?.*$/, ''));
		return ENDINGS.map((ending) => bare + ending).find((candidate) => files.has(candidate)) ?? [];
	});
}

/** The engine stands beside all floors; pages and workers stand on top. */
function heightOf(file: string): number {
	const floor = /^src\/lib\/([^/]+)\//.exec(file)?.[1];
	if (floor) return FLOORS.indexOf(floor);
	return file.startsWith('workers/engine/') ? -1 : FLOORS.length;
}

test('every folder of src/lib is a floor, or holds styles', () => {
	const folders = new Set([...files].flatMap((file) => /^src\/lib\/([^/]+)\//.exec(file)?.[1] ?? []));
	expect([...folders].filter((folder) => !FLOORS.includes(folder))).toEqual([]);
});

test('dependencies point down only, those of types as well', () => {
	const upward = [...files].flatMap((file) =>
		importsOf(file)
			.filter((imported) => heightOf(imported) > heightOf(file) || (heightOf(file) === -1 && heightOf(imported) !== -1))
			.map((imported) => `${file} -> ${imported}`)
	);
	expect(upward).toEqual([]);
});

test('the engine is imported by its own drivers only', () => {
	const above = [...files].filter((file) => heightOf(file) !== -1);
	expect(above.flatMap((file) => importsOf(file).filter((imported) => heightOf(imported) === -1))).toEqual([]);
});
