import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
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
