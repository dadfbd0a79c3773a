export interface TextEditorParameters {
	title: string;
	intro?: string;
	/** What is written: Markdown or HTML with a preview beside it, or plain text. */
	kind: 'markdown' | 'html' | 'plain';
	/** What stands there at the start. */
	sample: string;
	/** Whether words and signs are counted. */
	hasCounts: boolean;
	/** Name of the file that can be downloaded, as 'notes.md'; none where it is left out. */
	download?: string;
}
