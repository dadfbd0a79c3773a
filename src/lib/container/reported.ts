import type { PreviewMessage } from '@webcontainer/api';

/**
 * What pages of the app say is input from outside: it may be of any length and form. Each part becomes a text of limited length,
 * lists become lists of limited size.
 */

/** In UTF-16 code units. */
const MAX_TEXT = 4000;
const MAX_ENTRIES = 50;

export function reportedText(value: unknown, maxLength = MAX_TEXT): string {
	return textOf(value).slice(0, maxLength);
}

/** What an error of a page, or a line of its console, says. */
export function messageOfPage(message: PreviewMessage): string {
	return 'message' in message ? reportedText(message.message) : reportedText(reportedTexts(message.args).join(' '));
}

/** Empty when it is no list. */
export function reportedTexts(value: unknown): string[] {
	return Array.isArray(value) ? value.slice(0, MAX_ENTRIES).map((entry) => reportedText(entry)) : [];
}

function textOf(value: unknown): string {
	try {
		return String(value);
	} catch {
		// A list in a list in a list: deeper than the stack.
		return typeof value;
	}
}
