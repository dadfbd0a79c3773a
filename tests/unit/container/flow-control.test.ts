import { expect, test } from 'vitest';
import { flowControlled } from '../../../src/lib/container/flow-control';

test('a program waits while its output is not taken, and goes on once it is', async () => {
	const asked: boolean[] = [];
	let source: ReadableStreamDefaultController<string> | undefined;
	const output = new ReadableStream<string>({ start: (controller) => void (source = controller) });
	const reader = flowControlled(output, (isPaused) => asked.push(isPaused)).getReader();
	const block = 'y'.repeat(60_000);
	for (let count = 0; count < 4; count++) source?.enqueue(block);
	await expect.poll(() => asked).toEqual([true]);
	let taken = 0;
	for (let count = 0; count < 4; count++) taken += (await reader.read()).value?.length ?? 0;
	expect({ taken, asked }).toEqual({ taken: 240_000, asked: [true, false] });
	source?.close();
	expect((await reader.read()).done).toBe(true);
});
