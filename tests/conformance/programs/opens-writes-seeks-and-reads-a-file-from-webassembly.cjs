// It opens, writes, seeks and reads a file from WebAssembly. Differs: nothing.
const { ALL, fs, load } = require('./support/webassembly.cjs');
fs.mkdirSync('wd', { recursive: true });
const m = load(
	{
		path_open: 'iiiiiLLii',
		fd_write: 'iiii',
		fd_read: 'iiii',
		fd_seek: 'iLii',
		fd_tell: 'ii',
		fd_close: 'i',
		fd_filestat_get: 'ii',
		fd_fdstat_get: 'ii',
		fd_filestat_set_size: 'iL'
	},
	{ preopens: { '/sandbox': 'wd' } }
);
const open = (path, oflags, rights) => [m.path_open(3, 1, ...m.put(512, path), oflags, rights, 0n, 0, 256), m.u32(256)];
const [errno, fd] = open('a.txt', 1 | 8, ALL);
console.log(errno, fd);
m.vector(0, ...m.put(64, 'line one\n'));
console.log(m.fd_write(fd, 0, 1, 16), m.u32(16), fs.readFileSync('wd/a.txt', 'utf8'));
console.log(m.fd_seek(fd, -4n, 2, 24), m.u64(24), m.fd_tell(fd, 24), m.u64(24));
m.vector(0, 64, 32);
console.log(m.fd_read(fd, 0, 1, 16), JSON.stringify(m.text(64, m.u32(16))), m.fd_seek(fd, -40n, 0, 24));
console.log(
	m.fd_filestat_get(fd, 128),
	m.bytes()[144],
	m.u64(152),
	m.u64(160),
	m.fd_fdstat_get(fd, 128),
	m.bytes()[128],
	m.bytes().readBigUInt64LE(136)
);
console.log(m.fd_filestat_set_size(fd, 3n), fs.readFileSync('wd/a.txt', 'utf8'), m.fd_close(fd), m.fd_close(fd));
console.log(
	open('nope', 0, 2n)[0],
	open('../out', 1, 2n)[0],
	open('a.txt', 2, 2n)[0],
	open('a.txt', 5, 2n)[0],
	open('.', 0, 64n)[0]
);
const [, reader] = open('a.txt', 0, 2n);
console.log(m.fd_write(reader, 0, 1, 16), m.fd_seek(reader, 0n, 0, 24));
