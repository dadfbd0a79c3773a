/**
 * Frames as the packages that they are: the packages of their own lockfiles, installed once, and the full-stack frame laid beside them.
 * `node scripts/frame.mjs quiz hero` checks the types and runs the tests of these blocks; of all without a name.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const templateOf = (frame) => join(ROOT, 'src/lib/frames', frame, 'template');
const CACHE = join(ROOT, '.cache/frame');
const MANIFESTS = ['package.json', 'package-lock.json'];

/**
 * Installs what a frame's lockfile names, once per lockfile; npm writes its hidden lockfile last.
 * @param {'fullstack' | 'client' | 'site'} frame
 * @returns {string} absolute path of the folder that has `node_modules`: apps below it find their packages there
 */
export function installFrame(frame = 'fullstack') {
	const template = templateOf(frame);
	const hash = createHash('sha256');
	for (const name of MANIFESTS) hash.update(readFileSync(join(template, name)));
	const folder = join(CACHE, frame, hash.digest('hex').slice(0, 16));
	if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return folder;
	rmSync(join(CACHE, frame), { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const name of MANIFESTS) cpSync(join(template, name), join(folder, name));
	console.error(`Installing the packages of the frame '${frame}' ...`);
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
	cpSync(templateOf('fullstack'), folder, { recursive: true });
	writeFileSync(join(folder, 'tsconfig.check.json'), JSON.stringify(CHECKED));
	return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const env = { ...process.env, BLOCKS: process.argv.slice(2).join(',') };
	const args = ['--no-install', 'vitest', 'run', '--project', 'frame', 'tests/frame/blocks.test.ts', '--reporter', 'verbose'];
	process.exit(spawnSync('npx', args, { cwd: ROOT, stdio: 'inherit', env, shell: process.platform === 'win32' }).status ?? 1);
}
