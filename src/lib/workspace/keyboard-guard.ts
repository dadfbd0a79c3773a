/**
 * Keeps the keyboard where the person types: a page of the app that loads (or a check's, in a frame of its own) may focus a field, and
 * takes the whole keyboard with it. What the person clicked or tabbed into keeps it.
 */

/** How long a key says that somebody is typing, in milliseconds. */
const TYPING_MS = 2000;

/** Answers how to stop. */
export function guardKeyboard(page: Window): () => void {
	const end = new AbortController();
	const options = { signal: end.signal, capture: true };
	const { document } = page;
	let last: { element: Element; selection: [number, number] | undefined } | undefined;
	let key = { atMs: -Infinity, isLeaving: false };
	let pointer: { frame: Element; atMs: number } | undefined;

	document.addEventListener('focusin', ({ target }) => target instanceof Element && remember(target), options);
	document.addEventListener(
		'keydown',
		({ key: name, target, timeStamp }) => {
			// Tab and F6 go from one thing to the next.
			key = { atMs: timeStamp, isLeaving: name === 'Tab' || name === 'F6' };
			if (target instanceof Element) remember(target);
		},
		options
	);
	// The frame's own clicks are not heard here, but the pointer is seen to come to it.
	document.addEventListener('pointerover', ({ target, timeStamp }) => (pointer = over(target, timeStamp)), options);
	page.addEventListener('blur', giveBack, options);
	return () => end.abort();

	function remember(element: Element): void {
		if (!(element instanceof HTMLIFrameElement)) last = { element, selection: selectionOf(element) };
	}
	function giveBack(): void {
		const frame = document.activeElement;
		if (!(frame instanceof HTMLIFrameElement) || isMeant(frame)) return;
		const { element, selection } = last ?? {};
		if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) return;
		element.focus({ preventScroll: true });
		if (selection && isField(element)) element.setSelectionRange(...selection);
	}
	function isMeant(frame: Element): boolean {
		const isTyping = performance.now() - key.atMs < TYPING_MS;
		if (key.isLeaving && isTyping) return true;
		if (pointer?.frame !== frame) return false;
		// A click activates the pages around its frame, too. The pointer may have been left there: the newer of key and pointer tells.
		return page.navigator.userActivation.isActive && (!isTyping || pointer.atMs > key.atMs);
	}
}

const over = (target: EventTarget | null, atMs: number) =>
	target instanceof HTMLIFrameElement ? { frame: target, atMs } : undefined;
const isField = (element: Element): element is HTMLTextAreaElement | HTMLInputElement =>
	element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
const selectionOf = (element: Element): [number, number] | undefined =>
	isField(element) ? [element.selectionStart ?? 0, element.selectionEnd ?? 0] : undefined;
