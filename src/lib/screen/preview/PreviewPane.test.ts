import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import { AppError } from '../../domain/app-error';
import { ENDED_RUN, openProject } from '../../../../tests/support/open-project';
import PreviewPane from './PreviewPane.svelte';

/** Another origin without a server would be an error page: this one is the test's own, which serves nothing but itself. */
const serverAt = (port: number) => ({ port, url: location.origin });
const up = (...ports: number[]) => ({ state: 'up' as const, servers: ports.map(serverAt) });

test('before the server listens it says when the app shows', async () => {
	const { workspace } = openProject();
	const { getByRole, getByText, container } = await render(PreviewPane, { workspace });
	await expect.element(getByText('The app is not up yet')).toBeVisible();
	for (const name of ['Back', 'Forward', 'Reload', 'Open in a tab'])
		await expect.element(getByRole('button', { name, exact: true })).toBeDisabled();
	await expect.element(getByRole('textbox', { name: 'Path' })).toBeDisabled();
	await expectAccessible(container);
});

test('while it starts it says what is going on', async () => {
	const { workspace, showPreview } = openProject();
	showPreview({ state: 'starting', step: 'Installing packages', detail: 'added 120 packages' });
	const { getByRole } = await render(PreviewPane, { workspace });
	await expect.element(getByRole('status')).toHaveTextContent(/Installing packages….*added 120 packages/);
});

test('an app that is off is started from here, with a hint where nothing tells how', async () => {
	const { workspace, showPreview, startCount } = openProject({ events: ENDED_RUN });
	const { getByRole, getByText } = await render(PreviewPane, { workspace });
	await getByRole('button', { name: 'Start the app' }).click();
	expect(startCount()).toBe(1);
	showPreview({ state: 'off', hint: 'package.json has no dev script.' });
	await expect.element(getByText('Nothing starts by itself')).toBeVisible();
	await expect.element(getByText('package.json has no dev script.')).toBeVisible();
});

test('a start that failed says why, with the end of the log, and is tried again', async () => {
	const { workspace, showPreview, startCount } = openProject({ events: ENDED_RUN });
	const { getByRole, container } = await render(PreviewPane, { workspace });
	showPreview({
		state: 'failed',
		error: new AppError('INSTALL_FAILED', 'npm install failed.', { data: { log: 'ERESOLVE' } }),
		log: 'ERESOLVE'
	});
	await expect.element(getByRole('alert')).toHaveTextContent(/could not be started. ?npm install failed. ?ERESOLVE/);
	await expectAccessible(container);
	await getByRole('button', { name: 'Try again' }).click();
	showPreview({ state: 'failed', error: new AppError('ENGINE_DIED', 'The engine has died.') });
	await getByRole('button', { name: 'Restart' }).click();
	expect(startCount()).toBe(2);
});

test('what is wrong with the app is told above it, and mended on request', async () => {
	const { workspace, run, showPreview, failInPreview } = openProject({ events: ENDED_RUN });
	const { getByRole, container } = await render(PreviewPane, { workspace });
	showPreview(up(3000));
	failInPreview({ message: 'boom is not defined', stack: '', port: 3000, path: '/books' });
	failInPreview({ message: 'bang', stack: '', port: 3000, path: '/' });
	await expect
		.element(getByRole('status').filter({ hasText: 'boom' }))
		.toHaveTextContent(/\/books: boom is not defined and 1 more/);
	await expectAccessible(container);
	await getByRole('button', { name: 'Problems' }).click();
	expect([workspace.bottomTab, workspace.isBottomOpen]).toEqual(['problems', true]);
	await getByRole('button', { name: 'Fix' }).click();
	expect(run.commands).toMatchObject([{ type: 'ask', wish: { failures: [{ code: 'PAGE_ERROR' }, { code: 'PAGE_ERROR' }] } }]);
	showPreview({
		state: 'failed',
		error: new AppError('START_FAILED', 'The app ended with code 1 before it listened.'),
		log: 'SyntaxError: at src/server/main.ts:3:1'
	});
	await getByRole('button', { name: 'Fix' }).click();
	expect(run.commands[1]).toMatchObject({
		wish: { failures: [{ code: 'START_FAILED', file: 'src/server/main.ts', lineNumber: 3 }] }
	});
});

test('an app that is up is in a frame, and the toolbar goes to a path, back and forward', async () => {
	const { workspace, showPreview } = openProject();
	showPreview(up(3000));
	const { getByRole, getByTitle } = await render(PreviewPane, { workspace });
	const frame = getByTitle('Preview of Customer dashboard');
	const path = getByRole('textbox', { name: 'Path' });
	await expect.element(frame).toHaveAttribute('src', `${location.origin}/`);
	await path.fill('users');
	await userEvent.keyboard('{Enter}');
	await expect.element(frame).toHaveAttribute('src', `${location.origin}/users`);
	await getByRole('button', { name: 'Back', exact: true }).click();
	await expect.element(path).toHaveValue('/');
	await expect.element(getByRole('button', { name: 'Back', exact: true })).toBeDisabled();
	await getByRole('button', { name: 'Forward', exact: true }).click();
	await expect.element(path).toHaveValue('/users');
});

test('among several servers one chooses by port', async () => {
	const { workspace, showPreview } = openProject();
	showPreview(up(3000, 4000));
	const { getByRole } = await render(PreviewPane, { workspace });
	const ports = getByRole('combobox', { name: 'Port' });
	await expect.element(ports).toHaveValue('3000');
	await ports.selectOptions('4000');
	expect(workspace.preview.server?.port).toBe(4000);
});

test('it takes the sizes of devices, also on their side', async () => {
	const { workspace, showPreview } = openProject();
	showPreview(up(3000));
	const { getByRole, getByText } = await render(PreviewPane, { workspace });
	await getByRole('button', { name: 'Size: Fit the pane' }).click();
	await expect.element(getByText(/^Phone · 390 × 844/)).toBeVisible();
	await getByRole('button', { name: 'Turn the device' }).click();
	await expect.element(getByText(/^Phone · 844 × 390/)).toBeVisible();
});
