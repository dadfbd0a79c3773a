/** The full-stack frame as the package that it is: the packages of its own lockfile, installed once, and the frame laid beside them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TEMPLATE = join(ROOT, 'src/lib/frames/fullstack/template');
const CACHE = join(ROOT, '.cache/frame');
const MANIFESTS = ['package.json', 'package-lock.json'];

/**
 * Installs what the frame's lockfile names, once per lockfile; npm writes its hidden lockfile last.
 * @returns {string} absolute path of the folder that has `node_modules`: apps below it find their packages there
 */
export function installFrame() {
	const hash = createHash('sha256');
	for (const name of MANIFESTS) hash.update(readFileSync(join(TEMPLATE, name)));
	const folder = join(CACHE, hash.digest('hex').slice(0, 16));
	if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return folder;
	rmSync(CACHE, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const name of MANIFESTS) cpSync(join(TEMPLATE, name), join(folder, name));
	console.error('Installing the packages of the frame ...');
	execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32'
	});
	return folder;
}

/** The app's own configuration, and the file that it leaves out: its types are twice as many, too slow for a browser tab. */
const CHECKED = { extends: './tsconfig.json', include: ['src', 'vite.config.ts'] };

/** @returns {string} absolute path of a fresh copy of the frame, before any feature is written; `tsconfig.check.json` has all of it */
export function layFrame() {
	const folder = join(installFrame(), 'bare');
	rmSync(folder, { recursive: true, force: true });
	cpSync(TEMPLATE, folder, { recursive: true });
	writeFileSync(join(folder, 'tsconfig.check.json'), JSON.stringify(CHECKED));
	return folder;
}
