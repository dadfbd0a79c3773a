import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../../tests/support/accessible';
import type { StartOptions } from '../../app/ports';
import { Settings } from '../../app/settings.svelte';
import Composer from './Composer.svelte';

beforeEach(() => sessionStorage.clear());

async function openComposer({ appError, refusal }: { appError?: Error; refusal?: Error } = {}) {
	const settings = new Settings();
	const begun: StartOptions[] = [];
	const visited: string[] = [];
	const onbuild = async (options: StartOptions) => {
		if (refusal) throw refusal;
		begun.push(options);
		return 'project-1';
	};
	const onbuilt = async (id: string) => void visited.push(id);
	const composer = await render(Composer, { settings, appError, onbuild, onbuilt });
	return { ...composer, settings, begun, visited };
}

test('a requirement is built as typed with Ctrl and Enter, and is no draft any more', async () => {
	const { getByRole, begun, visited, container } = await openComposer();
	const text = getByRole('textbox', { name: 'Requirement' });
	await expect.element(text).toHaveFocus();
	await expectAccessible(container);
	await text.fill('A list of books');
	await getByRole('checkbox', { name: 'Plan first' }).click();
	await text.click();
	await userEvent.keyboard('{Control>}{Enter}{/Control}');
	await expect.poll(() => visited).toEqual(['project-1']);
	expect(begun).toEqual([{ requirement: 'A list of books', isPlanFirst: true, attachments: [] }]);
	await expect.element(text).toHaveValue('');
});

test('what cannot be built is refused in words, beside the field, until it is changed', async () => {
	const { getByRole, begun } = await openComposer();
	const text = getByRole('textbox', { name: 'Requirement' });
	await getByRole('button', { name: /^Build/ }).click();
	await expect.element(getByRole('alert')).toHaveTextContent(/There is nothing to build yet.*REQUIREMENT_EMPTY/);
	await expect.element(text).toHaveAttribute('aria-invalid', 'true');
	await expect.element(text).toHaveFocus();
	await text.fill('A list of books');
	await expect.element(getByRole('alert')).not.toBeInTheDocument();
	expect(begun).toEqual([]);
});

test('a start that failed keeps the text and says so', async () => {
	const refusal = Object.assign(new Error('The disk is full.'), { code: 'STORAGE_FULL' });
	const { getByRole } = await openComposer({ refusal });
	await getByRole('textbox', { name: 'Requirement' }).fill('A list of books');
	await getByRole('button', { name: /^Build/ }).click();
	await expect.element(getByRole('alert')).toHaveTextContent(/The disk is full. ?Nothing is lost.*STORAGE_FULL/);
	await expect.element(getByRole('textbox', { name: 'Requirement' })).toHaveValue('A list of books');
	await expect.element(getByRole('button', { name: /^Build/ })).toBeEnabled();
});

test('nothing is built while the app could not start', async () => {
	const { getByRole, begun } = await openComposer({ appError: new Error('No storage.') });
	await getByRole('textbox', { name: 'Requirement' }).fill('A list of books');
	await getByRole('button', { name: /^Build/ }).click();
	await expect.element(getByRole('alert')).toHaveTextContent('The app could not start.');
	expect(begun).toEqual([]);
});

test('a model that is not ready leads to the settings', async () => {
	const { getByRole } = await openComposer();
	await getByRole('button', { name: 'Built-in model' }).click();
	await getByRole('menuitemradio', { name: 'OpenAI', exact: true }).click();
	await getByRole('textbox', { name: 'Requirement' }).fill('A list of books');
	await getByRole('button', { name: /^Build/ }).click();
	await expect.element(getByRole('alert')).toHaveTextContent('needs an API key');
	await expect.element(getByRole('link', { name: 'Settings' })).toHaveAttribute('href', '/settings');
});

test('an example fills the field', async () => {
	const { getByRole } = await openComposer();
	await getByRole('button', { name: 'Recipe community' }).click();
	await expect.element(getByRole('textbox', { name: 'Requirement' })).toHaveValue(expect.stringMatching(/^A recipe site/));
});

test('texts are attached; what is neither text nor a picture that can be read is refused', async () => {
	const { getByRole, getByLabelText, begun } = await openComposer();
	// The list of what is attached has the same name, and comes first.
	const input = getByLabelText('Attachments').last();
	await userEvent.upload(input, new File(['Books have a title.'], 'notes.txt', { type: 'text/plain' }));
	await expect.element(getByRole('list', { name: 'Attachments' })).toHaveTextContent('notes.txt');
	await userEvent.upload(input, new File([new Uint8Array([0, 255, 0, 254])], 'dot.png'));
	await expect.element(getByRole('alert')).toBeVisible();
	await getByRole('textbox', { name: 'Requirement' }).fill('As attached, please');
	await getByRole('button', { name: /^Build/ }).click();
	await expect
		.poll(() => begun[0]?.attachments.map((attachment) => [attachment.name, 'text' in attachment && attachment.text]))
		.toEqual([['notes.txt', 'Books have a title.']]);
});

test('a screenshot that is pasted is attached as a picture, scaled to what models look at', async () => {
	const { getByRole, begun } = await openComposer();
	const canvas = new OffscreenCanvas(3136, 100);
	canvas.getContext('2d')?.fillRect(0, 0, 50, 50);
	const clipboardData = new DataTransfer();
	clipboardData.items.add(new File([await canvas.convertToBlob()], 'shot.png', { type: 'image/png' }));
	const field = getByRole('textbox', { name: 'Requirement' });
	field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	await expect
		.element(getByRole('list', { name: 'Attachments' }))
		.toHaveTextContent(/shot\.png\s*the built-in model sees no pictures/);
	await field.fill('As in the picture');
	await getByRole('button', { name: /^Build/ }).click();
	await expect.poll(() => begun.length).toBe(1);
	const [attachment] = begun[0]?.attachments ?? [];
	const url = attachment && 'picture' in attachment ? attachment.picture.url : '';
	const bitmap = await createImageBitmap(await (await fetch(url)).blob());
	expect([url.slice(0, 15), bitmap.width, bitmap.height]).toEqual(['data:image/png;', 1568, 50]);
});

test('what is typed is there again when the page comes back', async () => {
	const first = await openComposer();
	await first.getByRole('textbox', { name: 'Requirement' }).fill('Half a thought');
	await first.unmount();
	const { getByRole } = await openComposer();
	await expect.element(getByRole('textbox', { name: 'Requirement' })).toHaveValue('Half a thought');
});
