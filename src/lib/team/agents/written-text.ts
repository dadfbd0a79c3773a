/** What models put around a file's text that does not belong into it: fences, their own closing tags, chat. */

export interface CleanText {
	content: string;
	/** What was taken off, for the agent to know; undefined when nothing was. */
	note?: string;
}

/** Files in which a fence may well be content. */
const MARKUP = /\.(mdx?|markdown|txt|rst|adoc)$/i;
const FENCED = /^\s*(`{3,}|~{3,})[^\n`]*\r?\n([\s\S]*?)\r?\n?\1[ \t]*\s*$/;
/** A code file in the middle of chat: one block, whatever is said before and after it. */
const IN_CHAT = /^[^\n`]*[A-Za-z][^\n`]*[:.]\s*\n+(`{3,})[^\n`]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n[\s\S]*)?$/;
/** Closing tags of the forms in which models are taught to write files; no language has a line of its own with them. */
const CLOSING =
	/\n[ \t]*(?:<\/(?:content|file|file_content|boltAction|boltArtifact|parameter|function|tool_call|write_file|create_file|artifact|invoke)>[ \t]*)+(?:\r?\n|$)[\s\S]*$/;
/** Where such tags may be part of a page. */
const HAS_TAGS = /\.(html?|xml|svg|vue|svelte|astro)$/i;

/** The text that a file is to have. Markdown stays as it is. */
export function cleanWrittenText(path: string, content: string): CleanText {
	if (MARKUP.test(path)) return { content };
	const notes: string[] = [];
	let text = content;
	const tail = HAS_TAGS.test(path) ? null : CLOSING.exec(text);
	if (tail) {
		text = `${text.slice(0, tail.index)}\n`;
		notes.push(`the end from ${JSON.stringify(tail[0].trim().slice(0, 40))} on`);
	}
	const block = FENCED.exec(text) ?? IN_CHAT.exec(text);
	// Two blocks are no whole file, and a fence inside may be of a text in the code.
	if (block?.[2] !== undefined && !new RegExp(`^${block[1] ?? ''}`, 'm').test(block[2])) {
		text = `${block[2]}\n`;
		notes.push('the code fence and what stood around it');
	}
	return notes.length
		? { content: text, note: `Taken off, since it is no part of the file: ${notes.join('; ')}. Send the text of a file only.` }
		: { content };
}
