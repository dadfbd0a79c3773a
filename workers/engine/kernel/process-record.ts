import type { ProcessSlot } from '../fs/slot';
import type { SyscallChannel } from '../fs/syscall-channel';
import type { FdSpec, KernelToProcess } from '../protocol';

export type ProcessKind = 'process' | 'thread';

/** `spare`: booted and waiting for a program; `exiting`: being taken apart; `dead`: only its record is left. */
export type ProcessState = 'spare' | 'running' | 'exiting' | 'dead';

/** What a process needs of its terminal: see terminals.ts. */
export interface ControllingTerminal {
	/** Its number: `/dev/pts/N`. */
	readonly id: number;
	/** The process group that its keys interrupt. */
	readonly foregroundGroupId: number;
	attach(record: ProcessRecord): void;
	detach(record: ProcessRecord): void;
	setRaw(isRaw: boolean): void;
}

/** What the kernel knows of one worker, from its birth as a spare to its death. */
export interface ProcessRecord {
	readonly pid: number;
	readonly slot: number;
	/** What it shares with the kernel in the heap, besides files. */
	readonly memory: ProcessSlot;
	readonly syscalls: SyscallChannel;
	/** The worker's Web Lock, see end-of-life.ts. Unlike a pid its name is no other's: engines in several tabs share one set of locks. */
	readonly lock: string;
	readonly kind: ProcessKind;
	readonly worker: Worker;
	readonly port: MessagePort;
	/** Resolves when the worker's realm has booted. */
	readonly ready: Promise<void>;
	readonly markReady: () => void;
	state: ProcessState;
	/** The process that spawned it; null for what the client ran. Of a thread: its process or thread. */
	parent: ProcessRecord | null;
	/** Process group and session: numbers of the processes that lead them. A detached child leads its own. */
	groupId: number;
	sessionId: number;
	/** The controlling terminal: its Ctrl-C reaches this process. */
	terminal: ControllingTerminal | null;
	readonly threads: Set<ProcessRecord>;
	threadId: number;
	argv: readonly string[];
	/** The variable NODE_OPTIONS of its environment. */
	nodeOptions: string;
	fds: readonly FdSpec[];
	/** The parent blocks in spawnSync: exit goes into its slot. */
	isSync: boolean;
	/** Runs once all that belongs to the process is released. `signal` 0: it exited by itself. */
	onExit: ((code: number, signal: number) => void) | null;
}

/** The process that a thread runs in; a process itself. */
export function processOf(record: ProcessRecord): ProcessRecord {
	let owner = record;
	while (owner.kind === 'thread' && owner.parent) owner = owner.parent;
	return owner;
}

export function send(record: ProcessRecord, message: KernelToProcess, transfer: Transferable[] = []): void {
	record.port.postMessage(message, transfer);
}
