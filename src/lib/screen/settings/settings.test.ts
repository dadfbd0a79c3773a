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
	await getByRole('combobox', { name: 'QA' }).fill('small-model');
	expect([settings.modelOf('qa'), settings.modelOf('backend')]).toEqual(['small-model', settings.data.model]);
});

/** A provider in place of the network: a list with prices, and a model that calls the tool it is offered. */
const provider: typeof fetch = async (input, init) => {
	const { url, method } = new Request(input, init);
	if (method === 'GET')
		return url.endsWith('/models')
			? Response.json({
					data: [
						{ id: 'small', context_length: 8192 },
						{ id: 'large', context_length: 262_144, pricing: { prompt: '0.000001', completion: '0.000004' } }
					]
				})
			: new Response('', { status: 404 });
	const body = JSON.parse(String(init?.body)) as { tools?: unknown; messages: { role: string; content: unknown }[] };
	const events = (...deltas: object[]) =>
		new Response(
			[...deltas.map((delta) => JSON.stringify({ choices: [{ index: 0, delta }] })), '[DONE]']
				.map((delta) => `data: ${delta}\n\n`)
				.join('')
		);
	const last = body.messages.at(-1);
	if (Array.isArray(last?.content)) return events({ content: 'Red' }, { content: '.' });
	if (last?.role === 'tool') return events({ content: String(last.content) });
	const call = { index: 0, id: 'c1', function: { name: 'add', arguments: '{"a":48271,' } };
	return events({ tool_calls: [call] }, { tool_calls: [{ index: 0, function: { arguments: '"b":91366}' } }] });
};
async function openCustom(ask: typeof fetch = provider) {
	const settings = new Settings();
	settings.chooseProvider('custom');
	settings.change({ baseUrl: 'https://models.test/v1', model: 'large' });
	return { settings, ...(await render(ModelSection, { settings, ask })) };
}

test('the models that a provider has are listed, with the prices it states', async () => {
	const { settings, getByRole, getByText, container } = await openCustom();
	const input = getByRole('spinbutton', { name: 'What it reads' });
	await expect.element(input).toHaveValue(null);
	await expect.element(getByText(/^Unknown: what this model costs cannot be shown/)).toBeInTheDocument();
	await getByRole('button', { name: 'List models' }).click();
	await expect.element(getByText('2 models to choose from in the field above.')).toBeInTheDocument();
	await expect.element(input).toHaveValue(1);
	await expect.element(getByText('As the provider states it.')).toBeInTheDocument();
	expect(settings.endpointOf().price).toEqual({ input: 1, output: 4 });
	await expectAccessible(container);
});

test('a price can be entered, and taken back', async () => {
	const { settings, getByRole, getByText } = await openCustom();
	const input = getByRole('spinbutton', { name: 'What it reads' });
	await input.fill('2.5');
	await getByRole('spinbutton', { name: 'What it writes' }).fill('10');
	await getByRole('textbox', { name: 'Base URL' }).click();
	await expect.element(getByText('As you entered it.')).toBeInTheDocument();
	expect(settings.endpointOf()).toMatchObject({ price: { input: 2.5, output: 10 } });
	await input.fill('');
	await getByRole('textbox', { name: 'Base URL' }).click();
	expect(settings.endpointOf().price).toBeUndefined();
});

test('a connection is tested with a real tool call, and what works is said', async () => {
	const { getByRole, settings, container } = await openCustom();
	await getByRole('button', { name: 'Test connection' }).click();
	const report = getByRole('region', { name: 'Connection test' });
	await expect.element(report).toHaveTextContent('A team can work with this model.');
	for (const line of [
		'Answers: yes',
		'Streaming: yes',
		'Tools: yes, by tool calls',
		'Pictures: yes',
		'Context length: yes, 262,144 tokens'
	])
		await expect.element(report).toHaveTextContent(line);
	await expectAccessible(container);
	settings.change({ model: 'small' });
	await expect.element(report).not.toHaveTextContent('A team can work');
	await getByRole('button', { name: 'Test connection' }).click();
	await expect.element(report).toHaveTextContent('A team cannot work with this model as it is.');
	await expect.element(report).toHaveTextContent('Context length: no, 8,192 tokens; a task may need 32,000');
});

test('a test that fails says why, in the words of the provider', async () => {
	const { getByRole } = await openCustom(async () => Response.json({ error: { message: 'Incorrect API key' } }, { status: 401 }));
	await getByRole('button', { name: 'Test connection' }).click();
	const report = getByRole('region', { name: 'Connection test' });
	await expect.element(report).toHaveTextContent(/Answers: no.*refused the key \(401\): Incorrect API key.*MODEL_AUTH/);
});

test('each provider says what it needs', async () => {
	const settings = new Settings();
	settings.chooseProvider('ollama');
	const { getByText, getByRole } = await render(ModelSection, { settings });
	await expect.element(getByText(/OLLAMA_CONTEXT_LENGTH=32768/)).toBeInTheDocument();
	await getByRole('combobox', { name: 'Provider' }).selectOptions('openai');
	await expect.element(getByRole('link', { name: 'Make a key' })).toHaveAttribute('href', 'https://platform.openai.com/api-keys');
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
