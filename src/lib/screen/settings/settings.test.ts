import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { Settings, type KeyKeeper } from '../../app/settings.svelte';
import EngineSection from './EngineSection.svelte';
import LimitsSection from './LimitsSection.svelte';
import ModelSection from './ModelSection.svelte';
import ThemeSection from './ThemeSection.svelte';

/** A keeper in memory, in place of the browser's own. */
function memoryKeeper(): KeyKeeper & { kept: Map<string, string> } {
	const kept = new Map<string, string>();
	return {
		kept,
		load: async (providerId) => kept.get(providerId),
		save: async (providerId, key) => void kept.set(providerId, key),
		forget: async (providerId) => void kept.delete(providerId)
	};
}

test('the built-in model needs nothing', async () => {
	const { getByRole, getByLabelText, container } = await render(ModelSection, { settings: new Settings() });
	await expect.element(getByRole('region', { name: 'Model' })).toHaveTextContent('No key, no network, no AI.');
	await expect.element(getByLabelText('API key')).not.toBeInTheDocument();
	await expect.element(getByRole('textbox', { name: 'Model for every role' })).toBeDisabled();
	await expectAccessible(container);
});

test('a provider asks for its key, which is hidden until shown, and forgotten on demand', async () => {
	const settings = new Settings();
	const { getByRole, getByLabelText, container } = await render(ModelSection, { settings });
	await getByRole('combobox', { name: 'Provider' }).selectOptions('openai');
	await expect.element(getByRole('status')).toHaveTextContent('needs an API key');
	const key = getByLabelText('API key');
	await expect.element(key).toHaveAttribute('type', 'password');
	await key.fill('sk-secret');
	await expect.element(getByRole('status')).not.toBeInTheDocument();
	await expectAccessible(container);
	await getByRole('button', { name: 'Show' }).click();
	await expect.element(key).toHaveAttribute('type', 'text');
	await getByRole('button', { name: 'Forget' }).click();
	expect(settings.key).toBe('');
});

test('a key is kept on the device only where it can be wrapped', async () => {
	const settings = new Settings();
	settings.chooseProvider('openai');
	const { getByRole, getByLabelText } = await render(ModelSection, { settings });
	await expect.element(getByRole('radio', { name: /^On this device/ })).toBeDisabled();
	const keeper = memoryKeeper();
	await settings.attachKeeper(keeper);
	await getByLabelText('API key').fill('sk-secret');
	await getByRole('radio', { name: /^On this device/ }).click();
	await expect.poll(() => keeper.kept.get('openai')).toBe('sk-secret');
	await getByRole('radio', { name: 'Until this tab closes' }).click();
	await expect.poll(() => keeper.kept.size).toBe(0);
});

test('a role takes a model of its own', async () => {
	const settings = new Settings();
	settings.chooseProvider('openai');
	const { getByRole, getByText } = await render(ModelSection, { settings });
	await getByText('A model of its own per role').click();
	await getByRole('textbox', { name: 'QA' }).fill('small-model');
	expect([settings.modelOf('qa'), settings.modelOf('backend')]).toEqual(['small-model', settings.data.model]);
});

test('limits are numbers within what a run can have', async () => {
	const settings = new Settings();
	const { getByRole, container } = await render(LimitsSection, { settings });
	await getByRole('spinbutton', { name: /US dollars/ }).fill('7.5');
	await getByRole('spinbutton', { name: /tokens/ }).fill('-3');
	await getByRole('spinbutton', { name: 'Agents at work at once' }).fill('99');
	await getByRole('spinbutton', { name: /US dollars/ }).click();
	expect(settings.data).toMatchObject({ budgetDollars: 7.5, budgetTokens: 0, workers: 12 });
	await expectAccessible(container);
});

test('the engine and the theme are chosen among what there is', async () => {
	const settings = new Settings();
	const engine = await render(EngineSection, { settings });
	await expect.element(engine.getByRole('radio', { name: /^Embedded/ })).toBeChecked();
	await engine.getByRole('radio', { name: /^StackBlitz/ }).click();
	await expectAccessible(engine.container);
	const theme = await render(ThemeSection, { settings });
	await theme.getByText('Dark').click();
	await expectAccessible(theme.container);
	expect(settings.data).toMatchObject({ engine: 'stackblitz', theme: 'dark' });
});
