import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import { ENDED_RUN, openProject, runUntil } from '../../../../tests/support/open-project';
import { asked, CHANGE, planned, withEvents } from '../../../../tests/support/requests';
import { Draft } from '../../app/draft.svelte';
import { Settings } from '../../app/settings.svelte';
import WishComposer from './WishComposer.svelte';

beforeEach(() => sessionStorage.clear());

async function openComposer(events = ENDED_RUN, settings = new Settings()) {
	const project = openProject({ events });
	const { workspace } = project;
	const props = { workspace, settings, draft: new Draft(`message:${workspace.project.id}`), addressee: undefined };
	const composer = await render(WishComposer, { ...props, onwhole: () => undefined });
	return { ...project, ...composer, words: composer.getByRole('textbox') };
}

test('once the run has ended, words are a request; Shift and Enter is a line of its own', async () => {
	const { words, run, getByRole, container } = await openComposer();
	await expect.element(words).toHaveAttribute('placeholder', 'Ask for a change, or ask a question…');
	await expectAccessible(container);
	await getByRole('checkbox', { name: 'Plan first' }).click();
	await userEvent.type(words, 'Blue,{Shift>}{Enter}{/Shift}please{Enter}');
	await expect.poll(() => run.commands).toEqual([{ type: 'ask', wish: { text: 'Blue,\nplease', isPlanFirst: true } }]);
	await expect.element(words).toHaveValue('');
	await expect.element(getByRole('checkbox', { name: 'Plan first' })).not.toBeChecked();
	await userEvent.type(words, '   {Enter}');
	expect(run.commands).toHaveLength(1);
});

test('while the team is at work, words wait until it is done', async () => {
	const { words, run, getByRole } = await openComposer(runUntil('preview.ready'));
	await expect.element(words).toHaveAttribute('placeholder', 'Ask for what comes next…');
	await words.fill('Blue, please');
	await getByRole('button', { name: 'Queue' }).click();
	await expect.poll(() => run.commands).toEqual([{ type: 'queue', wish: { text: 'Blue, please', isPlanFirst: false } }]);
	await expect.element(words).toHaveValue('');
});

test('while a plan waits for a yes, words are for who made it', async () => {
	const { words, run, getByRole } = await openComposer(withEvents(ENDED_RUN, asked('Rate the tips'), planned(CHANGE)));
	await expect.element(getByRole('checkbox', { name: 'Plan first' })).not.toBeInTheDocument();
	await words.fill('Five stars');
	await getByRole('button', { name: 'Send' }).click();
	await expect.poll(() => run.commands).toEqual([{ type: 'message', text: 'Five stars', to: undefined }]);
});

test('Enter that ends a composition sends nothing', async () => {
	const { words, run } = await openComposer();
	await words.fill('にほん');
	words
		.element()
		.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
	await expect.element(words).toHaveValue('にほん');
	expect(run.commands).toEqual([]);
});

test('what could not be sent is still there, and the reason is told', async () => {
	const { words, run, workspace, getByRole } = await openComposer();
	run.send = () => Promise.reject(new Error('The engine is gone.'));
	await words.fill('Make it blue');
	await getByRole('button', { name: 'Send' }).click();
	await expect.poll(() => workspace.error?.message).toBe('The engine is gone.');
	await expect.element(words).toHaveValue('Make it blue');
	await expect.element(getByRole('button', { name: 'Send' })).toBeEnabled();
});

test('what is typed while a request is on its way stays', async () => {
	const { words, run, getByRole } = await openComposer();
	const { promise, resolve } = Promise.withResolvers<undefined>();
	run.send = () => promise;
	await words.fill('Make it blue');
	await getByRole('button', { name: 'Send' }).click();
	await expect.element(getByRole('button', { name: 'Sending…' })).toBeDisabled();
	await words.fill('Make it blue And large');
	resolve(undefined);
	await expect.element(words).toHaveValue('And large');
});

test('texts go with the words, pictures beside them', async () => {
	const { words, run, getByRole, getByLabelText } = await openComposer();
	await userEvent.upload(
		getByLabelText('Attachments').last(),
		new File(['Books have a title.'], 'notes.txt', { type: 'text/plain' })
	);
	await expect.element(getByRole('list', { name: 'Attachments' })).toHaveTextContent('notes.txt');
	const canvas = new OffscreenCanvas(40, 30);
	canvas.getContext('2d')?.fillRect(0, 0, 5, 5);
	const clipboardData = new DataTransfer();
	clipboardData.items.add(new File([await canvas.convertToBlob()], 'shot.png', { type: 'image/png' }));
	words.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	await expect.element(getByRole('list', { name: 'Attachments' })).toHaveTextContent('shot.png');
	await userEvent.type(words, 'As attached{Enter}');
	await expect
		.poll(() => run.commands)
		.toMatchObject([
			{ wish: { text: 'As attached\n\nAttached, notes.txt:\nBooks have a title.', pictures: [{ name: 'shot.png' }] } }
		]);
	await expect.element(getByRole('list', { name: 'Attachments' })).not.toBeInTheDocument();
});

test('files are dropped on it, but pictures only where somebody will see them', async () => {
	const { words, getByRole } = await openComposer(runUntil('preview.ready'));
	const drop = (file: File) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(file);
		words.element().dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	};
	drop(new File(['Books'], 'notes.txt', { type: 'text/plain' }));
	await expect.element(getByRole('list', { name: 'Attachments' })).toHaveTextContent('notes.txt');
	drop(new File([new Uint8Array([1])], 'shot.png', { type: 'image/png' }));
	await expect.element(getByRole('alert')).toHaveTextContent('Who is at work reads words only.');
	await expect.element(getByRole('list', { name: 'Attachments' })).not.toHaveTextContent('shot.png');
});

test('a model that is not ready keeps the words and leads to the settings', async () => {
	const settings = new Settings();
	settings.chooseProvider('openai');
	const { words, run, getByRole } = await openComposer(ENDED_RUN, settings);
	await userEvent.type(words, 'Make it blue{Enter}');
	await expect.element(getByRole('alert')).toHaveTextContent('OpenAI needs an API key.');
	await expect.element(getByRole('link', { name: 'Settings', exact: true })).toHaveAttribute('href', '/settings');
	await expect.element(words).toHaveValue('Make it blue');
	expect(run.commands).toEqual([]);
});

test('the field grows to eight lines', async () => {
	const { words } = await openComposer();
	const height = () => words.element().getBoundingClientRect().height;
	const oneLine = height();
	await words.fill('line\n'.repeat(6));
	const seven = height();
	await words.fill('line\n'.repeat(60));
	expect(oneLine < seven && seven < height() && height() < seven * 1.3).toBe(true);
});
