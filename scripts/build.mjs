/** Builds everything that `npm start` serves: build/engine, build/preview, build/ide. Skips what is up to date. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEngine } from '../workers/engine/build/build.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(ROOT, 'build/ide/.stamp');

/** @param {{ force?: boolean }} [options] */
export async function build({ force = false } = {}) {
	await buildEngine();
	if (
		!force &&
		existsSync(STAMP) &&
		statSync(STAMP).mtimeMs >= newest(['src', 'static', 'workers', 'svelte.config.js', 'vite.config.ts', 'package.json'])
	)
		return;
	const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
	execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, ADAPTER: 'node' }
	});
	if (!existsSync(STAMP)) writeFileSync(STAMP, '');
	utimesSync(STAMP, new Date(), new Date());
}

/** @returns {number} time of the youngest file below the given paths, in ms */
function newest(paths) {
	let latest = 0;
	for (const path of paths) {
		const full = join(ROOT, path);
		if (!existsSync(full)) continue;
		const stat = statSync(full);
		latest = Math.max(latest, stat.isDirectory() ? newest(readdirSync(full).map((name) => join(path, name))) : stat.mtimeMs);
	}
	return latest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ force: process.argv.includes('--force') });
