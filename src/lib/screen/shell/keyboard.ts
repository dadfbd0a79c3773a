/** Shortcuts are written with Mod: the command key on a Mac, Control elsewhere. */

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** How the Mod key is printed here. */
export const modKey = isMac ? '⌘' : 'Ctrl';

/** True when an event is Mod plus this key (compared without case) and no other modifier. */
export function isMod(event: KeyboardEvent, key: string): boolean {
	const isModDown = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
	return isModDown && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key;
}
