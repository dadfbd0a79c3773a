/** `npm test`: finds or installs Chromium, builds, installs the frame's packages, runs all four vitest projects. Arguments go to vitest. */
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.mjs';
import { build } from './build.mjs';
import { installFrame } from './frame.mjs';

const args = process.argv.slice(2);
const isUnitOnly = args.includes('--unit');
if (!isUnitOnly) {
	const path = ensureChromium();
	if (path) process.env.CHROMIUM_PATH = path;
	installFrame();
	await build();
}
const vitest = [
	'--no-install',
	'vitest',
	'run',
	...(isUnitOnly ? ['--project', 'unit'] : []),
	...args.filter((arg) => arg !== '--unit')
];
process.exit(spawnSync('npx', vitest, { stdio: 'inherit' }).status ?? 1);
