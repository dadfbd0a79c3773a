import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { userEvent } from 'vitest/browser';
import Palette from './Palette.svelte';

async function openPalette() {
	const done: string[] = [];
	const action = (label: string, group: string, keys?: string) => ({
		id: label,
		label,
		group,
		...(keys ? { keys } : {}),
		run: () => void done.push(label)
	});
	const actions = [action('Pause', 'Run', 'P'), action('Stop', 'Run'), action('src/app.ts', 'Files')];
	const palette = await render(Palette, { actions, placeholder: 'Type a command', onclose: () => void done.push('closed') });
	return { ...palette, done };
}

test('it has the focus and lists actions by group, with their keys', async () => {
	const { getByRole, baseElement } = await openPalette();
	const dialog = getByRole('dialog', { name: 'Command palette' });
	await expect.element(dialog).toHaveTextContent(/Run ?Pause ?P ?Stop ?Files ?src\/app.ts/);
	await expect.element(getByRole('combobox')).toHaveFocus();
	await expectAccessible(baseElement);
});

test('what is typed filters; Enter closes the palette and runs the first that is left', async () => {
	const { getByRole, done } = await openPalette();
	await expect.element(getByRole('combobox')).toHaveFocus();
	await userEvent.keyboard('src/a');
	await expect.element(getByRole('option', { name: 'Pause' })).not.toBeInTheDocument();
	await userEvent.keyboard('{Enter}');
	expect(done).toEqual(['closed', 'src/app.ts']);
});

test('a click runs an action, and what matches nothing says so', async () => {
	const { getByRole, getByText, done } = await openPalette();
	await getByRole('combobox').fill('zzz');
	await expect.element(getByText('Nothing matches.')).toBeVisible();
	await getByRole('combobox').fill('');
	await getByRole('option', { name: 'Stop' }).click();
	expect(done).toEqual(['closed', 'Stop']);
});

test('Escape closes it', async () => {
	const { getByRole, done } = await openPalette();
	await expect.element(getByRole('combobox')).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => done).toEqual(['closed']);
});
