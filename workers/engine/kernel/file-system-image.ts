import type { FileSystem } from '../fs/file-system';
import type { EngineAssets } from './assets';
import { NODE_PATH, SHELL_PATH } from './program-path';

const FOLDERS = [
	'/tmp',
	'/home',
	'/usr/local/bin',
	'/usr/local/lib/tabsmith',
	'/usr/bin',
	'/bin',
	'/dev',
	'/proc',
	'/etc',
	'/var/tmp'
];
const SHELL_LINKS = ['/bin/sh', '/bin/bash', '/bin/jsh', '/usr/bin/sh', '/usr/bin/bash'];
/** Loaders of native packages read or run `ldd` to learn which libc there is: the one of Node's linux-x64 build. */
const LDD = `#!/bin/sh
# The dynamic linker of the GNU C Library.
echo 'ldd (GNU libc) 2.39'
`;
const EXECUTABLE = 0o755;
const encoder = new TextEncoder();

/** What every program finds on a fresh disk: the usual folders, node, the shell, the working directory. */
export function prepareFileSystem(fs: FileSystem, assets: EngineAssets, workdir: string): void {
	for (const folder of [...FOLDERS, workdir]) fs.mkdirp(folder);
	fs.writeFile(NODE_PATH, encoder.encode('#!/usr/local/bin/node\n'), EXECUTABLE);
	fs.symlink(NODE_PATH, '/usr/bin/node');
	fs.writeFile('/etc/passwd', encoder.encode('user:x:1000:1000::/home:/bin/jsh\n'));
	fs.writeFile('/etc/hosts', encoder.encode('127.0.0.1 localhost\n::1 localhost\n'));
	fs.writeFile('/usr/bin/ldd', encoder.encode(LDD), EXECUTABLE);
	if (assets.npm) {
		for (const name of ['npm', 'npx']) fs.writeFile(`/usr/local/bin/${name}`, withNodeLine(assets.npm), EXECUTABLE);
	}
	if (!assets.shell) return;
	fs.writeFile(SHELL_PATH, withNodeLine(assets.shell.main), EXECUTABLE);
	if (assets.shell.tools) fs.writeFile(SHELL_PATH.replace('sh.cjs', 'sh-tools.cjs'), assets.shell.tools);
	for (const link of SHELL_LINKS) fs.symlink(SHELL_PATH, link);
}

function withNodeLine(source: Uint8Array): Uint8Array {
	const line = encoder.encode('#!/usr/bin/env node\n');
	const bytes = new Uint8Array(line.length + source.length);
	bytes.set(line);
	bytes.set(source, line.length);
	return bytes;
}
