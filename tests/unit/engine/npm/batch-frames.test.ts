import { expect, test } from 'vitest';
import { readFrames } from '../../../../workers/engine/npm/batch-frames';
import { MAX_PACKAGE_BYTES } from '../../../../workers/engine/npm/limits';

function frameOf(header: object, body = ''): Uint8Array<ArrayBuffer> {
	const head = new TextEncoder().encode(JSON.stringify(header));
	const frame = new Uint8Array(4 + head.length + body.length);
	new DataView(frame.buffer).setUint32(0, head.length);
	frame.set(head, 4);
	frame.set(new TextEncoder().encode(body), 4 + head.length);
	return frame;
}

test('frames are the same however the bytes arrive', async () => {
	const bytes = [frameOf({ index: 0, status: 200, length: 5 }, 'hello'), frameOf({ index: 1, status: 404, length: 0 })];
	for (const pieceBytes of [1, 7, 1000]) {
		const all = new Uint8Array(bytes.flatMap((frame) => [...frame]));
		const pieces = Array.from({ length: Math.ceil(all.length / pieceBytes) }, (_, at) =>
			all.slice(at * pieceBytes, (at + 1) * pieceBytes)
		);
		const frames = await Array.fromAsync(readFrames(new Blob(pieces).stream()));
		expect(frames.map(({ header, body }) => [header.index, new TextDecoder().decode(body)])).toEqual([
			[0, 'hello'],
			[1, '']
		]);
	}
});

test('memory is taken for what arrives, not for what a header promises', async () => {
	const read: number[] = [];
	const before = process.memoryUsage().arrayBuffers;
	const stream = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				read.push(process.memoryUsage().arrayBuffers - before);
				if (read.length === 1) controller.enqueue(frameOf({ index: 0, status: 200, length: MAX_PACKAGE_BYTES }, 'x'));
				else controller.close();
			}
		},
		{ highWaterMark: 0 }
	);
	for await (const frame of readFrames(stream)) expect(frame).toBeUndefined();
	expect(read).toHaveLength(2);
	expect(read[1]).toBeLessThan(2 ** 20);
	await expect(
		readFrames(new Blob([frameOf({ index: 0, status: 200, length: MAX_PACKAGE_BYTES + 1 })]).stream()).next()
	).rejects.toThrow(SyntaxError);
});
