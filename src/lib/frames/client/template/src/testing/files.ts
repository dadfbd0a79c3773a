import { act, fireEvent } from '@testing-library/react';
import { vi } from 'vitest';
import { idle } from './idle';

/** Chooses a file in a file field, and waits until the page has read it. */
export async function upload(input: Element, name: string, text: string | Uint8Array<ArrayBuffer>): Promise<void> {
	const file = new File([text], name);
	await act(async () => {
		fireEvent.change(input, { target: { files: [file] } });
		await new Promise((done) => setTimeout(done, 20));
	});
	await idle();
}

/** The file that an action hands to the browser. */
export async function downloaded(happen: () => Promise<unknown>): Promise<{ name: string; text: string }> {
	const blobs: Blob[] = [];
	const names: string[] = [];
	const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
		blobs.push(blob as Blob);
		return 'blob:test';
	});
	const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
		names.push(this.download);
	});
	try {
		await happen();
	} finally {
		made.mockRestore();
		click.mockRestore();
	}
	const [blob, name] = [blobs[0], names[0]];
	if (!blob || name === undefined) throw new Error('No file was handed to the browser.');
	return { name, text: await blob.text() };
}
