// It writes to standard output from WebAssembly. Differs: nothing.
const { load } = require('./support/webassembly.cjs');
const m = load({ fd_write: 'iiii', fd_fdstat_get: 'ii' }, {});
m.vector(0, ...m.put(64, 'hello '));
m.vector(8, ...m.put(96, 'wasm\n'));
console.log(m.fd_write(1, 0, 2, 16), m.u32(16), m.fd_write(77, 0, 2, 16), m.fd_fdstat_get(1, 32));
