import { act, fireEvent } from '@testing-library/react';
import { navigate } from '../web/router';
import { idle } from './idle';

/** Somebody at the page: each action as its events, and the page has shown what follows from it. */
export const user = {
	click: (element: Element) => settled(() => fireEvent.click(element)),
	/** Writes into a field in place of what is there; chooses the option of a select. */
	fill: (element: Element, text: string) => settled(() => fireEvent.change(element, { target: { value: text } })),
	/** Presses a key, as 'ArrowLeft' or 'a', where the focus is unless an element is named. */
	press: (key: string, element: Element = document.activeElement ?? document.body) =>
		settled(() => {
			fireEvent.keyDown(element, { key, code: key });
			fireEvent.keyUp(element, { key, code: key });
		}),
	/** Goes to an address of the app. */
	go: (path: string) => settled(() => navigate(path)),
	/** Sends the form that the element is in. */
	submit: (element: Element) => settled(() => fireEvent.submit(element.closest('form') ?? element)),
	/** Lets the page do what it does by itself, as a game or a countdown. Real time, in milliseconds. */
	wait: (ms: number) => act(() => new Promise<void>((done) => setTimeout(done, ms)))
};
export type User = typeof user;

async function settled(happen: () => unknown): Promise<void> {
	await act(async () => {
		happen();
	});
	await idle();
}
