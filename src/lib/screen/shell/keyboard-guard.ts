/**
 * Keeps the keyboard where the person types: a page of the app that loads (or a check's, in a frame of its own) may focus a field, and
 * takes the whole keyboard with it. While keys come, the frames of the screen are inert, so that nothing in them can be focused; one
 * that got it before the first key gives it back. What the person clicks or tabs into has it.
 */

/** How long a key says that somebody is typing, in milliseconds. */
const TYPING_MS = 2000;
/** Frames of the screen itself; those of checks are beside it, and their pages must be as they are. */
const FRAMES = 'main iframe';

/** Returns how to stop. */
export function guardKeyboard(page: Window): () => void {
	const end = new AbortController();
	const options = { signal: end.signal, capture: true };
	const { document } = page;
	let last: Element | undefined;
	let keyAtMs = -Infinity;
	let pointer: { frame: Element; atMs: number } | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	document.addEventListener('focusin', ({ target }) => remember(target), options);
	document.addEventListener('keydown', ({ key }) => (key === 'Tab' || key === 'F6' ? leave() : type()), options);
	// The frame's own clicks are not heard here, but the pointer is seen to come to it.
	for (const name of ['pointerover', 'pointermove', 'pointerdown'] as const)
		document.addEventListener(name, ({ target }) => point(target), options);
	// Only a moment later the frame is what has the focus.
	page.addEventListener('blur', () => setTimeout(giveBack), options);
	return () => {
		end.abort();
		setInert(false);
	};

	function remember(target: EventTarget | null): void {
		if (target instanceof Element && !(target instanceof HTMLIFrameElement)) last = target;
	}
	function type(): void {
		keyAtMs = performance.now();
		setInert(true);
	}
	/** Tab goes from one thing to the next, into the frame too. */
	function leave(): void {
		keyAtMs = -Infinity;
		last = undefined;
		setInert(false);
	}
	function point(target: EventTarget | null): void {
		pointer = target instanceof HTMLIFrameElement ? { frame: target, atMs: performance.now() } : undefined;
		setInert(false);
	}
	function setInert(isInert: boolean): void {
		clearTimeout(timer);
		for (const frame of document.querySelectorAll<HTMLElement>(FRAMES)) if (frame.inert !== isInert) frame.inert = isInert;
		if (isInert) timer = setTimeout(() => setInert(false), TYPING_MS);
	}
	function giveBack(): void {
		const frame = document.activeElement;
		if (!(frame instanceof HTMLIFrameElement) || isMeant(frame)) return;
		if (!(last instanceof HTMLElement) || !last.isConnected || last === document.body) return;
		setInert(true);
		last.focus({ preventScroll: true });
	}
	function isMeant(frame: Element): boolean {
		// A click activates the pages around its frame, too. The pointer may have been left there: the newer of key and pointer tells.
		return pointer?.frame === frame && pointer.atMs > keyAtMs && page.navigator.userActivation.isActive;
	}
}
