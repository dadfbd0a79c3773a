import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildShell } from '../../../../workers/engine/shell/build-shell.mjs';
import { SCRIPTS } from './scripts';

const TIMEOUT_MS = 60_000;
const EXECUTABLE = { mode: 0o755 };
const EXEC_SHIM = `#!/bin/sh
basedir=$(dirname "$0")
exec node -p "JSON.stringify(process.argv.slice(1))" "$@"
`;
const SCRIPT = `#!/bin/sh
echo "$0|$1|$2|$#"
for a in "$@"; do node -p "process.argv.length" "$a"; done
exit 3
`;

let folder: string;
let files: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'scripts-'));
	await buildShell(folder);
	files = join(folder, 'files');
	mkdirSync(join(files, 'bin'), { recursive: true });
	const write = (name: string, content: string, options = {}) => writeFileSync(join(files, name), content, options);
	write('a.txt', 'one\ntwo\nthree\n');
	write('b.txt', 'b\n');
	write('pairs.txt', '1 2\n3 4\n');
	write('lib.sh', 'hello() { echo hello; }\n');
	write('script.sh', SCRIPT);
	write('exec.sh', EXEC_SHIM, EXECUTABLE);
	write('noshebang.sh', 'echo plain $1\n', EXECUTABLE);
	write('bin/mytool', '#!/usr/bin/env node\nconsole.log("tool", process.argv.slice(2).join())\n', EXECUTABLE);
}, TIMEOUT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(program: string, args: string[]) {
	const cwd = mkdtempSync(join(folder, 'run-'));
	cpSync(files, cwd, { recursive: true });
	const env = { PATH: process.env.PATH, HOME: '/tmp' };
	const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
	const exited = new Promise<number | string | null>((settle) => child.once('close', (code, signal) => settle(code ?? signal)));
	const stdout = await text(child.stdout);
	return { stdout: stdout.replaceAll(cwd, '.'), end: await exited };
}
const ours = (...args: string[]) => run(process.execPath, [join(folder, 'sh.cjs'), ...args]);

describe('a script prints and ends as bash lets it', () => {
	test.concurrent.each(SCRIPTS)('%s', async (script) => {
		const [seen, wanted] = await Promise.all([ours('-c', script), run('bash', ['-c', script])]);
		expect(seen).toEqual(wanted);
	}, TIMEOUT_MS); // prettier-ignore
});

test(
	'what a program prints in a loop shows before the script ends',
	async () => {
		const script = `for i in 1 2; do node -p "'line $i'"; [ $i = 1 ] && read go; done`;
		const child = spawn(process.execPath, [join(folder, 'sh.cjs'), '-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (piece: string) => {
			output += piece;
			// It goes on only after its first line has been seen.
			if (output === 'line 1\n') child.stdin.end('go\n');
		});
		await new Promise((settle) => child.once('close', settle));
		expect(output).toBe('line 1\nline 2\n');
	},
	TIMEOUT_MS
);

test(
	'exec hands a signal on to its program, and ends by it',
	async () => {
		const child = spawn(process.execPath, [join(folder, 'sh.cjs'), '-c', `exec node -e "console.log(1); setInterval(() => {}, 1000)"`], { stdio: ['ignore', 'pipe', 'ignore'] }); // prettier-ignore
		child.stdout.once('data', () => child.kill('SIGTERM'));
		expect(await new Promise((settle) => child.once('close', (_code, signal) => settle(signal)))).toBe('SIGTERM');
	},
	TIMEOUT_MS
);
