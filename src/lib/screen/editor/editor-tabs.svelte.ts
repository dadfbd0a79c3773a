import type { EditorState, Transaction, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { asError } from '../../domain/app-error';
import type { FileContent } from '../../project/file-content';
import type { FileChange, FileSource } from '../../app/ports';

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

/** The open files. CodeMirror's states are the truth, one per file with its own undo history; agents' writing flows into them as it happens. */
export class EditorTabs {
	#files: FileSource;
	#save: (path: string, content: string) => void;
	#paths: string[] = $state.raw([]);
	#open: string[] = $state.raw([]);
	#active: string | undefined = $state.raw();
	#authors: Record<string, string> = $state.raw({});
	#isDiff = $state.raw(false);
	#isFollowing = $state.raw(true);
	#error: Error | undefined = $state.raw();
	#isListed = $state.raw(false);

	#states = new Map<string, EditorState>();
	/** Open files that are no text. */
	#bytes: ReadonlyMap<string, Uint8Array> = $state.raw(new Map());

	#timers = new Map<string, ReturnType<typeof setTimeout>>();
	#view: EditorView | undefined;
	#codeMirror: CodeMirror | undefined;
	/** Texts before the last change that came from the project, to compare with where the project has kept none. */
	#before = new Map<string, string>();
	/** The tab that following opened; the next file takes its place, so that tabs do not pile up. */
	#followed: string | undefined;
	/** The newest file that following should show, while it is busy with one. */
	#wanted: string | undefined;
	/** The file that the team wrote last, for when following is taken up again. */
	#newest: string | undefined;
	#unsubscribe: () => void;

	/** @param authors who wrote each file so far */
	constructor(files: FileSource, save: (path: string, content: string) => void, authors: Record<string, string> = {}) {
		this.#authors = authors;
		this.#files = files;
		this.#save = save;
		this.#unsubscribe = files.subscribe((change) => this.#take(change));
		void this.refresh();
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
	/** What the file at the front holds, when it is no text. */
	get activeBytes(): Uint8Array | undefined {
		return this.#active === undefined ? undefined : this.#bytes.get(this.#active);
	}
	/** While true, the file an agent writes comes to the front. It ends when the person opens a file, puts the cursor into one or types. */
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
		if (!lineNumber || !view || this.#active !== path || this.activeBytes) return;
		const line = view.state.doc.line(Math.min(lineNumber, view.state.doc.lines));
		view.dispatch({ selection: { anchor: line.from }, scrollIntoView: true });
		view.focus();
	}
	close(path: string): void {
		this.#flush(path);
		const at = this.#open.indexOf(path);
		this.#open = this.#open.filter((other) => other !== path);
		this.#states.delete(path);
		this.#setBytes(path, undefined);
		if (this.#active === path) {
			this.#active = this.#open[Math.min(at, this.#open.length - 1)];
			this.#show();
		}
	}
	/** Takes following up, at the file that was written last, or ends it. */
	follow(isFollowing: boolean): void {
		this.#isFollowing = isFollowing;
		const newest = this.#newest;
		if (isFollowing && newest && newest !== this.#active && this.#paths.includes(newest)) void this.#follow(newest);
	}
	async toggleDiff(): Promise<void> {
		this.#isDiff = !this.#isDiff;
		await this.#applyDiff();
	}
	/** Saves what is edited, now rather than after the pause. */
	saveNow(): void {
		for (const path of [...this.#timers.keys()]) this.#flush(path);
	}
	/** The text of an open file as edited here; undefined when it is not open. */
	textOf(path: string): string | undefined {
		return this.#states.get(path)?.doc.toString();
	}

	/** Shows the tabs in an element. Returns what unlinks them. */
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
		this.saveNow();
		this.#view?.destroy();
		this.#view = undefined;
	}

	/** @param isWanted asked again once the file has been read: the person may be elsewhere by then */
	async #bring(path: string, isWanted = () => true): Promise<void> {
		await this.#guard(async () => {
			const codeMirror = await loadCodeMirror();
			this.#codeMirror = codeMirror;
			if (!this.#states.has(path) && !this.#bytes.has(path)) await this.#load(path, await this.#files.read(path), codeMirror);
			if (!isWanted()) return;
			if (!this.#open.includes(path)) this.#open = [...this.#open, path];
			this.#active = path;
			this.#show();
		});
	}
	async #load(path: string, content: FileContent, codeMirror: CodeMirror): Promise<void> {
		if (typeof content !== 'string') return this.#setBytes(path, content);
		const plain = codeMirror.createState(content, { onEdit: () => this.#edit(path), onFocus: () => this.#takeHold(path) });
		this.#states.set(path, codeMirror.withLanguage(plain, await codeMirror.loadLanguage(path)));
	}
	#setBytes(path: string, bytes: Uint8Array | undefined): void {
		if (bytes === undefined && !this.#bytes.has(path)) return;
		const next = new Map(this.#bytes);
		if (bytes) next.set(path, bytes);
		else next.delete(path);
		this.#bytes = next;
	}
	#show(): void {
		const state = this.#active ? this.#states.get(this.#active) : undefined;
		if (!this.#view || !state) return;
		if (this.#view.state !== state) this.#view.setState(state);
		void this.#applyDiff();
	}
	async #applyDiff(): Promise<void> {
		const path = this.#active;
		if (!path || !this.#codeMirror || this.activeBytes) return;
		const original = this.#isDiff
			? ((await this.#files.readBefore(path)) ?? this.#before.get(path) ?? this.textOf(path) ?? '')
			: undefined;
		if (this.#active === path) this.#view?.dispatch({ effects: this.#codeMirror.diffEffect(original) });
	}
	/** The person's cursor is in a file: it stays at the front, in a tab of its own. */
	#takeHold(path: string): void {
		this.#isFollowing = false;
		if (this.#followed === path) this.#followed = undefined;
	}
	/** A hand edit: saved after a short pause, so that a word is one change and not ten. */
	#edit(path: string): void {
		this.#takeHold(path);
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
		if (text !== undefined) this.#save(path, text);
	}
	#take({ path, content, author }: FileChange): void {
		if (author) this.#authors = { ...this.#authors, [path]: author };
		if (content === undefined) {
			// What is typed right now makes the file anew.
			if (this.#timers.has(path)) return;
			this.#paths = this.#paths.filter((other) => other !== path);
			if (this.#open.includes(path)) this.close(path);
			return;
		}
		if (!this.#paths.includes(path)) this.#paths = [...this.#paths, path].toSorted();
		// A hand edit on its way wins here; the project merges the two and sends the result.
		if (!this.#timers.has(path)) this.#write(path, content);
		if (!author || author === 'user') return;
		this.#newest = path;
		if (this.#mayFollow() && this.#active !== path) void this.#follow(path);
	}
	/** Never under a cursor. */
	#mayFollow(): boolean {
		return this.#isFollowing && !this.#view?.hasFocus;
	}
	/** Brings the newest written file to the front, one at a time: files written meanwhile are skipped. */
	async #follow(path: string): Promise<void> {
		const isBusy = this.#wanted !== undefined;
		this.#wanted = path;
		if (isBusy) return;
		for (let next: string | undefined = path; next !== undefined;) {
			const before = this.#followed;
			const wasOpen = this.#open.includes(next);
			await this.#bring(next, () => this.#mayFollow());
			const isShown = this.#active === next;
			// A person who took hold of the last one keeps it.
			if (isShown && before && before !== next && this.#followed === before) this.close(before);
			if (isShown) this.#followed = wasOpen ? undefined : next;
			const isLast: boolean = this.#wanted === next || !this.#mayFollow();
			next = isLast ? undefined : this.#wanted;
		}
		this.#wanted = undefined;
	}
	#write(path: string, content: FileContent): void {
		const state = this.#states.get(path);
		if (typeof content !== 'string' || this.#bytes.has(path)) return this.#turn(path, content);
		const spec: TransactionSpec | undefined = state && this.#codeMirror?.changeTo(state, content);
		if (!state || !spec) return;
		this.#before.set(path, state.doc.toString());
		// Where the person's cursor is, nothing scrolls by itself.
		const quiet = { ...spec, effects: [] };
		if (this.#active === path && this.#view) this.#view.dispatch(this.#view.hasFocus ? quiet : spec);
		else this.#states.set(path, state.update(quiet).state);
		if (this.#active === path && this.#isDiff) void this.#applyDiff();
	}
	/** An open file becomes bytes, other bytes, or text. */
	#turn(path: string, content: FileContent): void {
		if (!this.#open.includes(path)) return;
		this.#states.delete(path);
		this.#setBytes(path, typeof content === 'string' ? undefined : content);
		if (typeof content === 'string' && this.#codeMirror)
			void this.#load(path, content, this.#codeMirror).then(() => this.#active === path && this.#show());
	}
	async #guard(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.#error = undefined;
		} catch (error) {
			this.#error = asError(error);
		}
	}
}
