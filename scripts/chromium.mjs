/** Where a Chromium for the drivers and tests is: found, or installed by `installChromium`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** Flags that every headless run here uses; the sandbox is off because containers and root cannot have it. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** @returns {string | null} absolute path of a browser on this machine, `CHROMIUM_PATH` first */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH is '${named}', which does not exist. Unset it or name a Chromium.`);
	}
	const folders = (process.env.PATH ?? '').split(delimiter);
	for (const name of NAMES) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
	return MAC.find((path) => existsSync(path)) ?? null;
}

/**
 * Finds a browser or installs one: Debian's package as root, else Playwright's build.
 * @returns {string | undefined} path, or undefined when Playwright's own browser is to be used
 */
export function ensureChromium() {
	const found = findChromium();
	if (found) return found;
	const run = (file, args) => execFileSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.error('Installing Chromium with apt-get ...');
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
		const installed = findChromium();
		if (installed) return installed;
	}
	console.error("Installing Playwright's Chromium ...");
	run('npx', ['playwright', 'install', 'chromium']);
	return undefined;
}

if (process.argv[1]?.endsWith('chromium.mjs')) console.log(ensureChromium() ?? "Playwright's own");
