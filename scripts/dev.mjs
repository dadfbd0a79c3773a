/** `npm run dev`: engine built once, then Vite's dev server for the IDE with all origins. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEngine } from '../workers/engine/build/build.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
await buildEngine();
const vite = spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'dev', ...process.argv.slice(2)], {
	cwd: ROOT,
	stdio: 'inherit'
});
vite.on('exit', (code) => process.exit(code ?? 1));
