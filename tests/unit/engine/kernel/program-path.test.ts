import { beforeEach, describe, expect, test } from 'vitest';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { NODE_PATH, resolveProgram, SHELL_PATH } from '../../../../workers/engine/kernel/program-path';

const PATH = 'node_modules/.bin:/usr/local/bin:/usr/bin:/bin';
const TOOL = '/app/node_modules/.bin/tool';
let fs: SharedFileSystem;

beforeEach(() => {
	fs = SharedFileSystem.format(64);
	const write = (path: string, text: string) => {
		fs.mkdirp(path.slice(0, path.lastIndexOf('/')));
		fs.writeFile(path, new TextEncoder().encode(text));
	};
	write(TOOL, '#!/usr/bin/env node\n');
	write(SHELL_PATH, '');
});

const started = (file: string, ...args: string[]) => resolveProgram(fs, file, [file, ...args], '/app', PATH);
const shell = (...args: string[]) => ({ argv: [NODE_PATH, SHELL_PATH, ...args] });

describe('sh -c', () => {
	test.each(['sh', '/bin/sh', '/usr/bin/bash'])('of plain words is the program itself: %s', (name) => {
		expect(started(name, '-c', 'tool run --out=a/b.json')).toEqual({
			argv: [NODE_PATH, expect.stringContaining('node_modules/.bin/tool'), 'run', '--out=a/b.json']
		});
	});

	test.each([
		'tool && tool',
		'tool *.js',
		'tool "a b"',
		'tool $HOME',
		'A=1 tool',
		'tool > out',
		'tool ~',
		'cd src',
		'echo hi',
		'missing a',
		''
	])('leaves to the shell: %s', (line) => expect(started('sh', '-c', line)).toEqual(shell('-c', line)));

	test('leaves its own arguments to the shell', () => expect(started('sh', '-c', 'tool', 'x')).toEqual(shell('-c', 'tool', 'x')));
});
