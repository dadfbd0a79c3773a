/**
 * Programs that call WASI from WebAssembly; both the tab and native Node run them.
 * Each gets a module assembled by hand: it imports functions of wasi_snapshot_preview1 and exports them again beside its memory.
 */
const ASSEMBLER = `
	const { WASI } = require('wasi'); const fs = require('fs');
	const section = (id, bytes) => [id, bytes.length & 127 | 128, bytes.length >> 7, ...bytes];
	const name = (text) => [text.length, ...Buffer.from(text)];
	const code = { i: 0x7f, L: 0x7e };
	function assemble(functions, memory = [0, 1]) {
		const names = Object.keys(functions);
		return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0,
			...section(1, [names.length, ...names.flatMap((n) => [0x60, functions[n].length, ...[...functions[n]].map((c) => code[c]), 1, 0x7f])]),
			...section(2, [names.length, ...names.flatMap((n, i) => [...name('wasi_snapshot_preview1'), ...name(n), 0, i])]),
			...section(5, [1, ...memory]),
			...section(7, [names.length + 1, ...names.flatMap((n, i) => [...name(n), 0, i]), ...name('memory'), 2, 0])]));
	}
	function load(functions, options, memory) {
		const wasi = new WASI({ version: 'preview1', ...options });
		const { exports } = new WebAssembly.Instance(assemble(functions, memory), wasi.getImportObject());
		wasi.initialize({ exports });
		const bytes = () => Buffer.from(exports.memory.buffer);
		const put = (at, text) => { bytes().write(text, at); return [at, Buffer.byteLength(text)]; };
		const vector = (at, pointer, length) => { bytes().writeUInt32LE(pointer, at); bytes().writeUInt32LE(length, at + 4); };
		const u32 = (at) => bytes().readUInt32LE(at); const u64 = (at) => Number(bytes().readBigUInt64LE(at));
		const text = (at, length) => bytes().toString('utf8', at, at + length);
		return { ...exports, bytes, put, vector, u32, u64, text };
	}
	const ALL = (1n << 28n) - 1n;`;

export const WASI_PROGRAMS: Record<string, string> = {
	'writes to standard output from WebAssembly': `${ASSEMBLER}
		const m = load({ fd_write: 'iiii', fd_fdstat_get: 'ii' }, {});
		m.vector(0, ...m.put(64, 'hello ')); m.vector(8, ...m.put(96, 'wasm\\n'));
		console.log(m.fd_write(1, 0, 2, 16), m.u32(16), m.fd_write(77, 0, 2, 16), m.fd_fdstat_get(1, 32))`,
	'opens, writes, seeks and reads a file from WebAssembly': `${ASSEMBLER}
		fs.mkdirSync('wd', { recursive: true });
		const m = load({ path_open: 'iiiiiLLii', fd_write: 'iiii', fd_read: 'iiii', fd_seek: 'iLii', fd_tell: 'ii', fd_close: 'i', fd_filestat_get: 'ii', fd_fdstat_get: 'ii', fd_filestat_set_size: 'iL' }, { preopens: { '/sandbox': 'wd' } });
		const open = (path, oflags, rights) => [m.path_open(3, 1, ...m.put(512, path), oflags, rights, 0n, 0, 256), m.u32(256)];
		const [errno, fd] = open('a.txt', 1 | 8, ALL); console.log(errno, fd);
		m.vector(0, ...m.put(64, 'line one\\n')); console.log(m.fd_write(fd, 0, 1, 16), m.u32(16), fs.readFileSync('wd/a.txt', 'utf8'));
		console.log(m.fd_seek(fd, -4n, 2, 24), m.u64(24), m.fd_tell(fd, 24), m.u64(24)); m.vector(0, 64, 32);
		console.log(m.fd_read(fd, 0, 1, 16), JSON.stringify(m.text(64, m.u32(16))), m.fd_seek(fd, -40n, 0, 24));
		console.log(m.fd_filestat_get(fd, 128), m.bytes()[144], m.u64(152), m.u64(160), m.fd_fdstat_get(fd, 128), m.bytes()[128], m.bytes().readBigUInt64LE(136));
		console.log(m.fd_filestat_set_size(fd, 3n), fs.readFileSync('wd/a.txt', 'utf8'), m.fd_close(fd), m.fd_close(fd));
		console.log(open('nope', 0, 2n)[0], open('../out', 1, 2n)[0], open('a.txt', 2, 2n)[0], open('a.txt', 5, 2n)[0], open('.', 0, 64n)[0]);
		const [, reader] = open('a.txt', 0, 2n); console.log(m.fd_write(reader, 0, 1, 16), m.fd_seek(reader, 0n, 0, 24))`,
	'changes names and lists folders from WebAssembly': `${ASSEMBLER}
		fs.rmSync('wn', { recursive: true, force: true }); fs.mkdirSync('wn/in', { recursive: true }); fs.writeFileSync('wn/f', 'abc'); fs.writeFileSync('wn-secret', 'x');
		fs.symlinkSync('../wn-secret', 'wn/leak');
		const m = load({ path_create_directory: 'iii', path_rename: 'iiiiii', path_unlink_file: 'iii', path_remove_directory: 'iii', path_symlink: 'iiiii', path_readlink: 'iiiiii', path_filestat_get: 'iiiii', path_link: 'iiiiiii', fd_readdir: 'iiiLi', fd_prestat_get: 'ii', fd_prestat_dir_name: 'iii', path_open: 'iiiiiLLii' }, { preopens: { '/': 'wn' } });
		const p = (text) => m.put(512, text); const q = (text) => m.put(640, text);
		console.log(m.fd_prestat_get(3, 0), m.u32(4), m.fd_prestat_dir_name(3, 8, 1), m.text(8, 1), m.fd_prestat_get(4, 0));
		console.log(m.path_create_directory(3, ...p('d')), m.path_create_directory(3, ...p('d')), m.path_rename(3, ...p('f'), 3, ...q('d/g')), m.path_link(3, 0, ...p('d/g'), 3, ...q('h')));
		console.log(m.path_symlink(...p('d/g'), 3, ...q('l')), m.path_readlink(3, ...q('l'), 700, 20, 720), m.text(700, m.u32(720)));
		console.log(m.path_filestat_get(3, 1, ...p('l'), 128), m.bytes()[144], m.u64(152), m.u64(160), m.path_filestat_get(3, 0, ...p('l'), 128), m.bytes()[144], m.path_filestat_get(3, 1, ...p('leak'), 128));
		console.log(m.fd_readdir(3, 1024, 2048, 0n, 720));
		const names = []; for (let at = 1024; at < 1024 + m.u32(720);) { const length = m.u32(at + 16); names.push(m.text(at + 24, length) + ':' + m.bytes()[at + 20]); at += 24 + length; } console.log(names.sort());
		console.log(m.fd_readdir(3, 1024, 30, 0n, 720), m.u32(720), m.fd_readdir(3, 1024, 2048, BigInt(names.length), 720), m.u32(720));
		console.log(m.path_remove_directory(3, ...p('d')), m.path_unlink_file(3, ...p('d/g')), m.path_remove_directory(3, ...p('d')), m.path_unlink_file(3, ...p('h')), m.path_unlink_file(3, ...p('h')));
		console.log(fs.readdirSync('wn'))`,
	'tells arguments, environment, time and chance to WebAssembly': `${ASSEMBLER}
		const m = load({ args_sizes_get: 'ii', args_get: 'ii', environ_sizes_get: 'ii', environ_get: 'ii', clock_time_get: 'iLi', clock_res_get: 'ii', random_get: 'ii', poll_oneoff: 'iiii', sched_yield: '', sock_recv: 'iiiiii' }, { args: ['prog', 'ä'], env: { A: '1', LONG: 'two' } });
		console.log(m.args_sizes_get(0, 4), m.u32(0), m.u32(4), m.args_get(8, 64), JSON.stringify(m.text(m.u32(8), 5) + m.text(m.u32(12), 2)));
		console.log(m.environ_sizes_get(0, 4), m.u32(0), m.u32(4), m.environ_get(8, 64), JSON.stringify(m.text(m.u32(8), 13)));
		console.log(m.clock_time_get(0, 0n, 0), Math.abs(m.u64(0) / 1e6 - Date.now()) < 1000, m.clock_time_get(1, 0n, 8), m.clock_time_get(1, 0n, 16), m.u64(16) >= m.u64(8), m.clock_time_get(9, 0n, 0));
		console.log(m.random_get(1024, 60000), new Set(m.bytes().subarray(1024, 61024)).size, m.sched_yield());
		m.bytes().fill(0, 0, 256); m.bytes().writeBigUInt64LE(7n, 0); m.bytes().writeUInt32LE(1, 16); m.bytes().writeBigUInt64LE(20000000n, 24);
		const start = Date.now(); console.log(m.poll_oneoff(0, 128, 1, 240), m.u32(240), m.u64(128), m.bytes()[138], Date.now() - start >= 19)`,
	'ends a program of WebAssembly with its code': `
		const { WASI } = require('wasi'); const wasi = new WASI({ version: 'preview1' });
		const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 2, 96, 1, 127, 0, 96, 0, 0, 2, 36, 1, 22, ...Buffer.from('wasi_snapshot_preview1'), 9, ...Buffer.from('proc_exit'), 0, 0, 3, 2, 1, 1, 5, 3, 1, 0, 1, 7, 19, 2, 6, ...Buffer.from('_start'), 0, 1, 6, ...Buffer.from('memory'), 2, 0, 10, 8, 1, 6, 0, 65, 42, 16, 0, 11];
		const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), wasi.getImportObject());
		console.log(wasi.start(instance)); try { wasi.start(instance) } catch (error) { console.log(error.code) }
		try { new WASI({ version: 'preview1', preopens: { '/': '/no/such/folder' } }) } catch (error) { console.log(error.code, error.message) }
		try { new WASI({ version: 'preview1' }).initialize({ exports: {} }) } catch (error) { console.log(error.code, error.message) }
		try { new WASI({ version: 'preview1' }).wasiImport.sched_yield() } catch (error) { console.log(error.code, error.message) }`,
	'shares one memory of WebAssembly between threads': `${ASSEMBLER}
		const { Worker, isMainThread, workerData, parentPort } = require('worker_threads');
		const memory = isMainThread ? new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true }) : workerData.memory;
		const wasi = new WASI({ version: 'preview1' }); wasi.finalizeBindings({ exports: { memory } }, { memory });
		const { random_get } = wasi.wasiImport; const words = new Int32Array(memory.buffer);
		if (isMainThread) {
			const worker = new Worker(__filename, { workerData: { memory } });
			console.log(Atomics.wait(words, 0, 0, 10000), words[0], new Set(new Uint8Array(memory.buffer, 64, 8192)).size);
			worker.on('exit', (code) => console.log('exit', code));
		} else { random_get(64, 8192); Atomics.store(words, 0, 5); Atomics.notify(words, 0); }`
};
