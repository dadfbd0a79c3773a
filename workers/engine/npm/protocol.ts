/** Messages between the kernel and its npm worker. */
import type { InstallReport } from './install-options';
import type { InstallSettings } from './install-settings';

/** Loopback port on which the npm program reaches the kernel: a line of JSON each way, the question and then answers. */
export const NPM_PORT = 65_534;

/** What the npm program asks: one of `settings` and `query`. */
export interface NpmQuestion {
	cwd: string;
	/** An install. */
	settings?: InstallSettings;
	/** The install is for npx: true asks nobody, false installs nothing, null tells what it installs. */
	consent?: boolean | null;
	/** A question to the registry. */
	query?: { command: 'view' | 'outdated'; words: string[]; isJson: boolean };
	/** Whether a terminal shows the output, with a line of progress. */
	isTerminal: boolean;
	/** Keys and values of .npmrc that say where packages come from, the more important ones last. */
	routes: [key: string, value: string][];
	/** What an install tells: nothing, only errors, its last line, warnings as well, or counts as JSON. */
	output: 'none' | 'errors' | 'summary' | 'all' | 'json';
}

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
	| ({ type: 'ask'; id: number } & NpmQuestion)
	/** The caller has gone. */
	| { type: 'cancel'; id: number };

export type NpmResponse =
	| { type: 'ready' }
	/** Text for the caller's stdout or stderr. */
	| { type: 'output'; id: number; stream: 'stdout' | 'stderr'; text: string }
	| { type: 'done'; id: number; exitCode: number; report: InstallReport | null };
