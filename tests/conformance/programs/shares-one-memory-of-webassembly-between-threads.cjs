// It shares one memory of WebAssembly between threads. Differs: nothing.
const { WASI } = require('./support/webassembly.cjs');
const { Worker, isMainThread, workerData, parentPort } = require('worker_threads');
const memory = isMainThread ? new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true }) : workerData.memory;
const wasi = new WASI({ version: 'preview1' });
wasi.finalizeBindings({ exports: { memory } }, { memory });
const { random_get } = wasi.wasiImport;
const words = new Int32Array(memory.buffer);
if (isMainThread) {
	const worker = new Worker(__filename, { workerData: { memory } });
	console.log(Atomics.wait(words, 0, 0, 10000), words[0], new Set(new Uint8Array(memory.buffer, 64, 8192)).size);
	worker.on('exit', (code) => console.log('exit', code));
} else {
	random_get(64, 8192);
	Atomics.store(words, 0, 5);
	Atomics.notify(words, 0);
}
