import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportProject } from '../../../src/lib/project/export';
import { isGitPath } from '../../../src/lib/domain/git-names';
import { unzipFiles } from '../../../src/lib/project/zip';
import { cleanPath, isWritable, matchesGlob } from '../../../src/lib/domain/write-set';

const DISGUISES = [
	'.git',
	'.GIT',
	'.Git.',
	'.git ',
	'.git. .',
	'git~1',
	'GIT~1 ',
	'.g\u200cit',
	'\ufeff.git',
	'.git::$INDEX_ALLOCATION',
	'.git:stream'
];
const PLAIN = ['.gitignore', '.gitmodules', '.gitattributes', '.github/ci.yml', 'git~2', 'legit', '.git-hooks', 'my.git', 'git'];

const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));

describe("git's own folder", () => {
	it('is known in every disguise that a disk may see through', () => {
		for (const name of DISGUISES)
			expect([name, isGitPath(name), isGitPath(`a/${name}/hooks/x`), isGitPath(`a\\${name}\\x`)]).toEqual([
				name,
				true,
				true,
				true
			]);
	});
	it('is not seen where there is none', () => {
		for (const name of PLAIN) expect([name, isGitPath(`a/${name}`)]).toEqual([name, false]);
	});
	it('is no path of a project, at any depth', () => {
		for (const name of DISGUISES) expect([name, cleanPath(`vendor/${name}/config`)]).toEqual([name, undefined]);
		for (const name of PLAIN) expect(cleanPath(`vendor/${name}`)).toBe(`vendor/${name}`);
	});
});

describe('a pattern of a write set', () => {
	it('knows stars alone: brackets, braces, plus and exclamation marks are parts of names', () => {
		const names = ['src/[id]/(app)/+page.ts', '{a,b}.ts', '@(a|b).ts', 'a?.ts', '[a-z].ts', '^a$', 'a.ts'];
		const paths = ['src/i/app/page.ts', 'b.ts', 'ab.ts', 'axts', ...names];
		for (const pattern of names) expect(paths.filter((path) => matchesGlob(pattern, path))).toEqual([pattern]);
	});
	it('with one star stays in its folder, and does not cover the folder itself', () => {
		const covered = (pattern: string, ...paths: string[]) => paths.filter((path) => matchesGlob(pattern, path));
		expect(covered('src/*', 'src', 'src/a', 'src/.env', 'src/a/b', 'xsrc/a')).toEqual(['src/a', 'src/.env']);
		expect(covered('src/**', 'src', 'src/a', 'src/a/b', 'src2/a')).toEqual(['src/a', 'src/a/b']);
		expect(covered('**/a.ts', 'a.ts', 'x/a.ts', 'x/y/a.ts', 'xa.ts')).toEqual(['a.ts', 'x/a.ts', 'x/y/a.ts']);
		expect(covered('', 'a')).toEqual([]);
	});
	it('takes out what an exclamation mark names, whatever else admits it', () => {
		expect(isWritable(['**', '!secret/**'], 'secret/key')).toBe(false);
		expect(isWritable(['!secret/**'], 'open')).toBe(false);
	});
	it('that is made to take for ever takes no longer', () => {
		for (const pattern of ['a*', '**/', '**a'].map((part) => `${part.repeat(300)}b`))
			for (const path of ['a'.repeat(500), 'a/'.repeat(250)]) expect(matchesGlob(pattern, path)).toBe(false);
	});
});

describe('a zip', () => {
	it('with git in disguise is refused by name', () => {
		for (const name of DISGUISES.slice(1)) {
			const inside = `vendor/${name}/config`;
			expect(() => unzipFiles(zipOf('a.txt', inside))).toThrow(JSON.stringify(inside));
		}
	});
	it('that leaves the project is refused', () => {
		for (const name of ['../a', 'x/../../a', 'x\\..\\a'])
			expect(() => unzipFiles(zipOf('b.txt', name))).toThrow('outside the project');
	});
	it('in which a file is a folder, too, is refused', () => {
		expect(() => unzipFiles(zipOf('a', 'a/b/c'))).toThrow("'a' both as a file and as a folder");
	});
});

it('an export with a file that would be git on another disk is refused by name', async () => {
	const database = {
		read: async () => [],
		readVersions: async () => new Map<string, string>(),
		readAllFiles: async () => new Map()
	};
	for (const kind of ['zip', 'git-zip', 'bundle'] as const)
		for (const path of ['.GIT/config', 'a/git~1/x', '..\\up.txt'])
			await expect(
				exportProject(database, { kind, projectId: 'p', runId: 'r', folder: 'app', timeMs: 0, files: new Map([[path, 'x']]) })
			).rejects.toMatchObject({ code: 'EXPORT_UNSAFE' });
});
