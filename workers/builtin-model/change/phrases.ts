/** How people say that something shall be called otherwise or be gone: what of it, and what instead. */

const RENAMES: RegExp[] = [
	/^rename\s+(.+?)\s+(?:to|into|as|in(?=\s+["'“]))\s+(.+)$/i,
	/^(?:change|set|update)\s+(?:the\s+)?(?:name|label|title|caption)\s+(?:of\s+)?(.+?)\s+(?:to|into)\s+(.+)$/i,
	/^change\s+(.+?)(?:'s)?\s+(?:name|label)\s+(?:to|into)\s+(.+)$/i,
	/^call\s+(?:the\s+)?(.+?)\s+["'“‘](.+)["'”’]$/i,
	/^(?:change|replace|turn)\s+(.+?)\s+(?:to|into|with|by)\s+(.+)$/i,
	/^(.+?)\s+(?:should|shall|must)\s+(?:rather\s+|now\s+)?be\s+(?:called|named|renamed(?:\s+to)?|labell?ed)\s+(.+)$/i,
	/^(.+?)\s*(?:→|->|=>)\s*(.+)$/
];

/** What 'rename X to Y' and its like say: X and Y. */
export const renameIn = (clause: string): { from: string; to: string } | undefined => {
	for (const pattern of RENAMES) {
		const [, from, to] = pattern.exec(clause) ?? [];
		if (from && to) return { from, to };
	}
	return undefined;
};

export const cleanName = (text: string) =>
	text
		.trim()
		.replace(/[.!?]+$/, '')
		.replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, '')
		.replace(/\s+(?:please|instead|everywhere)$/i, '')
		.trim();

const REMOVE =
	/^(?:remove|delete|drop|erase|omit|get rid of|take (?:out|away|off)|throw out|kick out|discard|hide|we (?:do not|don't|no longer) need|i (?:do not|don't|no longer) need|(?:do not|don't) (?:need|want)|no longer (?:need|want)|no more|no)\s+(?:also\s+)?(.+?)(?:\s+any ?more|\s+any longer|\s+please|\s+completely|\s+again)?$/i;
export const removedIn = (clause: string): string | undefined => REMOVE.exec(clause)?.[1];
