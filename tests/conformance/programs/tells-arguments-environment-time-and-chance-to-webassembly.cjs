// It tells arguments, environment, time and chance to WebAssembly. Differs: nothing.
const { load } = require('./support/webassembly.cjs');
const m = load(
	{
		args_sizes_get: 'ii',
		args_get: 'ii',
		environ_sizes_get: 'ii',
		environ_get: 'ii',
		clock_time_get: 'iLi',
		clock_res_get: 'ii',
		random_get: 'ii',
		poll_oneoff: 'iiii',
		sched_yield: '',
		sock_recv: 'iiiiii'
	},
	{ args: ['prog', 'ä'], env: { A: '1', LONG: 'two' } }
);
console.log(
	m.args_sizes_get(0, 4),
	m.u32(0),
	m.u32(4),
	m.args_get(8, 64),
	JSON.stringify(m.text(m.u32(8), 5) + m.text(m.u32(12), 2))
);
console.log(m.environ_sizes_get(0, 4), m.u32(0), m.u32(4), m.environ_get(8, 64), JSON.stringify(m.text(m.u32(8), 13)));
console.log(
	m.clock_time_get(0, 0n, 0),
	Math.abs(m.u64(0) / 1e6 - Date.now()) < 1000,
	m.clock_time_get(1, 0n, 8),
	m.clock_time_get(1, 0n, 16),
	m.u64(16) >= m.u64(8),
	m.clock_time_get(9, 0n, 0)
);
console.log(m.random_get(1024, 60000), new Set(m.bytes().subarray(1024, 61024)).size, m.sched_yield());
m.bytes().fill(0, 0, 256);
m.bytes().writeBigUInt64LE(7n, 0);
m.bytes().writeUInt32LE(1, 16);
m.bytes().writeBigUInt64LE(20000000n, 24);
const start = Date.now();
console.log(m.poll_oneoff(0, 128, 1, 240), m.u32(240), m.u64(128), m.bytes()[138], Date.now() - start >= 19);
