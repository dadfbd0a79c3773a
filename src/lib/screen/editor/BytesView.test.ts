import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible';
import BytesView from './BytesView.svelte';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a picture is shown as one, with its size', async () => {
	const bytes = Uint8Array.from(atob(PIXEL), (character) => character.charCodeAt(0));
	const { getByRole, getByText, container } = await render(BytesView, { path: 'public/dot.png', bytes });
	await expect.element(getByRole('img', { name: 'public/dot.png' })).toBeVisible();
	await expect.element(getByText(`1 × 1 · ${bytes.length} bytes`)).toBeVisible();
	await expectAccessible(container);
});

test('what only calls itself a picture is told as such', async () => {
	const { getByText } = await render(BytesView, { path: 'broken.png', bytes: new Uint8Array([1, 2, 3]) });
	await expect.element(getByText('This picture cannot be shown')).toBeVisible();
	await expect.element(getByText(/3 bytes, and not what its name says/)).toBeVisible();
});

test('other bytes are named with their size', async () => {
	const { getByText } = await render(BytesView, { path: 'data.bin', bytes: new Uint8Array(2048) });
	await expect.element(getByText('This file is no text')).toBeVisible();
	await expect.element(getByText(/^2 kB. It is kept/)).toBeVisible();
});
