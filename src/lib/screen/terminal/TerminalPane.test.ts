import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import type { TerminalProcess } from '../../app/ports';
import { openProject } from '../../../../tests/support/open-project';
import TerminalPane from './TerminalPane.svelte';

/** A shell that says what it is told to, and notes what is typed. */
function shell(greeting = 'Welcome') {
	const typed: string[] = [];
	const output = new TransformStream<string, string>();
	const writer = output.writable.getWriter();
	const exit = Promise.withResolvers<number>();
	const process: TerminalProcess = {
		greeting,
		output: output.readable,
		write: (data) => void typed.push(data),
		resize: () => undefined,
		kill: () => exit.resolve(137),
		exit: exit.promise
	};
	return { process, typed, say: (text: string) => void writer.write(text), end: exit.resolve };
}

test('it shows what the shell says, and types into it', async () => {
	const { process, typed, say } = shell('');
	const { workspace } = openProject({ spawn: async () => process });
	const { container, getByRole } = await render(TerminalPane, { session: workspace.terminal });
	say('hello from the shell');
	await expect.poll(() => container.textContent).toContain('hello from the shell');
	await expectAccessible(container);
	await userEvent.type(getByRole('textbox', { name: 'Terminal input' }), 'ls{Enter}');
	await expect.poll(() => typed.join('')).toBe('ls\r');
});

test('a shell that ended is started anew with Enter', async () => {
	const first = shell();
	const second = shell();
	const shells = [first.process, second.process];
	const { workspace } = openProject({ spawn: async () => shells.shift() ?? second.process });
	const { container, getByRole } = await render(TerminalPane, { session: workspace.terminal });
	await expect.poll(() => container.textContent).toContain('Welcome');
	first.end(3);
	await expect.poll(() => container.textContent).toContain('shell ended with code 3: press Enter to start another');
	await userEvent.type(getByRole('textbox', { name: 'Terminal input' }), '{Enter}');
	second.say('the second');
	await expect.poll(() => container.textContent).toContain('the second');
});

test('a shell that cannot start says why, and is tried again', async () => {
	const { process } = shell();
	let tries = 0;
	const spawn = async () => {
		if (tries++ === 0) throw new Error('The engine is not up.');
		return process;
	};
	const { workspace } = openProject({ spawn });
	const { getByRole, container } = await render(TerminalPane, { session: workspace.terminal });
	await expect.element(getByRole('alert')).toHaveTextContent('The engine is not up.');
	await getByRole('button', { name: 'Try again' }).click();
	await expect.element(getByRole('alert')).not.toBeInTheDocument();
	await expect.poll(() => container.textContent).toContain('Welcome');
});

test('what was said while it was hidden is there when it is shown again', async () => {
	const { process, say } = shell();
	const { workspace } = openProject({ spawn: async () => process });
	const first = await render(TerminalPane, { session: workspace.terminal });
	await expect.poll(() => first.container.textContent).toContain('Welcome');
	await first.unmount();
	say('meanwhile');
	const { container } = await render(TerminalPane, { session: workspace.terminal });
	await expect.poll(() => container.textContent).toContain('meanwhile');
});
