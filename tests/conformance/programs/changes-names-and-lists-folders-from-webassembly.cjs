// It changes names and lists folders from WebAssembly. Differs: nothing.
const { fs, load } = require('./support/webassembly.cjs');
fs.rmSync('wn', { recursive: true, force: true });
fs.mkdirSync('wn/in', { recursive: true });
fs.writeFileSync('wn/f', 'abc');
fs.writeFileSync('wn-secret', 'x');
fs.symlinkSync('../wn-secret', 'wn/leak');
const m = load(
	{
		path_create_directory: 'iii',
		path_rename: 'iiiiii',
		path_unlink_file: 'iii',
		path_remove_directory: 'iii',
		path_symlink: 'iiiii',
		path_readlink: 'iiiiii',
		path_filestat_get: 'iiiii',
		path_link: 'iiiiiii',
		fd_readdir: 'iiiLi',
		fd_prestat_get: 'ii',
		fd_prestat_dir_name: 'iii',
		path_open: 'iiiiiLLii'
	},
	{ preopens: { '/': 'wn' } }
);
const p = (text) => m.put(512, text);
const q = (text) => m.put(640, text);
console.log(m.fd_prestat_get(3, 0), m.u32(4), m.fd_prestat_dir_name(3, 8, 1), m.text(8, 1), m.fd_prestat_get(4, 0));
console.log(
	m.path_create_directory(3, ...p('d')),
	m.path_create_directory(3, ...p('d')),
	m.path_rename(3, ...p('f'), 3, ...q('d/g')),
	m.path_link(3, 0, ...p('d/g'), 3, ...q('h'))
);
console.log(m.path_symlink(...p('d/g'), 3, ...q('l')), m.path_readlink(3, ...q('l'), 700, 20, 720), m.text(700, m.u32(720)));
console.log(
	m.path_filestat_get(3, 1, ...p('l'), 128),
	m.bytes()[144],
	m.u64(152),
	m.u64(160),
	m.path_filestat_get(3, 0, ...p('l'), 128),
	m.bytes()[144],
	m.path_filestat_get(3, 1, ...p('leak'), 128)
);
console.log(m.fd_readdir(3, 1024, 2048, 0n, 720));
const names = [];
for (let at = 1024; at < 1024 + m.u32(720);) {
	const length = m.u32(at + 16);
	names.push(m.text(at + 24, length) + ':' + m.bytes()[at + 20]);
	at += 24 + length;
}
console.log(names.sort());
console.log(m.fd_readdir(3, 1024, 30, 0n, 720), m.u32(720), m.fd_readdir(3, 1024, 2048, BigInt(names.length), 720), m.u32(720));
console.log(
	m.path_remove_directory(3, ...p('d')),
	m.path_unlink_file(3, ...p('d/g')),
	m.path_remove_directory(3, ...p('d')),
	m.path_unlink_file(3, ...p('h')),
	m.path_unlink_file(3, ...p('h'))
);
console.log(fs.readdirSync('wn'));
