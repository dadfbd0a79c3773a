// Arborist's process: linux, wasm32 is passed as an option; the version is what `engines` is checked against.
module.exports = {
	platform: 'linux',
	arch: 'x64',
	version: 'v24.21.0',
	versions: { node: '24.21.0' },
	env: {},
	argv: [],
	stdout: {},
	stderr: {},
	stdin: {},
	cwd: () => '/',
	emit() {},
	on() {},
	removeListener() {},
	off() {},
	nextTick: (task, ...args) => queueMicrotask(() => task(...args)),
	emitWarning() {},
	hrtime: { bigint: () => BigInt(Math.round(performance.now() * 1e6)) },
	report: { getReport: () => ({ header: { glibcVersionRuntime: '2.36' } }) }
};
