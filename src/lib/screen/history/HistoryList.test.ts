import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { RUN } from '../../../../tests/support/open-project';
import type { ChangeView } from '../run/run-view';
import HistoryList from './HistoryList.svelte';

const props = { events: RUN, nowMs: (RUN.at(-1)?.time ?? 0) + 120_000, onpick: (_path: string) => undefined };

test('without changes it says what would be listed', async () => {
	const { getByText } = await render(HistoryList, { props: { ...props, events: [] } });
	await expect.element(getByText('Nothing has changed yet')).toBeVisible();
});

test('changes are listed newest first, with who made them, when and in which files', async () => {
	const { getByRole, container } = await render(HistoryList, { props });
	const list = getByRole('list', { name: 'History' });
	await expect
		.element(list.getByRole('listitem').first())
		.toHaveTextContent(/Customers API ?Backend 2 · 2 min ago.*customers.ts/);
	await expect.element(list.getByRole('button', { name: 'Restore as before' })).not.toBeInTheDocument();
	await expectAccessible(container);
});

test('a file is opened, a change taken back', async () => {
	const picked: string[] = [];
	const restored: ChangeView[] = [];
	const { getByRole } = await render(HistoryList, {
		props: {
			...props,
			onpick: (path: string) => void picked.push(path),
			onrestore: (change: ChangeView) => void restored.push(change)
		}
	});
	await getByRole('button', { name: 'test/roles.test.ts' }).click();
	expect(picked).toEqual(['test/roles.test.ts']);
	const change = getByRole('listitem').filter({ hasText: 'Dockerfile, compose and CI' });
	await change.getByRole('button', { name: 'Restore as before' }).click();
	expect(restored).toMatchObject([{ files: ['Dockerfile'], firstSeq: 25 }]);
});
