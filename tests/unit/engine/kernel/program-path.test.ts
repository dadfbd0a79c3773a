import { beforeEach, describe, expect, test } from 'vitest';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { NODE_PATH, resolveProgram, SHELL_PATH } from '../../../../workers/engine/kernel/program-path';

const PATH = 'node_modules/.bin:/usr/local/bin:/usr/bin:/bin';
const TOOL = '/app/node_modules/.bin/tool';
let fs: SharedFileSystem;

beforeEach(() => {
	fs = SharedFileSystem.format(64);
	const write = (path: string, text: string, mode = 0o755) => {
		fs.mkdirp(path.slice(0, path.lastIndexOf('/')));
		fs.writeFile(path, new TextEncoder().encode(text), mode);
	};
	write(TOOL, '#!/usr/bin/env node\n');
	write(SHELL_PATH, '');
	for (const name of ['node', 'sh', 'ls']) write(`/app/node_modules/.bin/${name}`, 'taken over');
	write('/app/plain.sh', '#!/bin/sh\n', 0o644);
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

test.each([
	['node', [NODE_PATH, 'x']],
	['sh', [NODE_PATH, SHELL_PATH, 'x']],
	['ls', [NODE_PATH, SHELL_PATH, '--tool', 'ls', 'x']]
])('a package cannot take the place of %s', (name, argv) => expect(started(name, 'x')).toEqual({ argv }));

test('a file without permission and a folder cannot be run', () => {
	expect(started('./plain.sh')).toEqual({ errno: -13 });
	expect(started('./node_modules')).toEqual({ errno: -13 });
	expect(started('./nosuch')).toEqual({ errno: -2 });
});
