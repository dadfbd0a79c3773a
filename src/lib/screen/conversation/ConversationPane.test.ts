import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, RUN, runUntil, withEvent, type ProjectParts } from '../../../../tests/support/open-project';
import { approved, asked, CHANGE, changing, finished, planned, withEvents, wrote } from '../../../../tests/support/requests';
import { Settings } from '../../app/settings.svelte';
import ConversationPane from './ConversationPane.svelte';

beforeEach(() => sessionStorage.clear());

async function openPane(parts: ProjectParts = {}) {
	const project = openProject(parts);
	const pane = await render(ConversationPane, { workspace: project.workspace, settings: new Settings() });
	return { ...project, ...pane, card: (name: RegExp) => pane.getByRole('article', { name }) };
}

test('each agent at work on a request says what it does, inside that request', async () => {
	const { card, container } = await openPane();
	const first = card(/^Request: Build a customer dashboard/);
	const agents = first.getByRole('list', { name: 'Agents' });
	await expect.element(agents.getByRole('button', { name: /^Backend May|^Backend .*needs you/ }).first()).toBeVisible();
	await expect.element(agents.getByRole('button', { name: /Frontend/ })).toHaveTextContent(/RevenueChart.*writing/);
	await expect.element(first).toHaveTextContent(/9 files · 41\.6k tokens · \$0\.17/);
	await expectAccessible(container);
});

test('once it is done, a request folds its agents and files, and opens them again', async () => {
	const { card, workspace } = await openPane({ events: ENDED_RUN, files: { Dockerfile: '' } });
	const first = card(/^Request: /);
	await expect.element(first).toHaveTextContent(/^changed since proven 42 s · 9 files · 41\.6k tokens · \$0\.17 /);
	await expect.element(first.getByRole('list', { name: 'Agents' })).not.toBeInTheDocument();
	await first.getByRole('button', { name: /^7 agents, \d+ tasks$/ }).click();
	await expect.element(first.getByRole('list', { name: 'Agents' }).getByRole('listitem')).toHaveLength(7);
	await first.getByRole('button', { name: 'Show the 9 files' }).click();
	await first.getByRole('button', { name: 'Dockerfile', exact: true }).click();
	await expect.poll(() => workspace.centerTab).toBe('code');
});

test('a change says what was understood, what is not built, who is at work and what it touches', async () => {
	const paths = Array.from({ length: 8 }, (_, index) => `src/features/tips/part-${index}.ts`);
	const { card, run, container } = await openPane({ events: changing(...paths) });
	const change = card(/^Request: Rate the tips/);
	await expect.element(change).toHaveTextContent(/building, 0 of 1 done.*Tips get a rating.*Not built: “?and a parrot/);
	await expect.element(change.getByRole('list', { name: 'Agents' })).toHaveTextContent(/Backend.*Serve ratings.*writing/);
	const files = change.getByRole('list', { name: 'Files changed' }).getByRole('listitem');
	await expect.element(files).toHaveLength(6);
	await expect.element(files.first()).toHaveTextContent('+9 −2');
	await change.getByRole('button', { name: 'and 2 more' }).click();
	await expect.element(files).toHaveLength(8);
	await expect.element(change).toHaveTextContent(/touches 8 of \d+ files/);
	await expectAccessible(container);
	await change.getByRole('button', { name: 'Stop' }).click();
	expect(run.commands).toEqual([{ type: 'stop' }]);
});

test('a change that is done can be undone, and its changes be read', async () => {
	const { card, run, workspace } = await openPane({ events: withEvents(changing('src/routes/tips.ts'), finished()) });
	const change = card(/^Request: Rate the tips/);
	await change.getByRole('button', { name: 'Undo' }).click();
	expect(run.commands).toEqual([{ type: 'undo', requestId: 'request-2' }]);
	await change.getByRole('button', { name: 'What changed' }).click();
	expect([workspace.leftTab, workspace.historyOf]).toEqual(['history', 'request-2']);
});

test('what was undone says so, and which files stayed', async () => {
	const undone = { topic: 'request.undone', payload: { requestId: 'request-2', conflicts: ['src/routes/tips.ts'] } } as const;
	const { card, container } = await openPane({ events: withEvents(changing('src/routes/tips.ts'), finished(), undone) });
	const change = card(/^Request: Rate the tips/);
	await expect.element(change.getByText('undone')).toHaveStyle({ textDecorationLine: 'line-through' });
	await expect.element(change.getByRole('region', { name: 'What stayed' })).toHaveTextContent('src/routes/tips.ts');
	await expect.element(change.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
	await expectAccessible(container);
});

test('a request that ended short says how, and is mended with what the checks found', async () => {
	const { card, run, workspace } = await openPane({ events: withEvents(RUN, finished('incomplete', 'R3.2 does not hold.')) });
	const first = card(/^Request: /);
	await expect.element(first).toHaveTextContent('incomplete, 3 of 7 proven');
	const ending = first.getByRole('region', { name: 'How the run ended' });
	await expect.element(ending).toHaveTextContent('R3.2 does not hold.');
	await ending.getByRole('button', { name: 'Problems' }).click();
	expect([workspace.bottomTab, workspace.isBottomOpen]).toEqual(['problems', true]);
	await first.getByRole('button', { name: 'Fix' }).click();
	expect(run.commands).toMatchObject([
		{ type: 'ask', wish: { text: expect.stringMatching(/^Mend this: .*403/), failures: [{ fingerprint: 'f-roles-403' }] } }
	]);
});

test('a run that was stopped goes on', async () => {
	const { card, run } = await openPane({ events: withEvent(RUN, { topic: 'run.cancelled', payload: { reason: 'Stopped.' } }) });
	await card(/^Request: /)
		.getByRole('button', { name: 'Go on' })
		.click();
	expect(run.commands).toEqual([{ type: 'goOn' }]);
});

test('an answer is its text, with nothing to undo', async () => {
	const answer = planned({ kind: 'answer', reply: 'Admins may.' });
	const { card } = await openPane({ events: withEvents(ENDED_RUN, asked('Who may invite?'), answer, finished()) });
	const request = card(/^Request: Who may invite/);
	await expect.element(request).toHaveTextContent(/^answered \d.* s Admins may\.$/);
	await expect.element(request.getByRole('button')).toHaveLength(0);
});

test('a plan that waits says what it will touch, and is approved here', async () => {
	const { card, run, container, getByPlaceholder } = await openPane({
		events: withEvents(ENDED_RUN, asked('Rate the tips', { isPlanFirst: true }), planned(CHANGE))
	});
	const plan = card(/^Request: Rate the tips/).getByRole('region', { name: 'Plan to approve' });
	await expect.element(plan).toHaveTextContent(/New requirement R9: The app shall rate tips\..*Backend Serve ratings.*tips\.ts/);
	await expect.element(getByPlaceholder('Say what the plan should do differently…')).toBeVisible();
	await expectAccessible(container);
	await plan.getByRole('button', { name: 'Approve' }).click();
	expect(run.commands).toEqual([{ type: 'approve' }]);
});

test('a project that came as files says what it is, and can be changed', async () => {
	const file = wrote('index.html');
	const events = withEvents(RUN.slice(0, 1), { ...file, from: 'conductor' }, finished('done', '1 file imported, not checked.'));
	const { card, run, getByRole } = await openPane({ events, origin: 'files' });
	await expect.element(card(/^Imported files$/)).toHaveTextContent(/imported, not checked.*1 file imported, not checked\./);
	await userEvent.type(getByRole('textbox'), 'Make it blue{Enter}');
	await expect.poll(() => run.commands).toEqual([{ type: 'ask', wish: { text: 'Make it blue', isPlanFirst: false } }]);
});

test('the record of a run is only looked at, and says so', async () => {
	const { getByRole, getByText } = await openPane({ events: withEvents(RUN, finished('incomplete', 'No.')), origin: 'run' });
	await expect.element(getByText(/it is shown, not continued/)).toBeVisible();
	await expect.element(getByRole('textbox', { name: /Message|Ask for/ })).not.toBeInTheDocument();
	await expect.element(getByRole('button', { name: 'Fix' })).not.toBeInTheDocument();
});

test('words go to the agent that was picked, until it is picked again', async () => {
	const { run, getByRole } = await openPane({ events: runUntil('preview.ready') });
	const agent = getByRole('list', { name: 'Agents' }).getByTitle('Message and read along with Frontend');
	await agent.click();
	await expect.element(agent).toHaveAttribute('aria-pressed', 'true');
	await expect.element(getByRole('region', { name: 'Conversation of Frontend' })).toBeVisible();
	await userEvent.type(getByRole('textbox', { name: 'Message Frontend' }), 'Bigger type{Enter}');
	expect(run.commands).toEqual([{ type: 'message', text: 'Bigger type', to: 'frontend-1' }]);
	await agent.click();
	await expect.element(getByRole('textbox', { name: 'Ask for what comes next' })).toBeVisible();
});

const queued = (wishId: string, text: string) => ({ topic: 'wish.queued', payload: { wishId, text }, from: 'user' }) as const;

test('what waits is shown in order, and can be said at once, edited or taken back', async () => {
	const events = withEvents(RUN, queued('w1', 'Make it blue'), queued('w2', 'Add a search'));
	const { run, workspace, container, getByRole } = await openPane({ events });
	const words = getByRole('textbox', { name: 'Ask for what comes next' });
	const rows = getByRole('list', { name: 'Queue' }).getByRole('listitem');
	await expect.element(rows).toHaveLength(2);
	await expect.element(rows.first()).toHaveTextContent(/next.*Make it blue/);
	await expectAccessible(container);
	await rows.first().getByRole('button', { name: 'Tell the team now' }).click();
	await rows.last().getByRole('button', { name: 'Remove' }).click();
	await userEvent.type(words, 'also');
	await rows.last().getByRole('button', { name: 'Edit' }).click();
	await expect.element(words).toHaveValue('Add a search\nalso');
	await expect.element(words).toHaveFocus();
	expect(run.commands).toEqual([
		{ type: 'message', text: 'Make it blue' },
		{ type: 'unqueue', wishId: 'w1' },
		{ type: 'unqueue', wishId: 'w2' },
		{ type: 'unqueue', wishId: 'w2' }
	]);
	run.emit(withEvents(run.log.events, { topic: 'wish.dropped', payload: { wishId: 'w1' }, from: 'user' }).slice(-1));
	await expect.poll(() => workspace.queue.map(({ id }) => id)).toEqual(['w2']);
});

test('what waits behind a failure says so, and goes when it is sent', async () => {
	const events = withEvents(RUN, queued('w1', 'Make it blue'), finished('failed', 'No model.'));
	const { run, getByRole } = await openPane({ events });
	const row = getByRole('list', { name: 'Queue' }).getByRole('listitem');
	await expect.element(row).toHaveTextContent(/waits for you/);
	await row.getByRole('button', { name: 'Send' }).click();
	expect(run.commands).toEqual([{ type: 'ask', wish: { text: 'Make it blue', isPlanFirst: false, failures: [], wishId: 'w1' } }]);
});

test('words of any length and script stay inside their bubble', async () => {
	const text = `<b>bold</b> ${'x'.repeat(400)} \u202Ereversed\n`.repeat(500);
	const { getByRole, container } = await openPane({ events: withEvents(ENDED_RUN, asked(text), planned(CHANGE), approved) });
	const talk = container.querySelector('.talk');
	expect(talk && talk.scrollWidth <= talk.clientWidth).toBe(true);
	expect(container.querySelector('.you b')).toBeNull();
	await getByRole('button', { name: 'Show all' }).click();
	await expect.element(getByRole('region', { name: 'All of what you asked for' })).toHaveTextContent(/reversed\s*$/);
	expect(talk && talk.scrollWidth <= talk.clientWidth).toBe(true);
});

test('what is new is in sight for who reads the end, and told to who reads something else', async () => {
	await page.viewport(400, 500);
	const { run, container, getByRole } = await openPane({ events: changing('a.ts', 'b.ts') });
	const talk = container.querySelector('.talk') as HTMLElement;
	const left = () => talk.scrollHeight - talk.scrollTop - talk.clientHeight;
	await expect.poll(left).toBeLessThan(2);
	run.emit(withEvents(run.log.events, wrote('c.ts')).slice(-1));
	await expect.element(getByRole('button', { name: 'c.ts' })).toBeInTheDocument();
	await expect.poll(left).toBeLessThan(2);
	talk.scrollTo({ top: 0 });
	await expect.poll(left).toBeGreaterThan(100);
	run.emit(withEvents(run.log.events, wrote('d.ts')).slice(-1));
	await getByRole('button', { name: 'New below' }).click();
	await expect.poll(left).toBeLessThan(2);
	await expect.element(getByRole('button', { name: 'New below' })).not.toBeInTheDocument();
	await page.viewport(1440, 900);
});
