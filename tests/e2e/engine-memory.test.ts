import { expect, test } from 'vitest';
import { inPage, useApiTab } from './support/api-tab';

/** What a process holds is limited: the browser measures it at garbage collections, so each look takes up to half a minute. */
useApiTab();

const LEAK = `const kept = [];
setInterval(() => { if (kept.length < 320) kept.push(new Array(131072).fill(1.5)); }, 5);`;

test('a process that holds more than it may ends as Node ends, and others go on', { timeout: 120_000 }, async () => {
	const seen = await inPage(async (leak) => {
		const neighbour = await container.spawn('node', [
			'--max-old-space-size=200',
			'-e',
			`process.stdin.once('data', () => process.exit(7))`
		]);
		const child = await container.spawn('node', ['--max-old-space-size=200', '-e', leak]);
		let output = '';
		void child.output.pipeTo(new WritableStream({ write: (text) => void (output += text) }));
		const code = await child.exit;
		await neighbour.input.getWriter().write('\n');
		return { code, output, neighbour: await neighbour.exit };
	}, LEAK);
	expect(seen.code).toBe(134);
	expect(seen.output).toContain('FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory');
	expect(seen.neighbour).toBe(7);
});
