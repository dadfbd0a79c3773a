/** Writes packages and the links to their programs into node_modules. */
import { checkAbort } from './errors';
import type { InstallOptions } from './install-options';
import { modulesFolderOf, nameAt, tarballPath, type LockedPackage, type Lockfile } from './lockfile';
import { nextTurn } from '../next-turn';
import { isReserved } from './reserved-names';
import type { TarFile } from './tar';

/** Between turns the worker hears of an interrupt and prints progress. */
const PACKAGES_PER_TURN = 8;

/** @param contents by location, as is `pending` @throws EABORTED */
export async function unpackAll(
	pending: Map<string, LockedPackage>,
	contents: ReadonlyMap<string, TarFile[]>,
	{ target, cwd, onProgress, onWasm, signal }: InstallOptions
): Promise<void> {
	let unpacked = 0;
	// Parents first: a package's folder is emptied before what is nested in it arrives.
	for (const location of [...contents.keys()].sort()) {
		if (unpacked++ % PACKAGES_PER_TURN === 0) await nextTurn();
		checkAbort(signal);
		onProgress?.({ type: 'unpacked', packages: unpacked, of: contents.size });
		const entry = pending.get(location);
		const bins = new Set(Object.values(entry?.bin ?? {}).map(normalizeBin));
		for (const file of contents.get(location) ?? []) {
			if (entry && onWasm && file.path.endsWith('.wasm'))
				onWasm({ tarball: tarballPath(location, entry), path: file.path, byteLength: file.bytes.length });
			const isExecutable = file.executable || bins.has(file.path);
			await target.writeFile(`${cwd}/${location}/${file.path}`, file.bytes, isExecutable ? 0o755 : 0o644);
		}
	}
}

export async function linkAll(
	packages: Map<string, LockedPackage>,
	lock: Lockfile,
	{ target, cwd, binLinks }: InstallOptions
): Promise<void> {
	const links = new Map<string, string>();
	for (const [location, entry] of packages) {
		if (entry.link && entry.resolved) links.set(location, '../'.repeat(location.split('/').length - 1) + entry.resolved);
		const bins = (entry.link ? lock.packages[entry.resolved ?? '']?.bin : entry.bin) ?? {};
		for (const [name, file] of binLinks === false ? [] : Object.entries(bins)) {
			const path = `${modulesFolderOf(location)}.bin/${name}`;
			if (!isBinName(name) || isReserved(name) || normalizeBin(file).split('/').includes('..') || links.has(path)) continue;
			links.set(path, `../${nameAt(location)}/${normalizeBin(file)}`);
		}
	}
	for (const [path, to] of links) {
		await target.mkdirp(`${cwd}/${path.slice(0, path.lastIndexOf('/'))}`);
		await target.remove(`${cwd}/${path}`);
		await target.symlink(to, `${cwd}/${path}`);
	}
}

function isBinName(name: string): boolean {
	return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}

function normalizeBin(file: string): string {
	return file.replace(/^(?:\.?\/)+/, '');
}
