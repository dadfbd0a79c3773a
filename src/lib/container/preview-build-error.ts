/** A page of the preview tells what its dev server could not build; an empty text: it can again. */
export interface BuildErrorMessage {
	channel: 'tabsmith-build-error';
	text: string;
}

/**
 * Runs in every page of the preview: tells the IDE what Vite's error overlay says. Printed and injected as text, so it may use
 * nothing from outside.
 */
export function reportBuildErrors(ideOrigin: string): void {
	if (window.parent === window) return;
	let told = '';
	const look = () => {
		const overlay = document.querySelector('vite-error-overlay')?.shadowRoot;
		const part = (name: string) => overlay?.querySelector(`.${name}`)?.textContent?.trim() ?? '';
		const text = [part('message-body'), part('file')].filter(Boolean).join('\n');
		if (text === told) return;
		told = text;
		window.parent.postMessage({ channel: 'tabsmith-build-error', text } satisfies BuildErrorMessage, ideOrigin);
	};
	document.addEventListener('DOMContentLoaded', () => {
		// The overlay is a child of the body; it fills itself as it is made.
		new MutationObserver(look).observe(document.body, { childList: true });
		look();
	});
}

/** True for what {@link tellBuildErrors} posts. */
export function isBuildErrorMessage(data: unknown): data is BuildErrorMessage {
	const { channel, text } = (data ?? {}) as Partial<Record<keyof BuildErrorMessage, unknown>>;
	return channel === 'tabsmith-build-error' && typeof text === 'string';
}
