import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildShell } from '../../../../workers/engine/shell/build-shell.mjs';

let folder: string;
let work: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'shell-'));
	work = mkdtempSync(join(tmpdir(), 'shell-work-'));
	writeFileSync(join(work, 'a.txt'), 'one\ntwo\nthree\n');
	await buildShell(folder);
});
afterAll(() => {
	for (const path of [folder, work]) rmSync(path, { recursive: true, force: true });
});

const ours = (line: string, input = '') => {
	const { stdout, status } = spawnSync(process.execPath, [join(folder, 'sh.cjs'), '-c', line], {
		cwd: work,
		input,
		encoding: 'utf8'
	});
	return { stdout, status };
};
const system = (line: string, input = '') => {
	const { stdout, status } = spawnSync('bash', ['-c', line], { cwd: work, input, encoding: 'utf8' });
	return { stdout, status };
};

describe('the shell prints what bash prints', () => {
	const lines = [
		'echo hi && echo there',
		'false || echo fallback',
		'false; echo $?',
		'exit 3',
		'cat a.txt | grep t | wc -l | tr -d " "',
		'echo x > out.txt; cat out.txt; rm out.txt',
		'echo "$HOME" | wc -l | tr -d " "',
		'for i in 1 2 3; do echo $i; done',
		'if [ -f a.txt ]; then echo yes; else echo no; fi',
		'(cd / && pwd); pwd | wc -l | tr -d " "',
		'FOO=bar node -e "console.log(process.env.FOO)"',
		'export FOO=1; node -e "console.log(process.env.FOO)"',
		'head -n 1 a.txt; tail -n 1 a.txt; sort -r a.txt',
		'echo *.txt',
		'echo -n plain',
		'(cd /); pwd | grep -c shell-work',
		'cd /; pwd',
		'mkdir -p d/e && touch d/e/f && find d -type f && rm -r d',
		'node -e "process.exit(7)" || echo failed $?',
		'false; echo rc=$? a$?b "$?"; [ $? = 0 ] && echo zero',
		'echo http://localhost:3000/?a=b why? "what?" *.nothing a.tx?',
		'echo $UNSET "[$UNSET]" [${UNSET}] $1 ${UNSET:-other}',
		'A=1; B=$A-x; echo ${B} $((A*2)) $((1+2)); export C=d; echo $C',
		'cd /; cd /usr; cd -; pwd; cd ~ && pwd; echo ~/x',
		'cat <<< "hi $HOME"; echo `echo tick`; echo {a,b}{1,2} "{q,r}" # comment',
		'node -e \'process.kill(process.pid,"SIGINT")\' ; echo $?',
		'node -e \'process.kill(process.pid,"SIGKILL")\' ; echo $?',
		'node -e \'process.kill(process.pid,"SIGTERM")\' ; echo $?',
		'ls nosuch a.txt > o.txt 2>&1; wc -l < o.txt; rm o.txt; ls nosuch &> /dev/null; echo $?',
		'(echo a; echo b) | wc -l; { echo a; echo b; } | wc -l; echo hi | (cat; echo there) | tr a-z A-Z',
		'! true; echo $?; echo "a > b" c\\>d',
		'kill -0 $$; echo $?; kill 99999999; echo $?; kill -NOPE 1; echo $?'
	];
	test.each(lines)('%s', (line) => {
		expect(ours(line)).toEqual(system(line));
	});
	test('standard input reaches a tool', () => {
		expect(ours('grep b', 'a\nb\n')).toEqual(system('grep b', 'a\nb\n'));
	});
});

describe('the shell on its own', () => {
	test('an unknown command ends with 127', () => {
		expect(ours('no-such-command-here').status).toBe(127);
	});
	test('broken syntax ends with 2', () => {
		expect(ours('echo "unclosed').status).toBe(2);
	});
	test('a program writes straight to the output of the shell', () => {
		const text = execFileSync(process.execPath, [join(folder, 'sh.cjs'), '-c', `node -e "console.log('direct')"`], {
			encoding: 'utf8'
		});
		expect(text).toBe('direct\n');
	});
});
