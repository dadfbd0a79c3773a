import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildShell } from '../../../../workers/engine/shell/build-shell.mjs';

const TIMEOUT_MS = 8000;
const INPUT = 'b 2\na 1\nc 3\nab 12\nno newline';

let folder: string;
let work: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'pipes-'));
	work = mkdtempSync(join(tmpdir(), 'pipes-work-'));
	writeFileSync(join(work, 'a.txt'), 'one\ntwo\nthree\n');
	await buildShell(folder);
});
afterAll(() => {
	for (const path of [folder, work]) rmSync(path, { recursive: true, force: true });
});

function run(program: string, args: string[]) {
	const { stdout, status } = spawnSync(program, args, { cwd: work, input: INPUT, encoding: 'utf8', timeout: TIMEOUT_MS });
	return { stdout, status };
}
/** A small heap: what reads ahead without bound fails soon. */
const ours = (line: string) => run(process.execPath, ['--max-old-space-size=200', join(folder, 'sh.cjs'), '-c', line]);
const system = (line: string) => run('bash', ['-c', line]);

const WRITE_FOR_EVER = `node -e "const f=()=>process.stdout.write('y\\n'.repeat(999),e=>e||f());process.stdout.on('error',()=>process.exit());f()"`;

describe('a pipeline ends when its reader has enough, as in bash', () => {
	test.each([
		'yes | head -3',
		'yes | head -n 3 | cat',
		'yes | head -1 | tr y z',
		'yes a b | grep -m 2 a',
		'yes | grep -q y; echo $?',
		'yes | sed s/y/n/ | head -2',
		'yes 2>&1 | head -2',
		'yes 2>/dev/null | head -2',
		'(yes; yes) | head -2',
		'(yes; yes) 2>&1 | head -2',
		'{ yes; } | cut -c1 | head -2',
		'yes | ls | head -1',
		'yes | true',
		'yes | node -e ""; echo $?',
		'echo $(yes | head -3)',
		`${WRITE_FOR_EVER} | head -2`,
		`${WRITE_FOR_EVER.replaceAll('stdout', 'stderr')} 2>&1 | head -2`,
		`${WRITE_FOR_EVER.replaceAll('stdout', 'stderr')} 2>&1 | cat | head -2`,
		'yes | head -c 1000000 | wc -l',
		'seq 3 | (head -1; cat)'
	])('%s', (line) => {
		expect(ours(line)).toEqual(system(line));
	});
});

describe('a tool prints of its standard input what bash prints', () => {
	test.each([
		'head -n 2; echo rest',
		'head -c 3',
		'head -n 0',
		'head -n -2',
		'tail -n 1',
		'tail -n +2',
		'tail -2',
		'tail -c 4',
		'tail -n 0',
		'grep -e a -e b',
		'grep -E -e a -e b',
		'grep -F -e a -e b',
		'grep -A 1 b',
		'grep -in A',
		'grep -on [0-9]',
		'grep -cv a',
		'grep -w ab',
		'grep -x "c 3"',
		'grep -l a',
		'grep zzz',
		'grep -m 1 -n a',
		'grep --color=auto --line-buffered a',
		'sort -n -k 2 -t " "',
		'cut -d " " -f 1',
		'awk -F " " "{print \\$1}"',
		'sed -e s/a/x/',
		'sed -n 2p',
		'sed -r "s/(a)(b)/\\2\\1/"',
		'sed "/b/d; s/ /_/"',
		'sed -n "/a/p"',
		'wc',
		'wc -lw',
		'wc -m',
		'tr -d "\\n"',
		'tr -s a',
		'rev',
		'node -e "process.stdout.write(Buffer.from([0,1,255]))" | base64',
		'node -e "process.stdout.write(Buffer.from([0,1,255]))" | cat | md5sum',
		'tee t.txt | wc -l; cat t.txt',
		'tee nodir/x',
		'seq 20000 | grep -n 77 | tail -2',
		'seq 20000 | grep -c 7',
		'seq 20000 | tail -n 12345 | head -1',
		'seq 20000 | head -n -19990 | tail -1',
		'node -e "console.error(1);console.log(2)" 2>&1 | sort | cat',
		'node -e "console.error(1)" |& cat | cat'
	])('%s', (line) => {
		expect(ours(line)).toEqual(system(line));
	});
});

test('a tool that must hold its input fails beyond 64 MiB, and what feeds it ends', () => {
	const { stdout } = ours('yes | sort 2>&1; echo $?');
	expect(stdout).toBe('sort: input is too large: this tool can hold at most 64 MiB of it\n1\n');
	expect(ours(`${WRITE_FOR_EVER} | tac 2>&1; echo $?`).stdout).toMatch(/^tac: input is too large: .*\n1\n$/);
});

test('a match shows while the program that printed it lives on', async () => {
	const line = `node -e "setInterval(() => console.log('tick'), 100)" 2>&1 | grep -n tick | sed s/tick/TICK/ | tee log.txt | cat`;
	const shell = spawn(process.execPath, [join(folder, 'sh.cjs'), '-c', line], { cwd: work, stdio: ['ignore', 'pipe', 'ignore'], detached: true }); // prettier-ignore
	const lines: string[] = [];
	for await (const text of createInterface(shell.stdout)) if (lines.push(text) === 3) break;
	expect(shell.exitCode).toBe(null);
	process.kill(-Number(shell.pid), 'SIGKILL');
	expect(lines).toEqual(['1:TICK', '2:TICK', '3:TICK']);
});

test('tail -f goes on with what is added to a file, and from the start of one written anew', async () => {
	const file = join(work, 'log.txt');
	writeFileSync(file, 'one\ntwo\n');
	const shell = spawn(process.execPath, [join(folder, 'sh.cjs'), '-c', 'tail -f -n 1 log.txt | head -3'], { cwd: work, stdio: ['ignore', 'pipe', 'ignore'] }); // prettier-ignore
	const lines: string[] = [];
	for await (const text of createInterface(shell.stdout)) {
		lines.push(text);
		if (text === 'two') appendFileSync(file, 'three\n');
		if (text === 'three') writeFileSync(file, 'new\n');
	}
	expect(lines).toEqual(['two', 'three', 'new']);
});
