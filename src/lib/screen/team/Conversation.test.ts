import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { openProject } from '../../../../tests/support/open-project';
import Conversation from './Conversation.svelte';

test('words of the model appear as they come, calls and results below them', async () => {
	const { workspace, run } = openProject();
	const say = run.conversations.add.bind(run.conversations, 'backend-1', 'api:tips');
	say({ kind: 'asked', system: 'rules', user: '<task>{}</task>' });
	const { getByRole, container } = await render(Conversation, { workspace, agent: 'backend-1' });
	const log = getByRole('log', { name: 'Words and tools of Backend' });
	await expect.element(log.getByText('Prompt, 20 characters')).toBeVisible();
	say({ kind: 'text', text: 'The contract ' });
	await expect.element(log).toHaveTextContent('The contract');
	say({ kind: 'text', text: 'comes first.' });
	await expect.element(log.getByText('The contract comes first.')).toBeVisible();
	say({ kind: 'call', callId: 'a', tool: 'write_file', input: '{"path":"src/a.ts","content":"1"}' });
	say({ kind: 'result', callId: 'a', ok: false, text: 'Error WRITE_DENIED: no' });
	await expect.element(log.getByText('write_file src/a.ts')).toBeVisible();
	await expect.element(log.getByText('failed: Error WRITE_DENIED: no')).toBeVisible();
	await expectAccessible(container);
});

test('what another agent says is not part of it', async () => {
	const { workspace, run } = openProject({ events: [] });
	const { getByRole } = await render(Conversation, { workspace, agent: 'backend-1' });
	run.conversations.add('qa-1', 'tests:tips', { kind: 'text', text: 'Testing.' });
	run.conversations.add('backend-1', 'api:tips', { kind: 'text', text: 'Serving.' });
	await expect.element(getByRole('log')).toHaveTextContent('Serving.');
	await expect.element(getByRole('log')).not.toHaveTextContent('Testing.');
});

test('a run that was not heard here shows what its log has', async () => {
	const { workspace } = openProject();
	const { getByRole } = await render(Conversation, { workspace, agent: 'frontend-1' });
	await expect.element(getByRole('heading', { name: /What the log has/ })).toBeVisible();
	await expect.element(getByRole('log')).toHaveTextContent(/write file|read file|Writing|RevenueChart/i);
});
