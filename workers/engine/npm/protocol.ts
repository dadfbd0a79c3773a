/** Messages between the kernel and its npm worker. */
import type { InstallReport } from './install-options';

/** Loopback port on which the npm program reaches the kernel: a line of JSON each way, the question and then answers. */
export const NPM_PORT = 65_534;

/** What the npm program asks: its place, its command line and its terminal. */
export type NpmQuestion = Pick<Extract<NpmRequest, { type: 'install' }>, 'cwd' | 'args' | 'isTerminal' | 'env'>;

/** What it prints, and how it ends. */
export type NpmAnswer =
	Pick<Extract<NpmResponse, { type: 'output' }>, 'type' | 'stream' | 'text'> | { type: 'done'; exitCode: number };

export type NpmRequest =
	| {
			type: 'init';
			/** The shared heap and the process slot that this worker writes under. */
			heap: SharedArrayBuffer;
			pid: number;
			slot: number;
			/** Address of a registry, without a trailing slash. */
			registry: string;
			/** The bundle of resolver.ts (ES module): loaded only when a lockfile does not answer. */
			resolverUrl: string;
	  }
	| {
			type: 'install';
			id: number;
			cwd: string;
			/** The command's word first: install, ci, uninstall, update, view or outdated. */
			args: string[];
			/** Whether a terminal shows the output, with a line of progress. */
			isTerminal: boolean;
			/** Of the caller: where its .npmrc is, and what the file's `${NAME}` stand for. */
			env: Record<string, string>;
	  }
	/** The caller has gone. */
	| { type: 'cancel'; id: number };

export type NpmResponse =
	| { type: 'ready' }
	/** Text for the caller's stdout or stderr. */
	| { type: 'output'; id: number; stream: 'stdout' | 'stderr'; text: string }
	| { type: 'done'; id: number; exitCode: number; report: InstallReport | null };
