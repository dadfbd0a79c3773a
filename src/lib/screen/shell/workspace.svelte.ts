import { asError } from '../../domain/app-error';
import type { Blueprint } from '../../domain/blueprint';
import type { RunEvent } from '../../domain/events';
import { initialRunState, type RunState } from '../../log/state';
import { foldEvents, reduce } from '../../log/reducer';
import { workedMsAt } from '../../log/fold/lifecycle';
import { EditorTabs } from '../editor/editor-tabs.svelte';
import { liveProblems } from '../run/live-problems';
import type { ProjectHandle } from '../../app/ports';
import { PreviewState } from '../preview/preview-state.svelte';
import type { RunCommand } from '../../app/run-source';
import { liveWord, phasesWith } from '../run/live-word';
import { changedSinceTests, criteriaNow } from '../run/proof';
import type { PhaseView, ProblemView, RunView, Word } from '../run/run-view';
import { TerminalSession } from '../terminal/terminal-session.svelte';
import { viewOf } from '../run/view-of';

export type LeftTab = 'team' | 'plan' | 'files' | 'history';
export type CenterTab = 'graph' | 'blueprint' | 'code' | 'timeline' | 'preview';
export type BottomTab = 'terminal' | 'tests' | 'problems' | 'bus';

const CLOCK_MS = 1000;

/** One open project as the screen shows it. Everything about the run is folded from its log; what the person does goes down as commands. */
export class Workspace {
	readonly project: ProjectHandle;
	readonly editor: EditorTabs;
	readonly terminal: TerminalSession;
	readonly preview: PreviewState;

	leftTab: LeftTab = $state.raw('team');
	centerTab: CenterTab = $state.raw('graph');
	/** The person chose what the centre shows. */
	isCenterChosen = $state.raw(false);
	bottomTab: BottomTab = $state.raw('tests');
	isLeftOpen = $state.raw(true);
	isBottomOpen = $state.raw(true);

	#events: readonly RunEvent[] = $state.raw([]);
	#live: RunState = $state.raw(initialRunState());
	#cursor: number | undefined = $state.raw();
	#nowMs = $state.raw(Date.now());
	#error: Error | undefined = $state.raw();
	#broken: Error | undefined = $state.raw();
	#unsubscribe: () => void;
	#clock: ReturnType<typeof setInterval>;

	readonly #state: RunState = $derived(
		this.#cursor === undefined ? this.#live : foldEvents(this.#events.filter((event) => event.seq <= (this.#cursor ?? 0)))
	);
	readonly #changed: readonly string[] | undefined = $derived(
		changedSinceTests(this.#cursor === undefined ? this.#events : this.#events.filter(({ seq }) => seq <= (this.#cursor ?? 0)))
	);
	readonly #seen: RunView = $derived(viewOf(this.#state, this.#cursor === undefined ? this.#nowMs : this.#state.lastTime));
	readonly #view: RunView = $derived.by(() => ({
		...this.#seen,
		criteria: criteriaNow(this.#seen.criteria, {
			isChanged: (this.#changed?.length ?? 0) > 0 && this.#state.endedAt !== null,
			isRecorded: this.project.origin === 'run'
		})
	}));

	readonly #problems: readonly ProblemView[] = $derived.by(() => [...liveProblems(this.preview), ...this.#view.problems]);

	constructor(project: ProjectHandle) {
		this.project = project;
		this.terminal = new TerminalSession(project.terminal);
		this.preview = new PreviewState(project.preview);
		this.#events = [...project.run.events];
		this.#live = foldEvents(this.#events);
		this.editor = new EditorTabs(
			project.files,
			(path, content) => void this.send({ type: 'editFile', path, content }),
			Object.fromEntries(Object.values(this.#live.files).map(({ path, by }) => [path, by]))
		);
		this.#unsubscribe = project.run.subscribe(
			(batch) => this.#take(batch),
			(error) => (this.#broken = error)
		);
		this.#clock = setInterval(() => (this.#nowMs = Date.now()), CLOCK_MS);
	}

	/** The run at the replay cursor, or as it is now. */
	get view(): RunView {
		return this.#view;
	}
	get title(): string {
		return this.#live.blueprint?.title ?? this.project.title;
	}
	get blueprint(): Blueprint | null {
		return this.#state.blueprint;
	}
	get summary(): string {
		return this.#state.summary;
	}
	get model(): string {
		return this.#live.model;
	}
	get events(): readonly RunEvent[] {
		return this.#events;
	}
	get nowMs(): number {
		return this.#nowMs;
	}
	/** The seq up to which the run is shown; undefined follows it live. */
	get cursor(): number | undefined {
		return this.#cursor;
	}
	/** The last command that could not be carried out. */
	get error(): Error | undefined {
		return this.#error;
	}
	/** Why the run broke off, when it did; {@link retry} goes on with it. */
	get broken(): Error | undefined {
		return this.#broken;
	}
	/** True while a blueprint waits for the person's yes. */
	get isPlanWaiting(): boolean {
		return this.#live.phase === 'approval' && !this.#live.isApproved && this.#live.endedAt === null;
	}
	/** Why the run is paused, when it is and somebody said why: a spent budget, for one. */
	get pause(): { reason: string; code?: string } | undefined {
		if (this.#view.status !== 'paused') return undefined;
		const last = this.#events.findLast((event) => event.topic === 'run.paused');
		return last?.topic === 'run.paused' && last.payload.reason ? last.payload : undefined;
	}
	/** What is wrong with the live app, then what the checks found. */
	get problems(): readonly ProblemView[] {
		return this.#problems;
	}
	/** The state of things in words; live only while a server answers. */
	get word(): Word {
		return this.#cursor === undefined ? liveWord(this.#view, this.preview, this.project.origin) : this.#view.word;
	}
	get phases(): readonly PhaseView[] {
		if (this.#cursor !== undefined || this.project.origin === 'run') return this.#view.phases;
		return phasesWith(this.#view.phases, this.#view.status === 'finished', this.preview);
	}
	/** Files that are no longer what the last tests ran on; empty before any have run. */
	get changedSinceTests(): readonly string[] {
		return this.#changed ?? [];
	}
	/** How long the team has worked, without pauses. */
	get elapsedMs(): number {
		return workedMsAt(this.#state, this.#cursor === undefined ? this.#nowMs : this.#state.lastTime);
	}

	/** Shows the run as it was after event `seq`; undefined goes back to now. */
	seek(seq: number | undefined): void {
		this.#cursor = seq !== undefined && seq < this.#live.lastSeq ? seq : undefined;
	}
	/** Carries a command down; true when it was done. A failure is kept in {@link error}, never thrown. */
	async send(command: RunCommand): Promise<boolean> {
		try {
			await this.project.run.send(command);
			this.#error = undefined;
			return true;
		} catch (error) {
			this.#error = asError(error);
			return false;
		}
	}
	/** Goes on with a run that broke off, from what its log has. */
	async retry(): Promise<void> {
		this.#broken = undefined;
		await this.send({ type: 'start' });
	}
	dismissError(): void {
		this.#error = undefined;
	}
	/** Opens a file in the editor and brings the editor to the front. `lineNumber` is 1-based. */
	async showFile(path: string, lineNumber?: number): Promise<void> {
		this.centerTab = 'code';
		await this.editor.open(path, lineNumber);
	}
	showBottom(tab: BottomTab): void {
		this.bottomTab = tab;
		this.isBottomOpen = true;
	}
	dispose(): void {
		this.#unsubscribe();
		clearInterval(this.#clock);
		this.editor.dispose();
		this.terminal.dispose();
		this.preview.dispose();
		this.project.dispose();
	}

	#take(batch: readonly RunEvent[]): void {
		const fresh = batch.filter((event) => event.seq > this.#live.lastSeq);
		if (fresh.length === 0) return;
		this.#live = fresh.reduce(reduce, this.#live);
		this.#events = [...this.#events, ...fresh];
	}
}
