import { isFocusMessage } from '../../container/preview-focus';

/** How long a key says that somebody is typing here, in milliseconds. */
const TYPING_MS = 1000;

/**
 * Keeps the keyboard where the person types: a page of the app (or a check's, in a frame out of sight) that gets it by itself, as with
 * a dialog that opens, says so, and what had it before gets it back.
 *
 * @returns how to stop
 */
export function guardKeyboard(page: Window): () => void {
	const end = new AbortController();
	const options = { signal: end.signal, capture: true };
	const { document } = page;
	let last: HTMLElement | undefined;
	let keyAtMs = -Infinity;

	document.addEventListener('focusin', ({ target }) => remember(target), options);
	// Tab leads into the frame, which does not hear of the key.
	document.addEventListener('keydown', ({ key }) => (keyAtMs = key === 'Tab' ? -Infinity : performance.now()), options);
	page.addEventListener('message', ({ source, data }) => isFocusMessage(data) && giveBack(source), options);
	return () => end.abort();

	function remember(target: EventTarget | null): void {
		if (target instanceof HTMLElement && !(target instanceof HTMLIFrameElement)) last = target;
	}
	function giveBack(source: MessageEventSource | null): void {
		const frame = document.activeElement;
		if (!(frame instanceof HTMLIFrameElement) || frame.contentWindow !== source) return;
		const isMeant = !frame.ariaHidden && performance.now() - keyAtMs > TYPING_MS;
		if (!isMeant) last?.focus({ preventScroll: true });
	}
}
