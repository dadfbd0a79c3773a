/** A page of the preview has got the keyboard without the person's doing. */
export interface FocusMessage {
	channel: 'tabsmith-focus';
}

/**
 * Runs in every page of the preview, before the page's own scripts: the person decides who has the keyboard. While the IDE has it, the
 * page's `focus()` does nothing, as under the permissions policy `focus-without-user-activation`; what else moves the focus, such as a
 * dialog that opens, is told to the IDE. Printed and injected as text, so it may use nothing from outside.
 *
 * @source https://html.spec.whatwg.org/multipage/interaction.html#allow-focus-steps
 */
export function leaveKeyboard(ideOrigin: string): void {
	if (window.parent === window) return;
	/** A frame within the app may take it from the page around it; in a tab of its own nobody else has it. */
	const isWithApp = () => {
		try {
			for (let view: Window = window; ; view = view.parent) if (view.document.hasFocus() || view.parent === view) return true;
		} catch {
			// The page around the app is not the app's to see.
			return false;
		}
	};
	for (const { prototype } of [HTMLElement, SVGElement, MathMLElement]) {
		const original = prototype.focus;
		prototype.focus = function focus(...input) {
			if (isWithApp()) original.apply(this, input);
		};
	}
	const focusWindow = window.focus.bind(window);
	window.focus = () => {
		if (isWithApp()) focusWindow();
	};
	addEventListener('focus', () => {
		if (navigator.userActivation.isActive) return;
		window.parent.postMessage({ channel: 'tabsmith-focus' } satisfies FocusMessage, ideOrigin);
	});
}

/** True for what {@link leaveKeyboard} posts. */
export function isFocusMessage(data: unknown): data is FocusMessage {
	return (data as Partial<FocusMessage> | null)?.channel === 'tabsmith-focus';
}
