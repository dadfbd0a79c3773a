import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { FileSystemTree } from '@webcontainer/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';
import { pinnedNode } from '../../scripts/pinned-node.mjs';

/**
 * Each program of `programs/` runs in the tab and natively, on the Node that the engine's lib comes from or in bash; both must print
 * and exit alike. A program's first line says what it shows, and what of it differs on purpose: that it does not print.
 */
const PROGRAMS = join(import.meta.dirname, 'programs');
const names = readdirSync(PROGRAMS).filter((name) => /\.(mjs|cjs|sh)$/.test(name));

let tab: Awaited<ReturnType<typeof openTab>>;
let folder: string;
beforeAll(async () => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'conformance-')));
	cpSync(PROGRAMS, folder, { recursive: true });
	tab = await openTab();
	await tab.mount(treeOf(PROGRAMS));
});
afterAll(async () => {
	await tab?.close();
	rmSync(folder, { recursive: true, force: true });
});

describe('a program in the tab prints and exits as natively', () => {
	test.each(names)('%s', async (name) => expect(await inTab(name)).toEqual(natively(name)));
});

/** What the program printed to standard output, and its exit code. */
function natively(name: string) {
	const program = extname(name) === '.sh' ? 'bash' : pinnedNode();
	// The scripts' `node` is the same Node.
	const env = { ...process.env, PATH: `${dirname(pinnedNode())}:${process.env.PATH}` };
	const { stdout, status } = spawnSync(program, [name], { cwd: folder, encoding: 'utf8', env });
	return { output: stdout, exitCode: status };
}
async function inTab(name: string) {
	const program = extname(name) === '.sh' ? 'bash' : 'node';
	// Standard error is merged into the output of the public API: keep it out, as native's is kept apart here.
	const quiet = `const { spawnSync } = require('child_process'); const r = spawnSync('${program}', ['${name}'], { stdio: ['ignore', 'inherit', 'ignore'] }); process.exit(r.status)`;
	const { output, exitCode } = await tab.spawn('node', ['-e', quiet]);
	return { output, exitCode };
}

function treeOf(path: string): FileSystemTree {
	return Object.fromEntries(
		readdirSync(path, { withFileTypes: true }).map((entry) => [
			entry.name,
			entry.isDirectory()
				? { directory: treeOf(join(path, entry.name)) }
				: { file: { contents: readFileSync(join(path, entry.name), 'utf8') } }
		])
	);
}
