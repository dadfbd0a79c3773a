import type { EditorState, Transaction, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { EditJournal } from './edit-journal';
import type { FileChange, FileSource } from './ports';

type CodeMirror = typeof import('./code-mirror');
let loading: Promise<CodeMirror> | undefined;

/** Loads the editor once; a failed load is tried again next time. */
function loadCodeMirror(): Promise<CodeMirror> {
	loading ??= import('./code-mirror').catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

const SAVE_DELAY_MS = 400;

export interface EditorParts {
	files: FileSource;
	/** Resolves to whether the text is saved. */
	save: (path: string, content: string) => Promise<boolean>;
	journal: EditJournal;
	/** Who wrote each file so far. */
	authors?: Record<string, string>;
}

/** The open files. CodeMirror's states are the truth, one per file with its own undo history; agents' writing flows into them as it happens. */
export class EditorTabs {
	#files: FileSource;
	#save: EditorParts['save'];
	#journal: EditJournal;
	#paths: string[] = $state.raw([]);
	#open: string[] = $state.raw([]);
	#active: string | undefined = $state.raw();
	#authors: Record<string, string> = $state.raw({});
	#isDiff = $state.raw(false);
	#isFollowing = $state.raw(true);
	#error: Error | undefined = $state.raw();
	#isListed = $state.raw(false);

	#states = new Map<string, EditorState>();

	#timers = new Map<string, ReturnType<typeof setTimeout>>();
	/** Texts on their way to the project. */
	#saving = new Map<string, string>();
	#view: EditorView | undefined;
	#codeMirror: CodeMirror | undefined;
	/** Texts before the last change that came from the project, to compare with where nothing is committed. */
	#before = new Map<string, string>();
	/** The tab that following opened; the next file takes its place, so that tabs do not pile up. */
	#followed: string | undefined;
	/** The newest file that following should show, while it is busy with one. */
	#wanted: string | undefined;
	#unsubscribe: () => void;

	constructor({ files, save, journal, authors = {} }: EditorParts) {
		this.#authors = authors;
		this.#files = files;
		this.#save = save;
		this.#journal = journal;
		this.#unsubscribe = files.subscribe((change) => this.#take(change));
		void this.refresh();
		void this.#recover();
	}

	/** Every file of the project, sorted. */
	get paths(): string[] {
		return this.#paths;
	}
	get isListed(): boolean {
		return this.#isListed;
	}
	get openPaths(): string[] {
		return this.#open;
	}
	get active(): string | undefined {
		return this.#active;
	}
	/** Who last wrote each file, as far as this tab saw. */
	get authors(): Record<string, string> {
		return this.#authors;
	}
	get isDiff(): boolean {
		return this.#isDiff;
	}
	/** While true, the file an agent writes comes to the front. */
	get isFollowing(): boolean {
		return this.#isFollowing;
	}
	get error(): Error | undefined {
		return this.#error;
	}

	async refresh(): Promise<void> {
		await this.#guard(async () => {
			this.#paths = (await this.#files.list()).toSorted();
			this.#isListed = true;
		});
	}
	/** Opens a file at the front. `lineNumber` is 1-based. A person's click ends following. */
	async open(path: string, lineNumber?: number): Promise<void> {
		this.#isFollowing = false;
		if (this.#followed === path) this.#followed = undefined;
		await this.#bring(path);
		const view = this.#view;
		if (!lineNumber || !view || this.#active !== path) return;
		const line = view.state.doc.line(Math.min(lineNumber, view.state.doc.lines));
		view.dispatch({ selection: { anchor: line.from }, scrollIntoView: true });
		view.focus();
	}
	close(path: string): void {
		this.#flush(path);
		const at = this.#open.indexOf(path);
		this.#open = this.#open.filter((one) => one !== path);
		this.#states.delete(path);
		if (this.#active === path) {
			this.#active = this.#open[Math.min(at, this.#open.length - 1)];
			this.#show();
		}
	}
	follow(isFollowing: boolean): void {
		this.#isFollowing = isFollowing;
	}
	async toggleDiff(): Promise<void> {
		this.#isDiff = !this.#isDiff;
		await this.#applyDiff();
	}
	/** Saves what is edited, now rather than after the pause. */
	saveNow(): void {
		for (const path of [...this.#timers.keys()]) this.#flush(path);
	}
	/** Saves what is edited, and keeps it where the next page finds it, should this one be gone before that is done. */
	leave(): void {
		this.saveNow();
		this.#journal.keep(this.#saving);
	}
	/** The text of an open file as edited here; undefined when it is not open. */
	textOf(path: string): string | undefined {
		return this.#states.get(path)?.doc.toString();
	}

	/** Shows the tabs in an element. Answers what unlinks them. */
	link(parent: HTMLElement): () => void {
		let isGone = false;
		let mine: EditorView | undefined;
		void this.#guard(async () => {
			const codeMirror = await loadCodeMirror();
			if (isGone) return;
			this.#codeMirror = codeMirror;
			mine = new codeMirror.EditorView({
				parent,
				dispatchTransactions: (transactions: readonly Transaction[], view: EditorView) => {
					view.update(transactions);
					if (this.#active) this.#states.set(this.#active, view.state);
				}
			});
			this.#view = mine;
			this.#show();
		});
		return () => {
			isGone = true;
			if (this.#view === mine) this.#view = undefined;
			mine?.destroy();
		};
	}
	dispose(): void {
		this.#unsubscribe();
		this.leave();
		this.#view?.destroy();
		this.#view = undefined;
	}

	async #bring(path: string): Promise<void> {
		await this.#guard(async () => {
			const codeMirror = await loadCodeMirror();
			this.#codeMirror = codeMirror;
			if (!this.#states.has(path)) {
				const text = await this.#files.read(path);
				const plain = codeMirror.createState(text, () => this.#edit(path));
				this.#states.set(path, codeMirror.withLanguage(plain, await codeMirror.loadLanguage(path)));
			}
			if (!this.#open.includes(path)) this.#open = [...this.#open, path];
			this.#active = path;
			this.#show();
		});
	}
	#show(): void {
		const state = this.#active ? this.#states.get(this.#active) : undefined;
		if (!this.#view || !state) return;
		if (this.#view.state !== state) this.#view.setState(state);
		void this.#applyDiff();
	}
	async #applyDiff(): Promise<void> {
		const path = this.#active;
		if (!path || !this.#codeMirror) return;
		const original = this.#isDiff
			? ((await this.#files.readCommitted(path)) ?? this.#before.get(path) ?? this.textOf(path) ?? '')
			: undefined;
		if (this.#active === path) this.#view?.dispatch({ effects: this.#codeMirror.diffEffect(original) });
	}
	/** A hand edit: saved after a short pause, so that a word is one change and not ten. */
	#edit(path: string): void {
		this.#isFollowing = false;
		clearTimeout(this.#timers.get(path));
		this.#timers.set(
			path,
			setTimeout(() => this.#flush(path), SAVE_DELAY_MS)
		);
	}
	#flush(path: string): void {
		const timer = this.#timers.get(path);
		if (timer === undefined) return;
		clearTimeout(timer);
		this.#timers.delete(path);
		const text = this.textOf(path);
		if (text !== undefined) void this.#commit(path, text);
	}
	async #commit(path: string, text: string): Promise<void> {
		this.#saving.set(path, text);
		const isSaved = await this.#save(path, text);
		if (this.#saving.get(path) === text) this.#saving.delete(path);
		if (isSaved) this.#journal.drop(path);
	}
	/** Saves what was typed in a page that went away before it could. */
	async #recover(): Promise<void> {
		for (const [path, text] of this.#journal.read()) {
			const saved = await this.#files.read(path).catch(() => undefined);
			if (saved === text) this.#journal.drop(path);
			else await this.#commit(path, text);
		}
	}
	#take({ path, content, author }: FileChange): void {
		if (author) this.#authors = { ...this.#authors, [path]: author };
		if (content === undefined) {
			this.#timers.delete(path);
			this.#paths = this.#paths.filter((one) => one !== path);
			if (this.#open.includes(path)) this.close(path);
			return;
		}
		if (!this.#paths.includes(path)) this.#paths = [...this.#paths, path].toSorted();
		// A hand edit on its way wins here; the project merges the two and sends the result.
		if (!this.#timers.has(path)) this.#write(path, content);
		if (this.#isFollowing && author && author !== 'user' && this.#active !== path) void this.#follow(path);
	}
	/** Brings the newest written file to the front, one at a time: files written meanwhile are skipped. */
	async #follow(path: string): Promise<void> {
		const isBusy = this.#wanted !== undefined;
		this.#wanted = path;
		if (isBusy) return;
		for (let next: string | undefined = path; next !== undefined;) {
			const before = this.#followed;
			const wasOpen = this.#open.includes(next);
			await this.#bring(next);
			this.#followed = wasOpen ? undefined : next;
			if (before && before !== next) this.close(before);
			const isLast: boolean = this.#wanted === next || !this.#isFollowing;
			next = isLast ? undefined : this.#wanted;
		}
		this.#wanted = undefined;
	}
	#write(path: string, content: string): void {
		const state = this.#states.get(path);
		const spec: TransactionSpec | undefined = state && this.#codeMirror?.changeTo(state, content);
		if (!state || !spec) return;
		this.#before.set(path, state.doc.toString());
		if (this.#active === path && this.#view) this.#view.dispatch(spec);
		else this.#states.set(path, state.update({ ...spec, effects: [] }).state);
	}
	async #guard(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.#error = undefined;
		} catch (error) {
			this.#error = error instanceof Error ? error : new Error(String(error));
		}
	}
}
