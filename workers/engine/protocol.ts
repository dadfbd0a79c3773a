/**
 * Everything that the kernel and its processes say to each other: one place, as discriminated unions.
 *
 * Three channels exist. Messages on a port (start, child exit, signals, accept): rare and ordered.
 * Syscalls through the process's slot in the shared heap (`Atomics.wait` in the process): blocking, answered by the kernel.
 * Bytes through rings in the shared heap: pipes, ttys and sockets, process to process, without the kernel.
 */

/** `m`: an ES module, as JSON of `TransformedModule`. `s`: a script or CommonJS module, its text or `UNCHANGED`. */
export type TransformKind = (typeof TRANSFORM_KINDS)[number];
export const TRANSFORM_KINDS = ['m', 's'] as const;

/** Folder of messages between threads that nobody has taken yet, per process; the kernel empties it after the process. */
export const MAILBOX_FOLDER = '/proc/messages';

/** What one file descriptor of a new process is connected to. Ring numbers index the heap's ring table; 0 means none. */
export type FdSpec =
	| { fd: number; kind: 'ring'; readRing?: number; writeRing?: number; isIpc?: boolean }
	| { fd: number; kind: 'tty'; tty: number; readRing: number; writeRing: number }
	| { fd: number; kind: 'file'; inode: number; position: number; flags: number; sharedWithParentFd: number }
	| { fd: number; kind: 'null' };

/** How the parent asks for each descriptor of a child (`uv_stdio_container_t`, by name). */
export type StdioRequest =
	| { type: 'pipe'; isIpc: boolean }
	| { type: 'fd'; fd: number; inode?: number; position?: number; flags?: number }
	| { type: 'ring'; readRing?: number; writeRing?: number }
	| { type: 'ignore' };

/** Sent once to each new worker. `heap` is the one SharedArrayBuffer; `coldPackUrl` holds the modules of Node's lib that are rarely used, `extraPackUrls` parts of the engine. */
export interface WorkerInit {
	type: 'init';
	heap: SharedArrayBuffer;
	slot: number;
	pid: number;
	/** Name of the Web Lock that the worker holds for life. */
	lock: string;
	kind: 'process' | 'thread';
	/** Binding shapes as dumped from the pinned Node binary. */
	shapes: unknown;
	coldPackUrl: string;
	extraPackUrls: Record<string, string>;
	port: MessagePort;
}

/** Turns a booted spare into a running program. `argv[0]` is the path of node. */
export interface StartMessage {
	type: 'start';
	argv: string[];
	execArgv: string[];
	env: Record<string, string>;
	cwd: string;
	fds: FdSpec[];
	parentPid: number;
	/** Threads only: the pid of their process, their thread id; the message carries their parent's port. */
	processPid?: number;
	threadId?: number;
}

export type KernelToProcess =
	| StartMessage
	| { type: 'childExit'; pid: number; code: number; signal: string }
	| { type: 'threadExit'; threadId: number; code: number }
	| { type: 'signal'; signal: number }
	| { type: 'watchEvent'; watchId: number; event: 'rename' | 'change'; name: string }
	| { type: 'accept'; listenerId: number; readRing: number; writeRing: number; remotePort: number }
	| { type: 'connected'; connectId: number; errno?: number; readRing?: number; writeRing?: number; localPort?: number };

export type ProcessToKernel =
	| { type: 'ready' }
	| { type: 'exit'; code: number }
	| { type: 'log'; text: string }
	| { type: 'fsChange'; event: 'rename' | 'change'; inode: number; directory: number; name: string }
	| { type: 'connect'; connectId: number; port: number; path?: string }
	| {
			type: 'thread';
			threadId: number;
			env: Record<string, string>;
			execArgv: string[];
			argv: string[];
			cwd: string;
			parentPid: number;
			processPid: number;
	  }
	| { type: 'killThread'; threadId: number }
	/** The process has counted it in the heap's `WATCH` already. */
	| { type: 'watch'; watchId: number; inode: number; isRecursive: boolean }
	| { type: 'unwatch'; watchId: number }
	| { type: 'compiled'; module: WebAssembly.Module; byteLength: number };

/** Blocking calls. Each answers with its `SyscallResult` member, or `{errno}` (negative) on failure. */
export type Syscall =
	| {
			op: 'spawn';
			file: string;
			args: string[];
			cwd: string;
			env: Record<string, string>;
			stdio: StdioRequest[];
			isDetached?: boolean;
			/** The caller blocks for the exit: the kernel writes code and signal into its slot instead of posting `childExit`. */
			isSync?: boolean;
	  }
	| { op: 'kill'; pid: number; signal: number }
	/** With a path (a unix socket) the port is the kernel's own choice. */
	| { op: 'listen'; port: number; path?: string; listenerId: number }
	| { op: 'unlisten'; port: number; listenerId: number }
	| { op: 'setRawMode'; isRaw: boolean }
	/** Asks for a module of a package to be transformed, see transforms/. `key`: SHA-256 of the file's content, in hex. */
	| { op: 'transform'; kind: TransformKind; path: string; key: string };

export interface SyscallResult {
	/** True: it now lies at `transformFile(kind, key)`. */
	transform: { isMade: boolean };
	spawn: {
		pid: number;
		/** Per stdio index: the parent's ends. */ parentEnds: ({ readRing?: number; writeRing?: number } | null)[];
	};
	kill: { result: number };
	listen: { port: number };
	unlisten: Record<string, never>;
	setRawMode: Record<string, never>;
}
