import { expect, test } from 'vitest';
import {
	EBUSY,
	EEXIST,
	EINVAL,
	EISDIR,
	ELOOP,
	ENAMETOOLONG,
	ENOENT,
	ENOSPC,
	ENOTDIR,
	ENOTEMPTY,
	EPERM,
	O_APPEND,
	O_CREAT,
	O_EXCL,
	O_RDWR,
	O_TRUNC,
	O_WRONLY
} from '../../../../workers/engine/fs/errno';
import { DESCRIPTOR_COUNT } from '../../../../workers/engine/fs/layout/slot';
import { names, newFileSystem, read, write } from './file-system-fixture';

test('a written file reads back, and its directory lists it', () => {
	const fs = newFileSystem();
	expect(write(fs, '/tmp/a.txt', 'grüße')).toBe(7);
	expect(read(fs, '/tmp/a.txt')).toBe('grüße');
	expect(names(fs, '/tmp')).toEqual(['a.txt']);
	expect(fs.fsck().problems).toEqual([]);
});

test('rename replaces an existing file and keeps its own inode', () => {
	const fs = newFileSystem();
	write(fs, '/tmp/a', 'new');
	write(fs, '/tmp/b', 'old');
	const inode = fs.walk('/tmp/a');
	expect(fs.rename('/tmp/a', '/tmp/b')).toBe(0);
	expect(fs.walk('/tmp/b')).toBe(inode);
	expect(read(fs, '/tmp/b')).toBe('new');
	expect(fs.walk('/tmp/a')).toBe(ENOENT);
	expect(fs.fsck().problems).toEqual([]);
});

test('rename of directories follows POSIX', () => {
	const fs = newFileSystem();
	fs.mkdirp('/tmp/a/inner');
	fs.mkdirp('/tmp/full/x');
	fs.mkdir('/tmp/empty');
	write(fs, '/tmp/file', '');
	expect(fs.rename('/tmp/a', '/tmp/a/inner/b')).toBe(EINVAL);
	expect(fs.rename('/tmp/a', '/tmp/full')).toBe(ENOTEMPTY);
	expect(fs.rename('/tmp/a', '/tmp/file')).toBe(ENOTDIR);
	expect(fs.rename('/tmp/file', '/tmp/a')).toBe(EISDIR);
	expect(fs.rename('/', '/tmp/b')).toBe(EBUSY);
	expect(fs.rename('/tmp/a', '/tmp/empty')).toBe(0);
	expect(names(fs, '/tmp/empty')).toEqual(['inner']);
	expect(fs.dirPath(fs.walk('/tmp/empty/inner'))).toBe('/tmp/empty/inner');
	expect(fs.fsck().problems).toEqual([]);
});

test('a process that dies closes every file it had open, however many', () => {
	const fs = newFileSystem();
	write(fs, '/tmp/many', 'x');
	const inode = fs.walk('/tmp/many');
	for (let fd = 3; fd < DESCRIPTOR_COUNT; fd++) fs.addReference(inode, 5, fd);
	fs.unlink('/tmp/many');
	expect(fs.recover(105, 5)).toEqual({ closedDescriptors: DESCRIPTOR_COUNT - 3 });
	expect(fs.fsck().problems).toEqual([]);
	expect(fs.recover(105, 5)).toEqual({ closedDescriptors: 0 });
});

test('a tree of 200,000 names fits', () => {
	const fs = newFileSystem(8);
	for (let folder = 0; folder < 200; folder++) {
		fs.mkdir(`/tmp/${folder}`);
		for (let file = 0; file < 1000; file++)
			if (write(fs, `/tmp/${folder}/${file}`, '') < 0) throw new Error(`no room for file ${folder}/${file}`);
	}
	expect(names(fs, '/tmp/199')).toHaveLength(1000);
});

test('a file that is unlinked while open stays readable and is freed on close', () => {
	const fs = newFileSystem();
	write(fs, '/tmp/a', 'still here');
	const before = fs.fsck().usedBlocks;
	const inode = fs.open('/tmp/a', O_RDWR, 0, 5);
	expect(fs.unlink('/tmp/a')).toBe(0);
	const out = new Uint8Array(10);
	expect(fs.pread(inode, out, 0, 10, 0)).toBe(10);
	expect(new TextDecoder().decode(out)).toBe('still here');
	fs.close(inode, 5);
	expect(fs.fsck()).toMatchObject({ isClean: true, usedBlocks: before - 1 });
});

test('hard links share one inode', () => {
	const fs = newFileSystem();
	write(fs, '/tmp/a', 'one');
	expect(fs.link('/tmp/a', '/tmp/b')).toBe(0);
	write(fs, '/tmp/b', 'two');
	expect(read(fs, '/tmp/a')).toBe('two');
	expect(fs.stat(fs.walk('/tmp/a')).nlink).toBe(2);
	expect(fs.link('/tmp', '/tmp/dir')).toBe(EPERM);
	expect(fs.link('/tmp/a', '/tmp/b')).toBe(EEXIST);
	fs.unlink('/tmp/a');
	expect(read(fs, '/tmp/b')).toBe('two');
	expect(fs.fsck().problems).toEqual([]);
});

test('symbolic links resolve relative to their directory, loops end in ELOOP', () => {
	const fs = newFileSystem();
	fs.mkdirp('/tmp/a/b');
	write(fs, '/tmp/a/x', 'x');
	fs.symlink('../x', '/tmp/a/b/up');
	fs.symlink('/tmp/loop2', '/tmp/loop1');
	fs.symlink('loop1', '/tmp/loop2');
	fs.symlink('b', '/tmp/a/dir');
	fs.symlink('nowhere', '/tmp/dangling');
	expect(read(fs, '/tmp/a/b/up')).toBe('x');
	expect(read(fs, '/tmp/a/dir/up')).toBe('x');
	expect(fs.walk('/tmp/loop1')).toBe(ELOOP);
	expect(fs.walk('/tmp/dangling')).toBe(ENOENT);
	expect(fs.readlink(fs.walk('/tmp/dangling', false))).toBe('nowhere');
	expect(fs.mkdir('/tmp/dangling')).toBe(EEXIST);
	write(fs, '/tmp/dangling', 'made');
	expect(read(fs, '/tmp/nowhere')).toBe('made');
});

test('directories are removed only when empty, and never through dots', () => {
	const fs = newFileSystem();
	fs.mkdirp('/tmp/a/b');
	expect(fs.rmdir('/tmp/a')).toBe(ENOTEMPTY);
	expect(fs.rmdir('/tmp/a/b/..')).toBe(EINVAL);
	expect(fs.rmdir('/')).toBe(EBUSY);
	expect(fs.unlink('/tmp/a')).toBe(EISDIR);
	expect(fs.rmdir('/tmp/a/b')).toBe(0);
	expect(fs.rmdir('/tmp/a/')).toBe(0);
	expect(fs.fsck().problems).toEqual([]);
});

test('open honours its flags', () => {
	const fs = newFileSystem();
	write(fs, '/tmp/a', '12345');
	expect(fs.open('/tmp/a', O_CREAT | O_EXCL | O_WRONLY, 0o644, -1)).toBe(EEXIST);
	expect(fs.open('/tmp', O_WRONLY, 0, -1)).toBe(EISDIR);
	expect(fs.open('/tmp/a/', 0, 0, -1)).toBe(ENOTDIR);
	expect(fs.open('/tmp/a/b', O_CREAT | O_WRONLY, 0o644, -1)).toBe(ENOTDIR);
	expect(fs.open('/tmp/no/b', O_CREAT | O_WRONLY, 0o644, -1)).toBe(ENOENT);
	const inode = fs.open('/tmp/a', O_TRUNC | O_WRONLY, 0, 3);
	expect(fs.stat(inode).size).toBe(0);
	fs.close(inode, 3);
	fs.umask = 0o077;
	const made = fs.open('/tmp/b', O_CREAT | O_WRONLY | O_APPEND, 0o666, 3);
	expect(fs.stat(made).mode & 0o777).toBe(0o600);
	fs.close(made, 3);
	expect(fs.fsck().problems).toEqual([]);
});

test('names go up to 255 bytes', () => {
	const fs = newFileSystem();
	const longest = 'ü'.repeat(127) + 'x';
	expect(write(fs, `/tmp/${longest}`, 'long')).toBe(4);
	expect(names(fs, '/tmp')).toEqual([longest]);
	expect(fs.mkdir(`/tmp/${'x'.repeat(256)}`)).toBe(ENAMETOOLONG);
});

test('a full disk keeps the old content and frees what a failed write took', () => {
	const fs = newFileSystem(2);
	write(fs, '/tmp/keep', 'precious');
	expect(fs.writeFile('/tmp/keep', new Uint8Array(3 << 20))).toBe(ENOSPC);
	expect(read(fs, '/tmp/keep')).toBe('precious');
	expect(fs.fsck().problems).toEqual([]);
	expect(fs.writeFile('/tmp/fits', new Uint8Array(1 << 20))).toBe(1 << 20);
});

test('a file grows through fragmented free space', () => {
	const fs = newFileSystem(2);
	const block = new Uint8Array(1024);
	let count = 0;
	while (fs.writeFile(`/tmp/f${count}`, block) > 0) count++;
	for (let index = 0; index < count; index += 2) fs.unlink(`/tmp/f${index}`);
	const content = Uint8Array.from({ length: 500 * 1024 }, (_, index) => (index * 7) & 255);
	expect(fs.writeFile('/tmp/large', content)).toBe(content.length);
	expect(fs.readFile('/tmp/large')).toEqual(content);
	expect(fs.fsck().problems).toEqual([]);
	fs.unlink('/tmp/large');
	expect(fs.fsck().problems).toEqual([]);
});

test('writing past the end and extending leave zeros', () => {
	const fs = newFileSystem();
	const inode = fs.open('/tmp/a', O_CREAT | O_RDWR, 0o644, 3);
	fs.pwrite(inode, new Uint8Array([1, 2, 3]), 0);
	fs.truncate(inode, 1);
	fs.pwrite(inode, new Uint8Array([9]), 4);
	fs.truncate(inode, 6);
	fs.close(inode, 3);
	expect(fs.readFile('/tmp/a')).toEqual(new Uint8Array([1, 0, 0, 0, 9, 0]));
});

test('the heap grows beyond its first 64 MB', () => {
	const fs = newFileSystem(200);
	const part = new Uint8Array(30 << 20).fill(5);
	for (let index = 0; index < 5; index++) expect(fs.writeFile(`/tmp/${index}`, part)).toBe(part.length);
	expect(fs.fsck().problems).toEqual([]);
});

test('watchers learn of changes by directory and name', () => {
	const fs = newFileSystem();
	const seen: unknown[] = [];
	fs.onchange = (event, inode, directory, name) => seen.push([event, inode ? 'inode' : fs.dirPath(directory), name]);
	write(fs, '/tmp/unwatched', '');
	fs.countWatches(1);
	write(fs, '/tmp/a', 'x');
	fs.rename('/tmp/a', '/tmp/b');
	fs.unlink('/tmp/b');
	expect(seen).toEqual([
		['rename', '/tmp', 'a'],
		['change', 'inode', ''],
		['rename', '/tmp', 'b'],
		['rename', '/tmp', 'a'],
		['rename', '/tmp', 'b']
	]);
});
