import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ENGINE = 'workers/engine/';
const ENDINGS = ['', '.ts', '.js', '/index.ts'];
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ENGINE], { encoding: 'utf8' });
const files = new Set(listed.split('\n').filter((file) => /\.(ts|js)$/.test(file) && ts.sys.fileExists(file)));

/** `fs` for what is in the folder of that name; a file beside the rooms is a room of its own. */
const roomOf = (file: string): string => file.slice(ENGINE.length).split('/')[0] ?? '';

/** Files outside their room that a file imports, its types' files as well. */
function importsOf(file: string): string[] {
	return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.flatMap(({ fileName }) => {
		if (!fileName.startsWith('.')) return [];
		const path = normalize(join(dirname(file), fileName));
		const found = ENDINGS.map((ending) => path + ending).find((candidate) => files.has(candidate));
		return found && roomOf(found) !== roomOf(file) ? [found] : [];
	});
}

/** Each room with those that it imports, and one import as the reason. */
const rooms = new Map<string, Map<string, string>>();
for (const file of files) {
	const below = rooms.get(roomOf(file)) ?? new Map<string, string>();
	rooms.set(roomOf(file), below);
	for (const imported of importsOf(file)) below.set(roomOf(imported), `${file} -> ${imported}`);
}

/** The first circle found from `room` on, as its imports; empty where there is none. */
function circleFrom(room: string, path: readonly string[], reasons: readonly string[]): readonly string[] {
	const at = path.indexOf(room);
	if (at >= 0) return reasons.slice(at);
	for (const [next, reason] of rooms.get(room) ?? []) {
		const circle = circleFrom(next, [...path, room], [...reasons, reason]);
		if (circle.length > 0) return circle;
	}
	return [];
}

test("the engine's rooms import each other in no circle", () => {
	expect([...rooms.keys()].map((room) => circleFrom(room, [], [])).find((circle) => circle.length > 0) ?? []).toEqual([]);
});

test('the kernel knows neither previews nor what runs in processes', () => {
	const below = [...(rooms.get('kernel')?.keys() ?? [])];
	expect(below.filter((room) => ['preview', 'process', 'bindings', 'modules', 'entry'].includes(room))).toEqual([]);
});

test('what the parts of the file system are made of stays in their room', () => {
	const parts =
		/\/fs\/(?:allocator|changes|dentries|directories|extents|file-data|fsck|heap|inodes?|inode-slots|journal|names|open-files|path-walk|recovery|layout\/(?:dentry|superblock))\.ts$/;
	const users = [...files].flatMap((file) =>
		importsOf(file)
			.filter((imported) => roomOf(imported) === 'fs' && parts.test(imported))
			.map((imported) => `${file} -> ${imported}`)
	);
	expect(users).toEqual([]);
});

test('only the entries know both the kernel and its previews, or both a process and its bindings', () => {
	const both = (first: string, second: string) =>
		[...rooms].filter(([, below]) => below.has(first) && below.has(second)).map(([room]) => room);
	expect(both('process', 'bindings')).toEqual(['entry']);
	expect(both('kernel', 'preview')).toEqual(['entry']);
});
