import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import {
	EBUSY,
	EEXIST,
	EINVAL,
	EISDIR,
	ELOOP,
	ENAMETOOLONG,
	ENOENT,
	ENOTDIR,
	ENOTEMPTY,
	EPERM,
	O_APPEND,
	O_CREAT,
	O_DIRECTORY,
	O_EXCL,
	O_NOFOLLOW,
	O_RDWR,
	O_TRUNC,
	O_WRONLY,
	S_IFDIR,
	S_IFLNK,
	S_IFREG
} from '../../../../workers/engine/fs/errno';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { engineFileSystem, type FileVerbs } from './file-verbs';
import { nativeFileSystem, nativeFolder } from './native-file-system';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const LONG = 'x'.repeat(256);

/**
 * A tree with one of each kind: `/file` ("12345"), `/empty`, `/full/inner/deep`, and the links `/to-file`, `/to-dir` (full), `/dangling`,
 * `/loop`.
 */
function plant(fs: FileVerbs): FileVerbs {
	for (const result of [
		fs.write('/file', '12345'),
		fs.mkdir('/empty'),
		fs.mkdirp('/full/inner'),
		fs.write('/full/inner/deep', 'deep'),
		fs.symlink('file', '/to-file'),
		fs.symlink('/full', '/to-dir'),
		fs.symlink('nowhere', '/dangling'),
		fs.symlink('loop', '/loop')
	])
		expect(result).toBe(0);
	return fs;
}

const IMPLEMENTATIONS: [name: string, make: () => FileVerbs][] = [
	['the engine', () => engineFileSystem(SharedFileSystem.format(8))],
	[
		'native Node',
		() => {
			const folder = nativeFolder(tmpdir());
			folders.push(folder);
			return nativeFileSystem(folder);
		}
	]
];

type Case = [what: string, run: (fs: FileVerbs) => unknown, expected: unknown];

const FILES: Case[] = [
	['a file reads back', (fs) => fs.read('/file'), '12345'],
	['a file reads through a link', (fs) => fs.read('/to-file'), '12345'],
	['reading a missing file', (fs) => fs.read('/no'), ENOENT],
	['reading below a missing directory', (fs) => fs.read('/no/file'), ENOENT],
	['reading below a file', (fs) => fs.read('/file/x'), ENOTDIR],
	['reading a file with a slash behind it', (fs) => fs.read('/file/'), ENOTDIR],
	['reading a directory', (fs) => fs.read('/full'), EISDIR],
	['reading a dangling link', (fs) => fs.read('/dangling'), ENOENT],
	['reading a loop', (fs) => fs.read('/loop'), ELOOP],
	['reading a name that is too long', (fs) => fs.read(`/${LONG}`), ENAMETOOLONG],
	['dots lead back', (fs) => fs.read('/full/./inner/../../file'), '12345'],
	['dots do not lead through a missing directory', (fs) => fs.read('/no/../file'), ENOENT],
	['dots do not lead through a file', (fs) => fs.read('/file/../file'), ENOTDIR],
	['writing replaces', (fs) => [fs.write('/file', 'new'), fs.read('/file')], [0, 'new']],
	['writing a dangling link makes its target', (fs) => [fs.write('/dangling', 'made'), fs.read('/nowhere')], [0, 'made']],
	['writing a directory', (fs) => fs.write('/empty', ''), EISDIR],
	['writing below a missing directory', (fs) => fs.write('/no/file', ''), ENOENT],
	['writing a new name with a slash behind it', (fs) => fs.write('/new/', ''), EISDIR],
	[
		'appending',
		(fs) => [fs.append('/file', '6'), fs.append('/new', '1'), fs.read('/file'), fs.read('/new')],
		[0, 0, '123456', '1']
	],
	['cutting and extending', (fs) => [fs.truncate('/file', 1), fs.truncate('/file', 3), fs.read('/file')], [0, 0, '1\0\0']],
	['truncating a directory', (fs) => fs.truncate('/empty', 0), EISDIR],
	['truncating a missing file', (fs) => fs.truncate('/no', 0), ENOENT]
];

const OPENING: Case[] = [
	['O_EXCL on a file', (fs) => fs.open('/file', O_CREAT | O_EXCL | O_WRONLY), EEXIST],
	['O_EXCL on a dangling link', (fs) => fs.open('/dangling', O_CREAT | O_EXCL | O_WRONLY), EEXIST],
	['O_CREAT makes a file', (fs) => [fs.open('/new', O_CREAT | O_RDWR), fs.read('/new')], [0, '']],
	['O_CREAT on a directory', (fs) => fs.open('/empty', O_CREAT), EISDIR],
	['without O_CREAT', (fs) => fs.open('/new', O_RDWR), ENOENT],
	['a directory for reading', (fs) => fs.open('/empty', 0), 0],
	['a directory for writing', (fs) => fs.open('/empty', O_RDWR), EISDIR],
	['O_DIRECTORY on a file', (fs) => fs.open('/file', O_DIRECTORY), ENOTDIR],
	['O_NOFOLLOW on a link', (fs) => fs.open('/to-file', O_NOFOLLOW), ELOOP],
	['O_TRUNC empties', (fs) => [fs.open('/file', O_WRONLY | O_TRUNC), fs.read('/file')], [0, '']],
	['O_APPEND leaves the content', (fs) => [fs.open('/file', O_WRONLY | O_APPEND), fs.read('/file')], [0, '12345']]
];

const DIRECTORIES: Case[] = [
	['mkdir', (fs) => [fs.mkdir('/new'), fs.readdir('/new')], [0, []]],
	['mkdir with a slash behind', (fs) => [fs.mkdir('/new/'), fs.readdir('/new')], [0, []]],
	['mkdir of a directory', (fs) => fs.mkdir('/empty'), EEXIST],
	['mkdir of a file', (fs) => fs.mkdir('/file'), EEXIST],
	['mkdir of a dangling link', (fs) => fs.mkdir('/dangling'), EEXIST],
	['mkdir below a missing directory', (fs) => fs.mkdir('/no/new'), ENOENT],
	['mkdir below a file', (fs) => fs.mkdir('/file/new'), ENOTDIR],
	['mkdir of a name that is too long', (fs) => fs.mkdir(`/${LONG}`), ENAMETOOLONG],
	['mkdirp makes what is missing', (fs) => [fs.mkdirp('/full/a/b'), fs.readdir('/full')], [0, ['a', 'inner']]],
	['mkdirp of a directory', (fs) => fs.mkdirp('/full/inner'), 0],
	['mkdirp of a file', (fs) => fs.mkdirp('/file'), EEXIST],
	['mkdirp below a file', (fs) => fs.mkdirp('/file/new'), ENOTDIR],
	['readdir', (fs) => fs.readdir('/'), ['dangling', 'empty', 'file', 'full', 'loop', 'to-dir', 'to-file']],
	['readdir through a link', (fs) => fs.readdir('/to-dir'), ['inner']],
	['readdir of a file', (fs) => fs.readdir('/file'), ENOTDIR],
	['readdir of what is missing', (fs) => fs.readdir('/no'), ENOENT],
	['rmdir', (fs) => [fs.rmdir('/empty'), fs.readdir('/empty')], [0, ENOENT]],
	['rmdir with a slash behind', (fs) => fs.rmdir('/empty/'), 0],
	['rmdir of a directory with names', (fs) => fs.rmdir('/full'), ENOTEMPTY],
	['rmdir of a file', (fs) => fs.rmdir('/file'), ENOTDIR],
	['rmdir of a link to a directory', (fs) => fs.rmdir('/to-dir'), ENOTDIR],
	['rmdir of a dot', (fs) => fs.rmdir('/empty/.'), EINVAL],
	['rmdir of what is missing', (fs) => fs.rmdir('/no'), ENOENT]
];

const NAMES: Case[] = [
	['unlink', (fs) => [fs.unlink('/file'), fs.read('/file')], [0, ENOENT]],
	['unlink of a link leaves its target', (fs) => [fs.unlink('/to-file'), fs.read('/file')], [0, '12345']],
	['unlink of a directory', (fs) => fs.unlink('/empty'), EISDIR],
	['unlink of what is missing', (fs) => fs.unlink('/no'), ENOENT],
	['unlink with a slash behind', (fs) => fs.unlink('/file/'), ENOTDIR],
	['link', (fs) => [fs.link('/file', '/second'), fs.write('/second', 'new'), fs.read('/file')], [0, 0, 'new']],
	['link over a file', (fs) => fs.link('/file', '/full/inner/deep'), EEXIST],
	['link of a directory', (fs) => fs.link('/empty', '/second'), EPERM],
	['link of what is missing', (fs) => fs.link('/no', '/second'), ENOENT],
	['link below a missing directory', (fs) => fs.link('/file', '/no/second'), ENOENT],
	['symlink over a file', (fs) => fs.symlink('x', '/file'), EEXIST],
	['symlink without a target', (fs) => fs.symlink('', '/new'), ENOENT],
	['readlink', (fs) => [fs.readlink('/to-file'), fs.readlink('/to-dir')], ['file', '/full']],
	['readlink of a file', (fs) => fs.readlink('/file'), EINVAL],
	['readlink of what is missing', (fs) => fs.readlink('/no'), ENOENT]
];

const RENAMING: Case[] = [
	['rename', (fs) => [fs.rename('/file', '/new'), fs.read('/new'), fs.read('/file')], [0, '12345', ENOENT]],
	['rename over a file', (fs) => [fs.rename('/file', '/full/inner/deep'), fs.read('/full/inner/deep')], [0, '12345']],
	['rename over an empty directory', (fs) => [fs.rename('/full', '/empty'), fs.readdir('/empty')], [0, ['inner']]],
	['rename over a directory with names', (fs) => fs.rename('/empty', '/full'), ENOTEMPTY],
	['rename of a directory over a file', (fs) => fs.rename('/empty', '/file'), ENOTDIR],
	['rename of a file over a directory', (fs) => fs.rename('/file', '/empty'), EISDIR],
	['rename into itself', (fs) => fs.rename('/full', '/full/inner/new'), EINVAL],
	['rename of what is missing', (fs) => fs.rename('/no', '/new'), ENOENT],
	['rename below a missing directory', (fs) => fs.rename('/file', '/no/new'), ENOENT],
	['rename below a file', (fs) => fs.rename('/empty', '/file/new'), ENOTDIR],
	['rename of a file to a name with a slash behind', (fs) => fs.rename('/file', '/new/'), ENOTDIR],
	[
		'rename of a link leaves its target',
		(fs) => [fs.rename('/to-file', '/new'), fs.readlink('/new'), fs.read('/file')],
		[0, 'file', '12345']
	],
	[
		'rename between two names of one file keeps both',
		(fs) => [fs.link('/file', '/second'), fs.rename('/file', '/second'), fs.read('/file'), fs.read('/second')],
		[0, 0, '12345', '12345']
	]
];

const STATS: Case[] = [
	['a file', (fs) => fs.stat('/file'), { mode: S_IFREG | 0o644, size: 5, nlink: 1 }],
	['a directory', (fs) => fs.stat('/empty'), { mode: S_IFDIR | 0o755, size: 0, nlink: 0 }],
	['a link to a file', (fs) => fs.stat('/to-file'), { mode: S_IFREG | 0o644, size: 5, nlink: 1 }],
	['a link itself', (fs) => fs.lstat('/to-file'), { mode: S_IFLNK | 0o777, size: 4, nlink: 1 }],
	['a link with a slash behind it', (fs) => fs.lstat('/to-dir/'), { mode: S_IFDIR | 0o755, size: 0, nlink: 0 }],
	['a second name', (fs) => [fs.link('/file', '/second'), fs.stat('/second')], [0, { mode: S_IFREG | 0o644, size: 5, nlink: 2 }]],
	['chmod', (fs) => [fs.chmod('/file', 0o600), fs.stat('/file')], [0, { mode: S_IFREG | 0o600, size: 5, nlink: 1 }]],
	[
		'the mode of open',
		(fs) => [fs.open('/new', O_CREAT, 0o777), fs.stat('/new')],
		[0, { mode: S_IFREG | 0o755, size: 0, nlink: 1 }]
	],
	['a dangling link', (fs) => fs.stat('/dangling'), ENOENT],
	['a loop', (fs) => fs.stat('/loop'), ELOOP]
];

test.each(IMPLEMENTATIONS)('%s keeps the contract', (_name, make) => {
	const groups = { FILES, OPENING, DIRECTORIES, NAMES, RENAMING, STATS };
	const results = Object.entries(groups).flatMap(([group, cases]) =>
		cases.map(([what, run]) => [`${group}: ${what}`, run(plant(make()))])
	);
	const expected = Object.entries(groups).flatMap(([group, cases]) =>
		cases.map(([what, , wanted]) => [`${group}: ${what}`, wanted])
	);
	expect(Object.fromEntries(results)).toEqual(Object.fromEntries(expected));
});

/** Where the two differ on purpose: what POSIX leaves open, or what asks who the user is. */
const EXCEPTIONS: [what: string, run: (fs: FileVerbs) => unknown, engine: unknown, native: unknown][] = [
	// POSIX allows both; Linux looks at the last dots before it looks at the names.
	['rmdir of two dots', (fs) => fs.rmdir('/full/inner/..'), EINVAL, ENOTEMPTY],
	// The native root is a folder in another one.
	['rmdir of the root', (fs) => fs.rmdir('/'), EBUSY, ENOTEMPTY]
];

test.each(EXCEPTIONS)('%s is a known difference', (_what, run, engine, native) => {
	expect(IMPLEMENTATIONS.map(([, make]) => run(plant(make())))).toEqual([engine, native]);
});
