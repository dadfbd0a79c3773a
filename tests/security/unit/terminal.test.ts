import { expect, test, vi } from 'vitest';
import type { TerminalProcess } from '../../../src/lib/app/ports';
import { openLink } from '../../../src/lib/screen/terminal/terminal-links';
import { TerminalSession, type TerminalView } from '../../../src/lib/screen/terminal/terminal-session.svelte';

const QUESTION = '\x1b[c';
const ANSWER = '\x1b[?1;2c';

/** A view that answers a question as xterm does: once the data has taken effect. */
function answeringView(): TerminalView & { type(text: string): void } {
	let listener: (data: string) => void = () => {};
	return {
		cols: 80,
		rows: 24,
		write(data, onShown) {
			queueMicrotask(() => {
				if (data.includes(QUESTION)) listener(ANSWER);
				onShown?.();
			});
		},
		onData(listen) {
			listener = listen;
			return { dispose: () => (listener = () => {}) };
		},
		onResize: () => ({ dispose() {} }),
		type: (text) => listener(text)
	};
}

test('a live program gets its answer, a view that opens again gives none', async () => {
	let print: (text: string) => void = () => {};
	const written: string[] = [];
	const output = new ReadableStream<string>({ start: (controller) => void (print = (text) => controller.enqueue(text)) });
	const process: TerminalProcess = {
		output,
		exit: new Promise(() => {}),
		write: (text: string) => void written.push(text),
		resize() {},
		kill() {}
	} as TerminalProcess;
	const session = new TerminalSession({ spawn: async () => process });
	const unlink = session.link(answeringView());
	await vi.waitFor(() => expect(session.status.state).toBe('running'));
	print(QUESTION);
	await vi.waitFor(() => expect(written).toEqual([ANSWER]));
	unlink();
	const again = answeringView();
	session.link(again);
	await new Promise(setImmediate);
	expect(written).toEqual([ANSWER]);
	again.type('ls\r');
	expect(written).toEqual([ANSWER, 'ls\r']);
});

test('a link opens the web only, and the page that opens has no opener', () => {
	const open = vi.fn();
	for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'blob:https://a.test/1', 'no address'])
		expect(openLink(text, open)).toBe(false);
	expect(open).not.toHaveBeenCalled();
	expect(openLink('https://example.test/a', open)).toBe(true);
	expect(open).toHaveBeenCalledWith('https://example.test/a', '_blank', 'noopener,noreferrer');
});
