import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract, nothing } from '../../../src/lib/bus/contract';
import { connect } from '../../../src/lib/bus/rpc';
import { BridgedContainer, serveContainer } from '../../../src/lib/bus/container-bridge';
import { runToEnd, stripAnsi, type Container } from '../../../src/lib/container/container';
import { NativeContainer } from '../support/native-container';

/** The same suite for a container itself, and for one behind the bridge. */
let native: NativeContainer;
let bridged: BridgedContainer;
beforeEach(async () => {
	native = await NativeContainer.create();
	const { port1, port2 } = new MessageChannel();
	serveContainer(port1, async () => native, { open: async () => ({ status: 200, title: '', text: 'x', consoleErrors: [] }) });
	bridged = await new BridgedContainer(port2).boot();
});
afterEach(async () => {
	await bridged.dispose();
	await native.dispose();
});
const both: [string, () => Container][] = [
	['itself', () => native],
	['behind the bridge', () => bridged]
];

test.each(both)('%s: files are written with their folders, listed, read, exported and removed', async (_, get) => {
	const container = get();
	await container.writeFile('a/b/c.txt', 'hello');
	await container.writeFile('node_modules/x/index.js', '');
	expect(await container.readFile('a/b/c.txt')).toBe('hello');
	expect(await container.readdir('a')).toEqual([{ name: 'b', isDirectory: true }]);
	expect([...(await container.export('.')).keys()]).toEqual(['a/b/c.txt']);
	await container.rm('a');
	await expect(container.readFile('a/b/c.txt')).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each(both)('%s: a program runs to its end, with its output, exit code and deadline', async (_, get) => {
	expect(await runToEnd(get(), 'node', ['-e', 'console.log(process.env.A);process.exit(3)'], { env: { A: 'yes' } })).toEqual({
		exitCode: 3,
		output: 'yes\n',
		isTimedOut: false
	});
	expect(await runToEnd(get(), 'node', ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 300 })).toMatchObject({
		isTimedOut: true
	});
});

test.each(both)('%s: a server that listens is announced', async (_, get) => {
	const container = get();
	const ready = new Promise((done) => container.onServerReady(done));
	const process = await container.spawn('node', [
		'-e',
		"require('http').createServer().listen(0, function () { console.log('http://localhost:' + this.address().port) })"
	]);
	expect(await ready).toMatchObject({ port: expect.any(Number) });
	process.kill();
	await process.exit;
});

test('the bridge offers nothing but its methods', async () => {
	const { port1, port2 } = new MessageChannel();
	serveContainer(port1, async () => native, { open: async () => ({ status: 200, title: '', text: '', consoleErrors: [] }) });
	const { client, dispose } = connect(port2, contract({ dispose: { input: [], output: nothing } }), { name: 'The bridge' });
	await expect(client.dispose()).rejects.toMatchObject({ code: 'RPC_DENIED' });
	dispose();
});

test('text without terminal escapes keeps all that is text', () => {
	const link = '\u001b]8;;http://localhost:3000\u001b\\here\u001b]8;;\u0007';
	expect(
		stripAnsi(`\u001b[1;31mred\u001b[0m \u001b[38:5:12mblue\u001b[m ${link} \u001b[?25l\u001b[2K[1] a\u001b7b\u001b(B\n`)
	).toBe('red blue here [1] ab\n');
	expect(stripAnsi(`\u001b]unfinished ${'x'.repeat(100_000)}`)).toContain('xxx');
});
