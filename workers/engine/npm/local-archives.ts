/** Packages in archives of the project's disk: `npm install ./tool-1.0.0.tgz`, `"tool": "file:tool-1.0.0.tgz"`. */
import { NpmError } from './errors';
import { integrityOf } from './integrity';
import { gunzip, isGzip } from './inflate';
import { parsePackageJson, type PackageJson } from './package-json';
import { untar } from './tar';
import type { InstallTarget } from './target';

export interface LocalArchive {
	pkg: PackageJson;
	tar: Uint8Array;
	integrity: string;
}

export function isArchive(path: string): boolean {
	return /\.(tgz|tar\.gz|tar)$/i.test(path);
}

/** @param path absolute @throws ENOENT | TAR_BAD_ARCHIVE | ETOOLARGE | EJSONPARSE */
export async function readArchive(target: InstallTarget, path: string): Promise<LocalArchive> {
	const bytes = await target.readFile(path);
	if (bytes === null) throw new NpmError('ENOENT', `Could not read the package archive '${path}'. Correct the path.`);
	const packed = Uint8Array.from(bytes);
	const tar = isGzip(packed) ? await gunzip(packed) : packed;
	const file = untar(tar).find((entry) => entry.path === 'package.json');
	if (!file) throw new NpmError('TAR_BAD_ARCHIVE', `There is no package.json in '${path}'. Make the archive with npm pack.`);
	const pkg = parsePackageJson(new TextDecoder().decode(file.bytes), `${path}/package.json`);
	if (!pkg.name)
		throw new NpmError('TAR_BAD_ARCHIVE', `The package.json in '${path}' has no name. Make the archive with npm pack.`);
	return { pkg, tar, integrity: await integrityOf(packed) };
}
