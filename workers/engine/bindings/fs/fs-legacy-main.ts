import type { Runtime } from '../../process/runtime';

const BY_MAIN = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];
const BY_PACKAGE = ['index.js', 'index.json', 'index.node'];

/**
 * Index of the first file that a package without `exports` means as its main, in the order of
 * `legacyMainResolveExtensions` (0-6 by `main`, 7-9 without). `directory` ends in a slash.
 * @throws ERR_MODULE_NOT_FOUND when there is none
 */
export function legacyMainResolve(
	runtime: Runtime,
	directory: string,
	main: string | undefined,
	base: string | undefined
): number {
	const isFile = (path: string): boolean => {
		const inode = runtime.fs.walk(path);
		return inode > 0 && !runtime.fs.isDir(inode);
	};
	if (main) {
		const byMain = BY_MAIN.findIndex((extension) => isFile(`${directory}/${main}${extension}`));
		if (byMain >= 0) return byMain;
	}
	const byPackage = BY_PACKAGE.findIndex((name) => isFile(`${directory}/${name}`));
	if (byPackage >= 0) return BY_MAIN.length + byPackage;
	const from = base
		? ` imported from ${base.startsWith('file:') ? decodeURIComponent(new runtime.host.URL(base).pathname) : base}`
		: '';
	throw Object.assign(new Error(`Cannot find package '${directory}'${from}`), { code: 'ERR_MODULE_NOT_FOUND' });
}
