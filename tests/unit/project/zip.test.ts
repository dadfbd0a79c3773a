import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFolder, sortFolder } from '../../../src/lib/project/folder';
import { unzipFiles } from '../../../src/lib/project/zip';

const unzip = (...names: string[]) => {
	const { files, leftOut } = unzipFiles(zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])]))));
	return { files: [...files.keys()].sort(), leftOut: Object.fromEntries(leftOut) };
};

describe('a zip of a project', () => {
	it('leaves out packages, build output and git, and says how many files each had', () => {
		expect(
			unzip('app/a.ts', 'app/node_modules/x/i.js', 'app/sub/node_modules/y.js', 'app/.git/HEAD', 'app/dist/a.js', 'app/lib/.git')
		).toEqual({ files: ['a.ts'], leftOut: { node_modules: 2, '.git': 2, dist: 1 } });
	});
	it('keeps files and links that only sound like it', () => {
		expect(unzip('.gitmodules', '.gitignore', 'src/dist.ts', 'node_modules.md')).toEqual({
			files: ['.gitignore', '.gitmodules', 'node_modules.md', 'src/dist.ts'],
			leftOut: {}
		});
	});
	it('loses the one folder around everything, whatever macOS adds beside it', () => {
		expect(unzip('site/index.html', 'site/a/b.css', '__MACOSX/site/._index.html')).toEqual({
			files: ['a/b.css', 'index.html'],
			leftOut: { __MACOSX: 1 }
		});
		expect(unzip('dist/index.html', 'dist/app.js').files).toEqual(['app.js', 'index.html']);
	});
});

it('says of links and modes what a project here cannot keep', () => {
	const byte = new Uint8Array([1]);
	const unix = (mode: number) => ({ os: 3, attrs: (mode << 16) >>> 0 });
	const { files, leftOut, executables } = unzipFiles(
		zipSync({
			'app/run.sh': [byte, unix(0o100755)],
			'app/a.js': [byte, unix(0o100644)],
			'app/current': [byte, unix(0o120777)],
			'app/plain.txt': byte
		})
	);
	expect([...files.keys()].sort()).toEqual(['a.js', 'plain.txt', 'run.sh']);
	expect(leftOut).toEqual(new Map([['symbolic links', 1]]));
	expect(executables).toBe(1);
});

describe('a folder of a project', () => {
	const folder = (...paths: string[]) => paths.map((path) => ({ path: `app/${path}`, file: new Blob(['1']) }));
	it('comes in as a zip of it would', async () => {
		const sorted = sortFolder(folder('a.js', 'src/b.js', 'node_modules/x/i.js', '.git/HEAD', 'sub/.git', '.DS_Store'));
		const { files, leftOut } = await readFolder(sorted);
		expect([...files.keys()]).toEqual(['a.js', 'src/b.js']);
		expect(leftOut).toEqual(
			new Map([
				['node_modules', 1],
				['.git', 2]
			])
		);
	});
	it('is refused where a name is none that a project can have, or the whole is too large', async () => {
		await expect(readFolder(sortFolder(folder('vendor/.GIT/config')))).rejects.toThrow('vendor/.GIT/config');
		const large = { path: 'app/film.mov', file: { size: 300 * 1024 * 1024 } as Blob };
		await expect(readFolder(sortFolder([large]))).rejects.toThrow('The folder holds 300 MB; a project may have 200 MB.');
	});
});
