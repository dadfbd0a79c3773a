/** A browser on a profile that stays, which can be ended as a power cut ends it: every process at once, nothing is said before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../../scripts/chromium.mjs';

const START_MS = 60_000;

/** @param {string} profile a folder @returns a page, and `kill`, which resolves once the browser is gone */
export async function openKillable(profile) {
	const portFile = join(profile, 'DevToolsActivePort');
	rmSync(portFile, { force: true });
	const flags = [
		...CHROMIUM_FLAGS,
		'--headless',
		'--remote-debugging-port=0',
		'--window-size=1440,900',
		`--user-data-dir=${profile}`
	];
	// A process group of its own, so that the signal reaches renderers and storage, too.
	const child = spawn(ensureChromium() ?? chromium.executablePath(), [...flags, 'about:blank'], {
		detached: true,
		stdio: 'ignore'
	});
	const exit = once(child, 'exit');
	const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`);
	const page = browser.contexts()[0]?.pages()[0];
	if (!page) throw new Error('The browser has no page.');
	return {
		page,
		async kill() {
			process.kill(-child.pid, 'SIGKILL');
			await exit;
			await browser.close().catch(() => undefined);
		}
	};
}

async function portIn(file) {
	const deadline = performance.now() + START_MS;
	while (performance.now() < deadline) {
		const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
		if (port && path) return port;
		await pause(50);
	}
	throw new Error(`The browser did not start within ${START_MS / 1000} s.`);
}
