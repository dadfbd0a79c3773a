import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, RUN, runUntil, withEvent } from '../../../../tests/support/open-project';
import { asked, CHANGE, planned, withEvents } from '../../../../tests/support/requests';
import Asks from './Asks.svelte';

const paused = (payload: { reason: string; code?: string }) => withEvent(RUN, { topic: 'run.paused', payload });

test('a run that asks nothing shows nothing', async () => {
	const { workspace } = openProject({ events: runUntil('preview.ready') });
	const { container } = await render(Asks, { workspace });
	expect(container.textContent?.trim()).toBe('');
});

test('an answer goes down with the id of its question', async () => {
	const { workspace, run } = openProject();
	const { getByRole, container } = await render(Asks, { workspace });
	const question = getByRole('region', { name: 'Backend asks' });
	await expect.element(question).toHaveTextContent('May I add the package nodemailer for invitations?');
	await expectAccessible(container);
	await userEvent.type(question.getByRole('textbox', { name: 'Answer' }), '  Yes, do{Enter}');
	expect(run.commands).toEqual([{ type: 'answer', questionId: 'q-1', answer: 'Yes, do' }]);
	await expect.element(question.getByRole('textbox', { name: 'Answer' })).toHaveValue('');
});

test('the default of a question is an answer, by its button and by an empty field', async () => {
	const { workspace, run } = openProject();
	const { getByRole } = await render(Asks, { workspace });
	await getByRole('button', { name: 'Use the default' }).click();
	await getByRole('button', { name: 'Answer' }).click();
	const answer = { type: 'answer', questionId: 'q-1', answer: 'No, show the link instead' };
	expect(run.commands).toEqual([answer, answer]);
});

test('a blueprint that waits is approved here, or read first', async () => {
	const { workspace, run } = openProject({ events: runUntil('plan.proposed') });
	const { getByRole } = await render(Asks, { workspace });
	const ask = getByRole('region', { name: 'Blueprint to approve' });
	await ask.getByRole('button', { name: 'Read' }).click();
	expect(workspace.centerTab).toBe('blueprint');
	await ask.getByRole('button', { name: 'Build it' }).click();
	expect(run.commands).toEqual([{ type: 'approve' }]);
});

const doubted = (isBuildable: boolean) => {
	const plan = RUN.find((event) => event.topic === 'plan.proposed');
	const doubt = { code: 'LITTLE_UNDERSTOOD', message: 'About 30 % was understood.', isBuildable, share: 0.3 };
	const payload = { blueprint: { ...(plan?.topic === 'plan.proposed' ? plan.payload.blueprint : {}), doubt } };
	return withEvent(runUntil('task.progress').slice(0, 3), { topic: 'plan.proposed', payload });
};

test('a blueprint that its architect doubts says why, and gives three ways on', async () => {
	const { workspace, run } = openProject({ events: doubted(true) });
	const { getByRole, container } = await render(Asks, { workspace });
	const ask = getByRole('region', { name: 'Why nothing is built yet' });
	await expect.element(ask).toHaveTextContent('About 30 % was understood.');
	await expect.element(ask).toHaveTextContent('LITTLE_UNDERSTOOD');
	await expectAccessible(container);
	await expect.element(ask.getByRole('link', { name: 'Connect a model' })).toHaveAttribute('href', '/settings');
	await expect.element(ask.getByRole('link', { name: 'Say it differently' })).toHaveAttribute('href', '/');
	await ask.getByRole('button', { name: 'Build that anyway' }).click();
	expect(run.commands).toEqual([{ type: 'approve' }]);
});

test('a blueprint of no app cannot be built', async () => {
	const { workspace } = openProject({ events: doubted(false) });
	const { getByRole } = await render(Asks, { workspace });
	await expect.element(getByRole('region', { name: 'Why nothing is built yet' })).toBeVisible();
	expect(getByRole('button', { name: 'Build that anyway' }).query()).toBeNull();
});

test('a spent budget is doubled, or the run stopped', async () => {
	const { workspace, run } = openProject({ events: paused({ reason: 'The budget of $2.00 is spent.', code: 'BUDGET_SPENT' }) });
	const { getByRole } = await render(Asks, { workspace });
	const ask = getByRole('region', { name: 'Why the run is paused' });
	await expect.element(ask).toHaveTextContent('The budget of $2.00 is spent.');
	await ask.getByRole('button', { name: 'Double it and go on' }).click();
	await ask.getByRole('button', { name: 'Stop' }).click();
	expect(run.commands).toEqual([{ type: 'doubleBudget' }, { type: 'stop' }]);
	await expect.element(ask.getByRole('link', { name: 'Settings' })).toHaveAttribute('href', '/settings');
});

test('an engine that died is restarted from here', async () => {
	const { workspace, run } = openProject({ events: paused({ reason: 'The engine has died.', code: 'ENGINE_DIED' }) });
	const { getByRole } = await render(Asks, { workspace });
	await getByRole('button', { name: 'Restart the engine' }).click();
	expect(run.commands).toEqual([{ type: 'resume' }]);
	await expect.element(getByRole('link', { name: 'Settings' })).not.toBeInTheDocument();
});

test('a command that could not be carried out is told until it is closed', async () => {
	const { workspace, run } = openProject({ events: runUntil('preview.ready') });
	run.send = () => Promise.reject(new Error('The run is over.'));
	const { getByRole } = await render(Asks, { workspace });
	await workspace.send({ type: 'pause' });
	await expect.element(getByRole('alert')).toHaveTextContent('The run is over.');
	await getByRole('button', { name: 'Close' }).click();
	await expect.element(getByRole('alert')).not.toBeInTheDocument();
});

test('the plan of a change is approved in the conversation; beside other tabs, the way there is shown', async () => {
	const { workspace } = openProject({
		events: withEvents(ENDED_RUN, asked('Rate the tips', { isPlanFirst: true }), planned(CHANGE))
	});
	const { getByRole } = await render(Asks, { workspace });
	expect(getByRole('region').query()).toBeNull();
	workspace.leftTab = 'files';
	await getByRole('region', { name: 'Plan to approve' }).getByRole('button', { name: 'Read it' }).click();
	expect(workspace.leftTab).toBe('conversation');
});
