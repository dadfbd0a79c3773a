import { asError } from '../../domain/app-error';
import type { Blueprint, Doubt } from '../../domain/blueprint';
import type { Failure } from '../../domain/check';
import type { RunEvent } from '../../domain/events';
import { isQueueOpen } from '../../log/fold/queue';
import type { QueuedWish, RunState } from '../../log/state';
import type { RunLog } from '../../log/run-log';
import { workedMsAt } from '../../log/fold/worked-time';
import { EditorTabs } from '../editor/editor-tabs.svelte';
import { clock } from '../run/clock.svelte';
import { followed } from '../run/followed.svelte';
import { firstLine, liveProblems } from '../run/live-problems';
import type { ProjectHandle } from '../../app/ports';
import { PreviewState } from '../preview/preview-state.svelte';
import type { RunCommand } from '../../app/run-source';
import { liveWord, phasesWith } from '../run/live-word';
import { changedSinceTests } from '../run/proof';
import type { PhaseView, ProblemView, RunView, Word } from '../run/run-view';
import { TerminalSession } from '../terminal/terminal-session.svelte';
import { viewOf } from '../run/view-of';
import { requestViews, type RequestView } from '../conversation/request-view';

export type LeftTab = 'conversation' | 'plan' | 'files' | 'history';
export type CenterTab = 'graph' | 'blueprint' | 'code' | 'timeline' | 'preview';
export type BottomTab = 'terminal' | 'tests' | 'problems' | 'bus';

/** One open project as the screen shows it. Everything about the run is folded from its log; what the person does goes down as commands. */
export class Workspace {
	readonly project: ProjectHandle;
	readonly editor: EditorTabs;
	readonly terminal: TerminalSession;
	readonly preview: PreviewState;

	leftTab: LeftTab = $state.raw('conversation');
	/** The request whose changes the history shows alone. */
	historyOf: string | undefined = $state.raw();
	centerTab: CenterTab = $state.raw('graph');
	/** The person chose what the centre shows. */
	isCenterChosen = $state.raw(false);
	bottomTab: BottomTab = $state.raw('tests');
	isLeftOpen = $state.raw(true);
	isBottomOpen = $state.raw(true);

	/** Counts the batches of events: the log grows in place. */
	#version = $state.raw(0);
	#cursor: number | undefined = $state.raw();
	#error: Error | undefined = $state.raw();
	#broken: Error | undefined = $state.raw();
	readonly #log: RunLog;
	readonly #closers: (() => void)[];

	readonly #live: RunState = $derived.by(() => {
		void this.#version;
		return this.#log.state;
	});
	readonly #shown: RunState = $derived.by(() => (this.#cursor === undefined ? this.#live : this.#log.stateAt(this.#cursor)));
	/** The state at the cursor, or now, and what the screen says of it: each part is followed for itself. */
	readonly #state: RunState;
	readonly #view: RunView;
	readonly #changed: readonly string[] = $derived.by(() => changedSinceTests(this.#state) ?? []);
	readonly #liveProblems: readonly ProblemView[] = $derived.by(() => liveProblems(this.preview));
	readonly #problems: readonly ProblemView[] = $derived.by(() => [...this.#liveProblems, ...this.#view.problems]);

	/** Closed requests never change: the state at their end is folded once. */
	readonly #ends = new Map<number, RunState>();
	readonly #requests: readonly RequestView[] = $derived.by(() =>
		requestViews(this.#state, {
			stateAt: (seq) => this.#stateAt(seq),
			origin: this.project.origin,
			canAct: this.canAct,
			isChangedSinceTests: this.#state.endedAt !== null && this.#changed.length > 0
		})
	);

	constructor(project: ProjectHandle) {
		this.project = project;
		this.terminal = new TerminalSession(project.terminal);
		this.preview = new PreviewState(project.preview);
		this.#log = project.run.log;
		this.#state = followed(() => this.#shown);
		const view = viewOf(this.#state, {
			isRecorded: project.origin === 'run',
			replayedMs: () => (this.#cursor === undefined ? undefined : this.#state.lastTime)
		});
		this.#view = followed(() => view);
		this.editor = new EditorTabs(
			project.files,
			(path, content) => void this.send({ type: 'editFile', path, content }),
			Object.fromEntries(Object.values(this.#log.state.files).map(({ path, by }) => [path, by]))
		);
		this.#closers = [this.#log.subscribe(() => (this.#version += 1)), project.run.onBroken((error) => (this.#broken = error))];
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
	/** The same array each time, grown: derive from it, do not compare it. */
	get events(): readonly RunEvent[] {
		void this.#version;
		return this.#log.events;
	}
	get nowMs(): number {
		return clock.nowMs;
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
	/** Why the architect would rather not build what waits for a yes. */
	get doubt(): Doubt | undefined {
		return this.#live.blueprint?.doubt;
	}
	/** What was asked for and what came of it, oldest first. */
	get requests(): readonly RequestView[] {
		return this.#requests;
	}
	/** What is asked once the team is done, in order. */
	get queue(): readonly QueuedWish[] {
		return this.#live.queue;
	}
	/** What waits is asked by itself: nothing failed or was stopped before it. */
	get isQueueOpen(): boolean {
		return this.isAtWork || isQueueOpen(this.#live);
	}
	/** The team works, or waits for the person. */
	get isAtWork(): boolean {
		return this.#live.endedAt === null;
	}
	/** What the run was started with, as the person wrote it. */
	get requirement(): string {
		return this.#live.requirement;
	}
	/** Why the run is paused, when it is and somebody said why: a spent budget, for one. */
	get pause(): { reason: string; code?: string } | undefined {
		if (this.#view.status !== 'paused') return undefined;
		const last = this.events.findLast((event) => event.topic === 'run.paused');
		return last?.topic === 'run.paused' && last.payload.reason ? last.payload : undefined;
	}
	/** What is wrong with the live app, then what the checks found. */
	get problems(): readonly ProblemView[] {
		return this.#problems;
	}
	/** What is wrong with the live app: why it does not start, what cannot be built, errors of its pages. */
	get liveProblems(): readonly ProblemView[] {
		return this.#liveProblems;
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
		return this.#changed;
	}
	/** How long the team has worked, without pauses. */
	get elapsedMs(): number {
		if (this.#state.workingSince === null) return this.#state.workedMs;
		return workedMsAt(this.#state, this.#cursor === undefined ? clock.nowMs : this.#state.lastTime);
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
	/** The project is here and now: no record of a run, and no replay. */
	get canAct(): boolean {
		return this.project.origin !== 'run' && this.#cursor === undefined;
	}
	/** Somebody may be asked to mend what was found: not in a record, and not while it is being checked or mended. */
	get canFix(): boolean {
		const { phase } = this.#live;
		return this.canAct && phase !== 'checking' && phase !== 'fixing';
	}
	/** Asks for repairs of what was found wrong; after what is under way, while something is. */
	async fix(failures: readonly Failure[]): Promise<boolean> {
		const [first] = failures;
		if (!first) return false;
		const text = failures.length === 1 ? `Mend this: ${firstLine(first.message)}` : `Mend these ${failures.length} faults.`;
		const wish = { text, failures: [...failures] };
		return this.send(this.isAtWork ? { type: 'queue', wish } : { type: 'ask', wish });
	}
	/** Has the project checked as it is; nothing is changed. */
	check(): Promise<boolean> {
		return this.send({ type: 'ask', wish: { text: 'Check it as it is now.', isCheck: true } });
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
	/** Opens the history with what one request changed. */
	showChangesOf(requestId: string): void {
		this.historyOf = requestId;
		this.leftTab = 'history';
	}
	dispose(): void {
		for (const close of this.#closers) close();
		this.editor.dispose();
		this.terminal.dispose();
		this.preview.dispose();
		this.project.dispose();
	}
	#stateAt(seq: number): RunState {
		const known = this.#ends.get(seq) ?? this.#log.stateAt(seq);
		this.#ends.set(seq, known);
		return known;
	}
}
