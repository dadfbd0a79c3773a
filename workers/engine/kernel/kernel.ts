import { EAGAIN, EINVAL, ENOENT, ENOSYS, ESRCH } from '../fs/errno';
import type { FileSystem } from '../fs/file-system';
import { SharedFileSystem } from '../fs/shared-file-system';
import type { FdSpec, ProcessToKernel, StdioRequest, Syscall } from '../protocol';
import type { EngineAssets } from './assets';
import { CompiledModules } from './compiled-modules';
import { endProcess } from './end-of-life';
import { KernelHeap } from './kernel-heap';
import { LoopbackNetwork } from './loopback-network';
import { MemoryLimit, type MeasureMemory } from './memory-limit';
import { NpmService } from './npm-service';
import { processOf, send, type ControllingTerminal, type ProcessRecord } from './process-record';
import { KERNEL_PID, writeProcFiles } from './proc-files';
import { NODE_PATH, resolveProgram } from './program-path';
import { RingTable } from './rings';
import { isHandled, isIgnoredByDefault, isSignal, isStopping, SIGNALS } from './signals';
import { serveSyscalls } from './syscalls';
import { Terminal } from './terminals';
import { TransformService } from './transform-service';
import { WatcherTable } from './watchers';
import { WorkerPool } from './worker-pool';

const STDERR = 2;

export interface KernelEvents {
	onPortOpen(port: number): void;
	onPortClose(port: number): void;
	measureMemory: MeasureMemory;
}

/** A program to start: its command line of node and everything it inherits. */
export interface ProgramStart {
	argv: string[];
	env: Record<string, string>;
	cwd: string;
	fds: FdSpec[];
	terminal: ControllingTerminal | null;
	/** Leads a session and a process group of its own; else it joins its parent's. */
	isDetached?: boolean;
	isSync?: boolean;
	onExit?: (code: number, signal: number) => void;
}

/** The process table and what belongs to it. One kernel is one booted engine. */
export class Kernel {
	readonly heap: KernelHeap;
	readonly fs: FileSystem;
	readonly rings: RingTable;
	readonly network: LoopbackNetwork;
	readonly watchers: WatcherTable;
	readonly compiled = new CompiledModules();
	readonly pool: WorkerPool;
	readonly npm: NpmService;
	readonly transforms: TransformService;
	readonly processes = new Map<number, ProcessRecord>();
	readonly #memoryLimit: MemoryLimit;
	readonly #terminals = new Map<number, Terminal>();
	#lastTerminal = 0;

	constructor(assets: EngineAssets, events: KernelEvents, maxHeapMB?: number) {
		const files = SharedFileSystem.format(maxHeapMB);
		this.fs = files;
		this.heap = new KernelHeap(files.heap);
		this.rings = new RingTable(this.heap);
		this.watchers = new WatcherTable(this.fs);
		this.fs.onchange = (event, inode, directory, name) => this.watchers.report({ event, inode, directory, name });
		this.network = new LoopbackNetwork(this.rings, {
			onOpen: (port) => events.onPortOpen(port),
			onClose: (port) => events.onPortClose(port)
		});
		this.pool = new WorkerPool(this.heap, assets, {
			onMessage: (record, message, ports) => this.#onMessage(record, message, ports),
			onCrash: (record, reason) => {
				console.error(`[kernel] worker of process ${record.pid} failed: ${reason}`);
				void this.end(record, 1, 0);
			}
		});
		this.npm = new NpmService({
			heap: this.heap,
			network: this.network,
			workerUrl: `${assets.base}npm.js`,
			resolverUrl: `${assets.base}npm-resolver.js`,
			onDone: (folder) => this.transforms.installed(folder),
			registry: `${assets.base}registry`
		});
		this.transforms = new TransformService(this.heap, this.fs, `${assets.base}transforms.js`);
		this.#memoryLimit = new MemoryLimit(this, events.measureMemory);
		void serveSyscalls(this.heap, this.pool.bySlot, (record, call) => this.#onSyscall(record, call));
	}

	/** Ends everything at once: the workers, then the heap with them. Who waits for a program hears that it was killed. */
	stop(): void {
		this.#memoryLimit.stop();
		this.pool.stop();
		this.npm.stop();
		this.transforms.stop();
		this.heap.stop();
		const running = [...this.processes.values()];
		this.processes.clear();
		for (const { onExit } of running) onExit?.(0, SIGNALS.SIGKILL);
	}

	createTerminal(columns: number, rows: number, echo: (bytes: Uint8Array) => void): Terminal {
		const id = ++this.#lastTerminal;
		const terminal = new Terminal(
			id,
			this.heap,
			this.rings,
			columns,
			rows,
			echo,
			(record, signal) => void this.kill(record.pid, signal)
		);
		this.#terminals.set(id, terminal);
		return terminal;
	}

	/** Turns a spare into a program. */
	start(parent: ProcessRecord | null, program: ProgramStart): ProcessRecord {
		const record = this.pool.take('process');
		this.processes.set(record.pid, record);
		record.parent = parent;
		if (parent && !program.isDetached) ({ groupId: record.groupId, sessionId: record.sessionId } = parent);
		record.state = 'running';
		record.argv = program.argv;
		record.nodeOptions = program.env.NODE_OPTIONS ?? '';
		record.fds = program.fds;
		record.terminal = program.terminal;
		record.isSync = program.isSync ?? false;
		record.onExit = program.onExit ?? null;
		for (const fd of program.fds) this.#giveDescriptor(record, fd);
		program.terminal?.attach(record);
		const parentPid = parent ? processOf(parent).pid : KERNEL_PID;
		writeProcFiles(this.fs, record, parentPid);
		send(record, {
			type: 'start',
			argv: program.argv,
			execArgv: [],
			env: program.env,
			cwd: program.cwd,
			fds: program.fds,
			parentPid
		});
		return record;
	}

	/**
	 * @param pid a process; negative: the process group of that number; 0: the caller's own group; -1: everything but the caller
	 * @returns 0 or a negative errno. Signal 0 only asks whether there is such a process. @source kill(2)
	 */
	kill(pid: number, signal: number, caller?: ProcessRecord): number {
		if (!isSignal(signal)) return EINVAL;
		const found = this.#addressees(pid, caller);
		if (found.length === 0) return ESRCH;
		return found.map((record) => this.#signal(record, signal)).find((errno) => errno === 0) ?? ENOSYS;
	}

	#addressees(pid: number, caller: ProcessRecord | undefined): ProcessRecord[] {
		const running = [...this.processes.values()].filter(({ kind, state }) => kind === 'process' && state === 'running');
		if (pid > 0) return running.filter((record) => record.pid === pid);
		if (pid === -1) return running.filter((record) => record !== caller);
		const groupId = pid === 0 ? caller?.groupId : -pid;
		return running.filter((record) => record.groupId === groupId);
	}

	#signal(record: ProcessRecord, signal: number): number {
		if (signal === 0) return 0;
		if (isHandled(record.memory.handledSignals, signal)) send(record, { type: 'signal', signal });
		else if (isStopping(signal)) return ENOSYS;
		else if (!isIgnoredByDefault(signal)) void this.end(record, 0, signal);
		return 0;
	}

	end(record: ProcessRecord, code: number, signal: number): Promise<void> {
		return endProcess(this, record, code, signal);
	}

	#giveDescriptor(record: ProcessRecord, fd: FdSpec): void {
		if (fd.kind === 'ring' || fd.kind === 'tty') {
			if (fd.readRing) this.rings.addEnd(record, fd.readRing, 'read');
			if (fd.writeRing) this.rings.addEnd(record, fd.writeRing, 'write');
		} else if (fd.kind === 'file') {
			this.fs.addReference(fd.inode, record.slot, fd.fd);
		}
	}

	#onSyscall(record: ProcessRecord, call: Syscall): object | Promise<object> {
		// Killed while it asked: it must not leave anything behind that nobody ends.
		if (record.state !== 'running') return { errno: ESRCH };
		switch (call.op) {
			case 'spawn':
				return this.#spawn(record, call);
			case 'kill':
				return { result: this.kill(call.pid, call.signal, processOf(record)) };
			case 'listen':
				return call.path === undefined
					? this.network.listen(record, call.port, call.listenerId)
					: this.network.listenAt(record, call.path, call.listenerId);
			case 'unlisten':
				this.network.unlisten(record, call.port, call.listenerId);
				return {};
			case 'setRawMode':
				record.terminal?.setRaw(call.isRaw);
				return {};
			case 'transform':
				return this.transforms.ask(call);
			default:
				return { errno: ENOSYS };
		}
	}

	#spawn(parent: ProcessRecord, call: Extract<Syscall, { op: 'spawn' }>): object {
		const cwd = call.cwd || '/';
		const directory = this.fs.walk(cwd);
		if (directory < 0 || !this.fs.isDir(directory)) return { errno: ENOENT };
		const program = resolveProgram(this.fs, call.file, call.args.length ? call.args : [call.file], cwd, call.env.PATH);
		if ('errno' in program) return program;
		if (!this.pool.hasRoom('process')) return { errno: EAGAIN };
		const fds: FdSpec[] = [];
		const parentEnds = call.stdio.map((request, fd) => this.#connectDescriptor(parent, fds, request, fd));
		const child = this.start(parent, {
			argv: program.argv,
			env: call.env,
			cwd,
			fds,
			terminal: call.isDetached ? null : parent.terminal,
			isDetached: call.isDetached ?? false,
			isSync: call.isSync ?? false
		});
		return { pid: child.pid, parentEnds };
	}

	/** Fills in the child's descriptor; answers the parent's ends of a pipe. */
	#connectDescriptor(
		parent: ProcessRecord,
		fds: FdSpec[],
		request: StdioRequest,
		fd: number
	): { readRing?: number; writeRing?: number } | null {
		switch (request.type) {
			case 'pipe': {
				const isTwoWay = request.isIpc || fd > 2;
				const child: FdSpec & { kind: 'ring' } = { fd, kind: 'ring', isIpc: request.isIpc };
				const ends: { readRing?: number; writeRing?: number } = {};
				if (fd === 0 || isTwoWay) {
					child.readRing = ends.writeRing = this.rings.allocate();
					this.rings.addEnd(parent, ends.writeRing, 'write');
				}
				if (fd !== 0 || isTwoWay) {
					child.writeRing = ends.readRing = this.rings.allocate();
					this.rings.addEnd(parent, ends.readRing, 'read');
				}
				fds.push(child);
				return ends;
			}
			case 'fd': {
				const inherited = (parent.kind === 'thread' && parent.parent ? parent.parent : parent).fds.find(
					(open) => open.fd === request.fd
				);
				if (request.inode)
					fds.push({
						fd,
						kind: 'file',
						inode: request.inode,
						position: request.position ?? 0,
						flags: request.flags ?? 0,
						sharedWithParentFd: request.fd
					});
				else if (inherited) fds.push(inherited.kind === 'ring' ? { ...inherited, fd, isIpc: false } : { ...inherited, fd });
				else fds.push({ fd, kind: 'null' });
				return null;
			}
			case 'ring':
				fds.push({
					fd,
					kind: 'ring',
					...(request.readRing ? { readRing: request.readRing } : {}),
					...(request.writeRing ? { writeRing: request.writeRing } : {})
				});
				return null;
			case 'ignore':
				fds.push({ fd, kind: 'null' });
				return null;
		}
	}

	#onMessage(record: ProcessRecord, message: ProcessToKernel, ports: readonly MessagePort[]): void {
		switch (message.type) {
			case 'ready':
				return record.markReady();
			case 'exit':
				return void this.end(record, message.code, 0);
			case 'log':
				return console.warn(`[process ${record.pid}] ${message.text}`);
			case 'fsChange':
				return this.watchers.report(message);
			case 'connect':
				return this.network.connect(record, message.connectId, message);
			case 'thread':
				return this.#startThread(record, message, ports);
			case 'compiled':
				return this.compiled.keep(message.module, message.byteLength);
			case 'watch': {
				const { watchId, inode, isRecursive } = message;
				this.watchers.addCounted({
					owner: record,
					id: watchId,
					inode,
					isRecursive,
					deliver: (event, name) => send(record, { type: 'watchEvent', watchId, event, name })
				});
				// Killed before this came: nobody else takes it away.
				if (record.state !== 'running') this.watchers.remove(record, watchId);
				return;
			}
			case 'unwatch':
				return this.watchers.remove(record, message.watchId);
			case 'killThread':
				for (const thread of record.threads) if (thread.threadId === message.threadId) void this.end(thread, 1, SIGNALS.SIGKILL);
		}
	}

	#startThread(
		parent: ProcessRecord,
		message: Extract<ProcessToKernel, { type: 'thread' }>,
		ports: readonly MessagePort[]
	): void {
		const { threadId, env, execArgv, argv, cwd, parentPid, processPid } = message;
		if (parent.state !== 'running') return;
		if (!this.pool.hasRoom('thread')) return send(parent, { type: 'threadExit', threadId, code: 1 });
		const record = this.pool.take('thread');
		this.processes.set(record.pid, record);
		record.parent = parent;
		({ groupId: record.groupId, sessionId: record.sessionId } = parent);
		record.state = 'running';
		record.threadId = threadId;
		record.argv = argv.length ? argv : [NODE_PATH];
		record.nodeOptions = processOf(parent).nodeOptions;
		// A thread shares its process's streams. Not files: their position lives in the process.
		record.fds = parent.fds.filter(({ fd, kind }) => fd <= STDERR && kind !== 'file');
		for (const fd of record.fds) this.#giveDescriptor(record, fd);
		parent.threads.add(record);
		send(record, { type: 'start', argv, execArgv, env, cwd, fds: [...record.fds], parentPid, processPid, threadId }, [...ports]);
	}
}
