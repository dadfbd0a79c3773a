// It ends a program of WebAssembly with its code. Differs: nothing.
const { WASI } = require('wasi');
const wasi = new WASI({ version: 'preview1' });
const bytes = [
	0,
	97,
	115,
	109,
	1,
	0,
	0,
	0,
	1,
	8,
	2,
	96,
	1,
	127,
	0,
	96,
	0,
	0,
	2,
	36,
	1,
	22,
	...Buffer.from('wasi_snapshot_preview1'),
	9,
	...Buffer.from('proc_exit'),
	0,
	0,
	3,
	2,
	1,
	1,
	5,
	3,
	1,
	0,
	1,
	7,
	19,
	2,
	6,
	...Buffer.from('_start'),
	0,
	1,
	6,
	...Buffer.from('memory'),
	2,
	0,
	10,
	8,
	1,
	6,
	0,
	65,
	42,
	16,
	0,
	11
];
const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), wasi.getImportObject());
console.log(wasi.start(instance));
try {
	wasi.start(instance);
} catch (error) {
	console.log(error.code);
}
try {
	new WASI({ version: 'preview1', preopens: { '/': '/no/such/folder' } });
} catch (error) {
	console.log(error.code, error.message);
}
try {
	new WASI({ version: 'preview1' }).initialize({ exports: {} });
} catch (error) {
	console.log(error.code, error.message);
}
try {
	new WASI({ version: 'preview1' }).wasiImport.sched_yield();
} catch (error) {
	console.log(error.code, error.message);
}
