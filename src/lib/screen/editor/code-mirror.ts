import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
	bracketMatching,
	defaultHighlightStyle,
	foldGutter,
	foldKeymap,
	HighlightStyle,
	indentOnInput,
	syntaxHighlighting
} from '@codemirror/language';
import { unifiedMergeView } from '@codemirror/merge';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import {
	drawSelection,
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	keymap,
	lineNumbers,
	type ViewUpdate
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** CodeMirror as this product sets it up. Loaded by a dynamic import, languages one by one when a file needs them. */

/** Marks a change that came from the project, not from this keyboard. */
const fromProject = Annotation.define<boolean>();
const language = new Compartment();
const diff = new Compartment();

const highlight = HighlightStyle.define([
	{ tag: [tags.keyword, tags.moduleKeyword, tags.controlKeyword], color: 'light-dark(#7a3e9d, #c9a0f0)' },
	{ tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#2d6a3f, #8fd0a0)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'light-dark(#9a4a00, #f0a870)' },
	{ tag: [tags.comment], color: 'var(--fg-3)', fontStyle: 'italic' },
	{ tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'light-dark(#1d5a9c, #8ab8ff)' },
	{ tag: [tags.typeName, tags.className, tags.namespace], color: 'light-dark(#0d6b70, #79cdd1)' },
	{ tag: [tags.tagName], color: 'light-dark(#a3306a, #f09ac4)' },
	{ tag: [tags.attributeName, tags.propertyName], color: 'light-dark(#5b4a12, #dcc68a)' },
	{ tag: [tags.heading], fontWeight: '700' },
	{ tag: [tags.invalid], color: 'var(--bad)' }
]);

const theme = EditorView.theme({
	'&': { height: '100%', backgroundColor: 'var(--bg-2)', color: 'var(--fg-1)', fontSize: 'var(--text-s)' },
	// Ligatures would join '../' and '=>' into other signs than those in the file.
	'.cm-scroller': { fontFamily: 'var(--font-mono)', fontVariantLigatures: 'none', lineHeight: '1.6' },
	'.cm-gutters': { backgroundColor: 'var(--bg-2)', color: 'var(--fg-3)', border: '0' },
	'.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--bg-3) 60%, transparent)' },
	'.cm-cursor': { borderLeftColor: 'var(--accent)' },
	'&.cm-focused': { outline: 'none' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
		backgroundColor: 'var(--accent-soft)'
	},
	'.cm-panels': { backgroundColor: 'var(--bg-1)', color: 'var(--fg-1)' },
	'.cm-tooltip': { backgroundColor: 'var(--bg-2)', border: '1px solid var(--border-strong)' },
	'.cm-changedLine, .cm-insertedLine': { backgroundColor: 'var(--ok-soft) !important' },
	'.cm-deletedChunk': { backgroundColor: 'var(--bad-soft) !important' }
});

/** A fresh state for a file's text. `onEdit` hears changes made at this keyboard only, `onFocus` when the cursor comes into the text. */
export function createState(text: string, { onEdit, onFocus }: { onEdit(): void; onFocus(): void }): EditorState {
	return EditorState.create({
		doc: text,
		extensions: [
			lineNumbers(),
			foldGutter(),
			history(),
			drawSelection(),
			indentOnInput(),
			bracketMatching(),
			closeBrackets(),
			autocompletion(),
			highlightActiveLine(),
			highlightActiveLineGutter(),
			highlightSelectionMatches(),
			syntaxHighlighting(highlight),
			syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
			keymap.of([
				...closeBracketsKeymap,
				...defaultKeymap,
				...searchKeymap,
				...historyKeymap,
				...foldKeymap,
				...completionKeymap,
				indentWithTab
			]),
			theme,
			language.of([]),
			diff.of([]),
			EditorView.contentAttributes.of({ 'aria-label': 'Editor. Escape, then Tab, leaves it.' }),
			EditorView.domEventHandlers({ focus: () => void onFocus() }),
			EditorView.updateListener.of((update) => onUpdate(update, onEdit))
		]
	});
}

/** Sets the highlighting for a path once its language has loaded. */
export async function loadLanguage(path: string): Promise<Extension> {
	const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	switch (ending) {
		case 'ts':
		case 'tsx':
		case 'mts':
		case 'js':
		case 'jsx':
		case 'mjs': {
			const { javascript } = await import('@codemirror/lang-javascript');
			return javascript({ typescript: /tsx?$|mts/.test(ending), jsx: ending.endsWith('x') });
		}
		case 'css':
			return (await import('@codemirror/lang-css')).css();
		case 'html':
		case 'svelte':
			return (await import('@codemirror/lang-html')).html();
		case 'json':
			return (await import('@codemirror/lang-json')).json();
		case 'md':
			return (await import('@codemirror/lang-markdown')).markdown();
		case 'sql':
			return (await import('@codemirror/lang-sql')).sql();
		default:
			return [];
	}
}
/** The state with a language in place. */
export function withLanguage(state: EditorState, extension: Extension): EditorState {
	return state.update({ effects: language.reconfigure(extension) }).state;
}

/** The effect that shows what differs from `original`; undefined shows the plain text. */
export function diffEffect(original: string | undefined) {
	const extension =
		original === undefined
			? []
			: unifiedMergeView({ original, mergeControls: false, collapseUnchanged: { margin: 4, minSize: 8 } });
	return diff.reconfigure(extension);
}

/** The smallest single change that turns the state's text into `text`; undefined when they are equal. Keeps selection and undo history sound. */
export function changeTo(state: EditorState, text: string) {
	const before = state.doc.toString();
	if (before === text) return undefined;
	const shorter = Math.min(before.length, text.length);
	let from = 0;
	while (from < shorter && before[from] === text[from]) from++;
	let tail = 0;
	while (tail < shorter - from && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
	return {
		changes: { from, to: before.length - tail, insert: text.slice(from, text.length - tail) },
		annotations: fromProject.of(true),
		effects: EditorView.scrollIntoView(Math.min(from, before.length), { y: 'nearest', yMargin: 60 })
	};
}

export { EditorView };

function onUpdate(update: ViewUpdate, onEdit: () => void): void {
	if (!update.docChanged) return;
	if (update.transactions.some((transaction) => transaction.annotation(fromProject))) return;
	onEdit();
}
