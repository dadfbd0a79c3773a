import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readsStandardInput } from '../../../../workers/engine/shell/input-operands';
import type { StreamingContext } from '../../../../workers/engine/shell/streaming/streaming-tool';
import { STREAMING_TOOLS } from '../../../../workers/engine/shell/streaming/streaming-tools';
import { bytesOf } from '../../../../workers/engine/shell/tool-input';
import { BrokenPipe, write } from '../../../../workers/engine/shell/tool-output';

const CONTEXT: StreamingContext = {
	cwd: '/',
	stderr: new PassThrough(),
	library: () => Promise.reject(new Error('the library was asked'))
};

/** An endless input that counts how many chunks were taken. */
function endless(text: string) {
	const taken = { count: 0, isClosed: false };
	async function* chunks(): AsyncGenerator<Buffer, void> {
		try {
			for (;;) {
				taken.count++;
				yield Buffer.from(text);
			}
		} finally {
			taken.isClosed = true;
		}
	}
	return { taken, input: chunks() };
}

function start(name: string, args: string[], input: AsyncIterable<Buffer>) {
	const tool = STREAMING_TOOLS.get(name)?.(args);
	if (!tool) throw new Error(`${name} ${args.join(' ')} does not stream`);
	return tool(input, CONTEXT);
}

test('head takes no chunk beyond its last line, and closes its input', async () => {
	const { taken, input } = endless('y\ny\n');
	let output = '';
	for await (const piece of start('head', ['-n', '3'], input)) output += piece.toString();
	expect({ output, ...taken }).toEqual({ output: 'y\ny\ny\n', count: 2, isClosed: true });
});

test('cat takes a chunk only when the one before has been taken from it', async () => {
	const { taken, input } = endless('y\n');
	const output = start('cat', [], input);
	for (let count = 1; count <= 3; count++) {
		await output.next();
		expect(taken.count).toBe(count);
	}
	await output.return(0);
	expect(taken.isClosed).toBe(true);
});

test('tail holds its last lines only, and refuses to hold more than the limit', async () => {
	const mebibyte = Buffer.alloc(1024 * 1024, 'x');
	const lines = Array.from({ length: 100 }, () => Buffer.concat([mebibyte, Buffer.from('\n')]));
	let sizeBytes = 0;
	for await (const piece of start('tail', ['-n', '1'], Readable.from(lines))) sizeBytes += piece.length;
	expect(sizeBytes).toBe(mebibyte.length + 1);
	const output = start('tail', ['-n', '1'], Readable.from(Array.from({ length: 65 }, () => mebibyte)));
	await expect(output.next()).rejects.toThrow('input is too large');
});

test('a pipe is read no further ahead than its buffer', async () => {
	let madeBytes = 0;
	const source = new Readable({ read: (size) => void ((madeBytes += size), source.push(Buffer.alloc(size))) });
	const pipe = source.pipe(new PassThrough());
	const input = bytesOf(pipe);
	const first = (await input.next()).value?.length ?? 0;
	await new Promise(setImmediate);
	expect(madeBytes - first).toBeLessThanOrEqual(4 * pipe.readableHighWaterMark);
	await input.return();
	expect(pipe.destroyed).toBe(false);
});

test('a write waits for the reader, and fails when the reader goes', async () => {
	const pipe = new PassThrough({ highWaterMark: 4 });
	let isTaken = false;
	const waiting = write(pipe, 'more than four').then(() => (isTaken = true));
	await new Promise(setImmediate);
	expect(isTaken).toBe(false);
	pipe.destroy();
	await expect(waiting).rejects.toThrow(BrokenPipe);
	await expect(write(pipe, 'x')).rejects.toThrow(BrokenPipe);
});

test.each([
	['sed', '-n', '2p'],
	['sed', '1d'],
	['sed', '/a/,/b/d'],
	['sed', 'N;s/a/b/'],
	['sed', '$d'],
	['sed', 's/a/b/w file'],
	['sed', '/x/{s/a/b/}'],
	['grep', '-C', '2', 'a'],
	['grep', '-z', 'a'],
	['tail', '-c', '+2'],
	['tr', '-s', '[:space:]'],
	['cat', '-n'],
	['wc', '-L']
])('%s %s %s is left to the library, which sees all input at once', (name, ...args) => {
	expect(STREAMING_TOOLS.get(name)?.(args)).toBe(null);
});

test.each<[boolean, string, string[]]>([
	[true, 'head', ['-n', '2']],
	[false, 'head', ['-n2', 'a']],
	[true, 'sort', ['-k', '2', '-t', ',']],
	[true, 'cut', ['-d', ' ', '-f', '1']],
	[false, 'cut', ['-f1', 'a']],
	[true, 'grep', ['-e', 'a', '-e', 'b']],
	[false, 'grep', ['-e', 'a', 'b']],
	[true, 'grep', ['-A', '3', 'a']],
	[false, 'grep', ['-rn', 'a']],
	[true, 'sed', ['-r', 's/a/b/']],
	[true, 'jq', ['--arg', 'a', 'b', '.x']],
	[false, 'jq', ['.x', 'a']],
	[true, 'awk', ['-F', ',', '{print}']],
	[true, 'cat', ['-']],
	[false, 'ls', []]
])('reads standard input: %s for %s %j', (expected, name, args) => {
	expect(readsStandardInput(name, args)).toBe(expected);
});
