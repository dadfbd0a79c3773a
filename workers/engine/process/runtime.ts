import type { BrotliDecoderPack } from '../brotli/decoder';
import type { BrotliEncoderPack } from '../brotli/encoder';
import type { KeysPack } from '../keys/pack';
import type { FdSpec, ProcessToKernel, Syscall, SyscallResult } from '../protocol';
import type { FileSystem } from '../fs/file-system';
import type { Ring } from '../fs/ring';
import type { RingEnd } from '../fs/ring-header';
import type { ProcessSlot } from '../fs/slot';

/**
 * What a process worker offers to its bindings: the one object that every file under bindings/ receives.
 * The realm (process/realm.ts) builds it before Node's own bootstrap runs; members that appear later in the boot say so.
 */
export interface Runtime {
	/** References to host globals, saved before the scrub removes them from `globalThis`. */
	readonly host: HostGlobals;
	readonly fs: FileSystem;
	/** What it shares with the kernel in the heap, besides files. */
	readonly memory: ProcessSlot;
	readonly isThread: boolean;
	pid: number;
	parentPid: number;
	threadId: number;
	/** Port to the kernel. */
	readonly port: MessagePort;
	readonly loop: EventLoop;
	/** Live libuv-like handles; a ref'd active one keeps the process alive. */
	readonly handles: Set<HandleLike>;
	/** Open descriptors of this process. 0..2 exist after `start`. */
	readonly fds: Map<number, OpenDescriptor>;
	readonly env: Record<string, string>;
	argv: string[];
	execArgv: string[];
	/** Parsed CLI options, by their long name (`--conditions`): what `internalBinding('options')` answers. */
	readonly cliOptions: Record<string, unknown>;
	/** The dumped shapes of the pinned binary's bindings, and extras (versions, uv error map, global keys). */
	readonly shapes: Shapes;

	/** Node's own loader, symbols and classes. Set while the realm boots. */
	require: (id: string) => any; // eslint-disable-line @typescript-eslint/no-explicit-any -- Node's untyped internals
	internalBinding: (name: string) => Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
	primordials: Record<string, unknown>;
	process: NodeJS.Process;
	Buffer: typeof import('node:buffer').Buffer;
	symbols: Record<string, symbol>;
	/** uv error numbers by name: `uv.UV_EPIPE` is negative. */
	uv: Record<string, number>;

	post(message: ProcessToKernel, transfer?: Transferable[]): void;
	/** Blocks until the kernel answers. Failures come back as `{errno}`. */
	syscall<Op extends Syscall['op']>(call: Extract<Syscall, { op: Op }>): SyscallResult[Op] & { errno?: number };
	cwd(): string;
	/** An error as Node prints it: `ENOENT: no such file or directory, open '/x'`, with errno, code, syscall, path, dest. */
	uvException(code: string | number, syscall: string, path?: string, dest?: string): NodeJS.ErrnoException;
	openRing(index: number): Ring;
	/** Releases one end of a ring that this process owns, exactly once. */
	closeRingEnd(index: number, end: RingEnd): void;
	/** Writes all bytes to a descriptor, blocking. */
	writeDescriptor(fd: number, bytes: Uint8Array): void;
	/** Tells the kernel, then unwinds by throwing `EXIT`. Later binding calls block for ever. */
	exit(code: number): never;
	readonly isDead: boolean;
	fatal(error: unknown): void;
	/** Loads the cold pack on first use; returns the compiled wrapper of a module of Node's lib. */
	compileBuiltin(id: string): (...args: unknown[]) => unknown;
	/** Loads a part of the engine that few programs need, once. */
	loadExtra<Name extends keyof ExtraPacks>(name: Name): ExtraPacks[Name];
	/** Messages of the kernel after `start`, by type; bindings register here instead of touching the port. */
	onKernel: Map<string, (message: any, ports: readonly MessagePort[]) => void>; // eslint-disable-line @typescript-eslint/no-explicit-any
	/** What Node's bootstrap handed over: callbacks, shared fields, classes. */
	readonly hooks: RealmHooks;
	/** Kept by process_wrap, net and friends: work under way that is not a handle (pending connects, writes, wasm compiles). */
	pending: number;
}

/** Scripts beside the engine's, each leaving what it offers under `Symbol.for('tabsmith.extra')`. */
export interface ExtraPacks {
	keys: KeysPack;
	brotli: BrotliDecoderPack;
	'brotli-encoder': BrotliEncoderPack;
}

/** What Node's bootstrap hands to its bindings, for the loop and for other bindings. */
export interface RealmHooks {
	/** `[hasTickScheduled, hasRejectionToWarn]` of task_queue. */
	tickInfo: Uint8Array;
	tickCallback?: () => void;
	/** Runs due timers; answers 0 (none left), the time of the next one (negative: unref'd) or 1 (call again in the next macrotask). */
	processTimers?: (nowMs: number) => number;
	processImmediate?: () => void;
	promiseRejectCallback?: (type: number, promise: Promise<unknown>, reason: unknown) => void;
	importModuleDynamically?: (
		referrer: symbol,
		specifier: string,
		phase: number,
		attributes: object,
		referrerName: string
	) => Promise<unknown>;
	initializeImportMeta?: (referrer: symbol, meta: object, wrap: unknown) => void;
	/** `emitMessage.call(port, data, ports, type)` of internal/per_context/messageport. */
	emitMessage?: (this: unknown, data: unknown, ports: readonly unknown[], type: string) => void;
	/** Node's own class, of internal/per_context/domexception. */
	DOMException?: typeof DOMException;
	/** `[executionAsyncId, triggerAsyncId, lastAsyncId, defaultTriggerAsyncId]` of async_wrap. */
	asyncIdFields: Float64Array;
	/** The current AsyncContextFrame: read it when an operation starts, put it back around its callback. */
	contextFrame: unknown;
	/** The native port of a thread to its parent, as `start` brought it. */
	threadPort?: MessagePort;
}

/** Thrown to unwind the stack of an exiting process; never caught by anything but the loop. */
export const EXIT: unique symbol = Symbol('exit');

/** One macrotask per hop; ticks drain before the next macrotask; microtasks are the host's. */
export interface EventLoop {
	/** Queues a macrotask: it runs inside `makeCallback`. */
	macro(task: () => void): void;
	/** Runs a callback as Node's MakeCallback does: then ticks drain. */
	makeCallback(task: () => void): void;
	/** Asks for a turn of the loop. */
	hop(): void;
	readonly depth: number;
	/** False while the program's main script runs. */
	hasTurned: boolean;
	checkIdle(): void;
}

export interface HandleLike {
	hasRef(): boolean;
	/** True while the handle would keep libuv's loop alive when ref'd. */
	isActive?(): boolean;
}

/** An `FdSpec` once open here; a regular file carries its inode and position. */
export type OpenDescriptor =
	| (Exclude<FdSpec, { kind: 'file' }> & SharedDescriptor)
	| ({
			fd: number;
			kind: 'file';
			inode: number;
			position: number;
			flags: number;
			slotIndex: number;
			path?: string;
	  } & SharedDescriptor);

/** `isShared`: more than one number has it, or had. */
interface SharedDescriptor {
	isShared?: boolean;
}

/** Saved host references. */
export interface HostGlobals {
	readonly setTimeout: typeof setTimeout;
	readonly clearTimeout: typeof clearTimeout;
	readonly queueMicrotask: typeof queueMicrotask;
	readonly structuredClone: typeof structuredClone;
	readonly performance: Performance;
	readonly crypto: Crypto;
	readonly fetch: typeof fetch;
	readonly atob: typeof atob;
	readonly btoa: typeof btoa;
	readonly URL: typeof URL;
	readonly TextEncoder: typeof TextEncoder;
	readonly TextDecoder: typeof TextDecoder;
	readonly MessageChannel: typeof MessageChannel;
	readonly MessagePort: typeof MessagePort;
	readonly WebSocket: typeof WebSocket;
	readonly DecompressionStream: typeof DecompressionStream;
	readonly WebAssembly: typeof WebAssembly;
	readonly console: Console;
	readonly importScripts: (url: string) => void;
}

/** Binding shapes as `build/dump-shapes` writes them. */
export interface Shapes {
	readonly __extras: {
		versions: Record<string, string>;
		release: Record<string, unknown>;
		globalKeys: string[];
		uvErrMap: unknown;
		[key: string]: unknown;
	};
	readonly [binding: string]: unknown;
}

/**
 * Fills one binding. `binding` starts as the stub made from its shape: constants are right, every function throws
 * `ERR_FEATURE_UNAVAILABLE_ON_PLATFORM` naming itself. An installer replaces what it implements.
 */
export type BindingInstaller = (binding: Record<string, any>, runtime: Runtime) => void; // eslint-disable-line @typescript-eslint/no-explicit-any
