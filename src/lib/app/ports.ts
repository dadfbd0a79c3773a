import type { PageError } from '../container/container';
import type { FileContent } from '../project/file-content';
import type { Attachment } from './attachments';
import type { RunSource } from './run-source';

/** What the screens ask of the floors below. The app connects real ones at start; tests connect recorded ones. */

/** `live` was finished with every check passed; `stopped` is one whose run was left under way. */
export type ProjectState = 'draft' | 'building' | 'stopped' | 'paused' | 'live' | 'imported' | 'failed';

export interface ProjectSummary {
	id: string;
	title: string;
	state: ProjectState;
	fileCount: number;
	testCount: number;
	/** Milliseconds since 1970. */
	changedAtMs: number;
	/** A few words beside the state, such as '2 wishes open'. */
	note?: string;
	/** What it is, where it was made elsewhere. */
	kind?: string;
}

export interface StartOptions {
	/** The person's words, as typed. */
	requirement: string;
	/** Stop after the blueprint until somebody approves it. */
	isPlanFirst: boolean;
	attachments: readonly Attachment[];
}

export interface FileChange {
	/** Relative to the project's root, with forward slashes. */
	path: string;
	/** The whole new content; undefined when the file is gone. */
	content: FileContent | undefined;
	/** The agent id that wrote it, 'user', or undefined when unknown. */
	author?: string;
}

/** The project's files as they are now, and a word on each change. */
export interface FileSource {
	/** @throws when the project's files cannot be read. */
	list(): Promise<string[]>;
	read(path: string): Promise<FileContent>;
	/** The text before the last change, to compare with: before its author took it up, not one save ago. Undefined when it was not kept. */
	readBefore(path: string): Promise<string | undefined>;
	subscribe(listener: (change: FileChange) => void): () => void;
	/** Whether programs have changed files that are not kept yet. */
	isBehind(): boolean;
	/** Keeps what programs have changed, now rather than in a moment. */
	catchUp(): Promise<void>;
}

export interface TerminalProcess {
	/** Words for the person before the shell's own, plain text. */
	greeting?: string;
	output: ReadableStream<string>;
	write(data: string): void;
	resize(size: { cols: number; rows: number }): void;
	kill(): void;
	exit: Promise<number>;
}
export interface TerminalSource {
	/** Starts a shell in the project's folder. */
	spawn(size: { cols: number; rows: number }): Promise<TerminalProcess>;
}

export interface PreviewServer {
	port: number;
	/** The app's origin, without a path. */
	url: string;
}
export type PreviewStatus =
	/** `hint` says what to do where nothing tells how to start an app. */
	| { state: 'off'; hint?: string }
	/** `step` says what is going on, `detail` the last line that a program said of it. */
	| { state: 'starting'; step: string; detail?: string }
	/** At least one server; the app's own, which was up first, leads. */
	| { state: 'up'; servers: readonly PreviewServer[] }
	/** `log` is the end of what the program that failed said. */
	| { state: 'failed'; error: Error; log?: string };
export interface PreviewSource {
	/** Calls at once with the state of things, then on each change. */
	subscribe(listener: (status: PreviewStatus) => void): () => void;
	/** Calls with each error of a page, once the run is over: before that, its checks open pages too. */
	onError(listener: (error: PageError) => void): () => void;
	/** Brings the app up again, from files to dev server. How it goes is told to who subscribed. */
	start(): void;
}

/** All files; the same with a `.git` folder; that repository as one file to clone from; the run's log. */
export type ExportKind = 'zip' | 'git-zip' | 'bundle' | 'run';

/** Everything about one open project. */
export interface ProjectHandle {
	id: string;
	title: string;
	/** Where it came from, when it was not built here: files, or the record of a run. */
	readonly origin?: 'files' | 'run' | undefined;
	run: RunSource;
	files: FileSource;
	terminal: TerminalSource;
	preview: PreviewSource;
	/** @throws AppError EXPORT_EMPTY, EXPORT_FAILED, EXPORT_TIMEOUT */
	exportAs(kind: ExportKind): Promise<Blob>;
	/** Aborted when another tab took the project over. */
	readonly lost: AbortSignal;
	dispose(): void;
}

export interface AppPorts {
	listProjects(): Promise<ProjectSummary[]>;
	/** Makes a project, starts its run and returns its id. */
	createProject(options: StartOptions): Promise<string>;
	/** @throws when there is no such project, or another tab has it (PROJECT_OPEN_ELSEWHERE) and `takeOver` is not set */
	openProject(id: string, options?: { takeOver?: boolean }): Promise<ProjectHandle>;
	removeProject(id: string): Promise<void>;
	/** Opens a run log, a zip, or the files of a folder as a project of its own and returns its id. */
	importProject(opened: File | readonly File[]): Promise<string>;
}
