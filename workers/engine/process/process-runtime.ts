import { O_APPEND } from '../fs/errno';
import type { FileSystem } from '../fs/file-system';
import { TABLE_WORDS } from '../fs/layout/regions';
import { blockForever, Ring } from '../fs/ring';
import { dropRingEnd, type RingEnd } from '../fs/ring-header';
import { SharedFileSystem } from '../fs/shared-file-system';
import { ProcessSlot } from '../fs/slot';
import type { ProcessToKernel, Syscall, SyscallResult, WorkerInit } from '../protocol';
import { MacrotaskLoop } from './event-loop';
import { FatalReporter } from './fatal';
import { captureHostGlobals } from './host-globals';
import {
	EXIT,
	type ExtraPacks,
	type HandleLike,
	type HostGlobals,
	type OpenDescriptor,
	type RealmHooks,
	type Runtime,
	type Shapes
} from './runtime';
import { SyscallClient } from './syscalls';
import { fromShape, type Shape, type StubBases } from './stub-bindings';

/** Options whose default differs from the native binary's: they choose paths that exist here. */
const OPTION_OVERRIDES = {
	'--expose-internals': false,
	'--network-family-autoselection': true,
	'--async-context-frame': true,
	'--warnings': true
};

const NO_BASES: StubBases = { AsyncWrap: Object, HandleWrap: Object, LibuvStreamWrap: Object };
const LIB_KEY = Symbol.for('tabsmith.lib');
const EXTRA_KEY = Symbol.for('tabsmith.extra');

type BuiltinFunction = (...args: unknown[]) => unknown;
type Pack = Record<string, BuiltinFunction | 0>;

/** The one `Runtime` of a worker. */
export class ProcessRuntime implements Runtime {
	readonly host: HostGlobals = captureHostGlobals();
	readonly fs: FileSystem;
	readonly memory: ProcessSlot;
	readonly isThread: boolean;
	readonly port: MessagePort;
	readonly shapes: Shapes;
	readonly hooks: RealmHooks = { tickInfo: new Uint8Array(2), asyncIdFields: new Float64Array(4), contextFrame: undefined };
	readonly loop: MacrotaskLoop;
	readonly handles = new Set<HandleLike>();
	readonly fds = new Map<number, OpenDescriptor>();
	readonly onKernel: Runtime['onKernel'] = new Map();
	readonly cliOptions: Record<string, unknown>;
	readonly env: Record<string, string> = environment();
	/** Where this worker's script came from: frames of it are hidden from printed stacks. */
	readonly scriptUrl: string = location.href;
	pid: number;
	parentPid = 1;
	threadId = 0;
	argv: string[] = ['/usr/local/bin/node'];
	execArgv: string[] = [];
	pending = 0;
	isDead = false;
	isStarted = false;
	require!: Runtime['require'];
	internalBinding!: Runtime['internalBinding'];
	primordials: Record<string, unknown> = {};
	process!: NodeJS.Process;
	Buffer!: Runtime['Buffer'];
	symbols: Record<string, symbol> = {};
	uv: Record<string, number> = {};
	workingDirectory = '/';
	/** The code that an idle process exits with; see idle.ts. */
	readonly fatal: (error: unknown) => void;

	readonly #words: Int32Array;
	readonly #heap: SharedArrayBuffer;
	readonly #syscalls: SyscallClient;
	readonly #pack: Pack;
	#coldPackUrl: string | null;
	readonly #extraUrls: Record<string, string>;
	readonly #extras = new Map<string, unknown>();
	readonly #errors: Map<string, [number, string]>;

	constructor(init: WorkerInit) {
		this.#heap = init.heap;
		this.#words = new Int32Array(init.heap, 0, TABLE_WORDS);
		this.memory = new ProcessSlot(init.heap, init.slot);
		this.pid = init.pid;
		this.isThread = init.kind === 'thread';
		this.port = init.port;
		this.shapes = init.shapes as Shapes;
		this.fs = new SharedFileSystem(init.heap, init.pid, init.slot);
		this.fs.onchange = (event, inode, directory, name) => this.post({ type: 'fsChange', event, inode, directory, name });
		this.#syscalls = new SyscallClient(init.heap, init.slot);
		this.#coldPackUrl = init.coldPackUrl;
		this.#extraUrls = init.extraPackUrls;
		this.#pack = takePack();
		this.#errors = errorTable(this.shapes);
		this.cliOptions = Object.assign(fromShape(this.shapes.__extras.cli as Shape, 'cli', NO_BASES) as object, OPTION_OVERRIDES);
		this.loop = new MacrotaskLoop(this.hooks, this.host);
		this.loop.isDead = () => this.isDead;
		this.fatal = (error) => new FatalReporter(this).report(error);
		this.loop.onFatal = this.fatal;
	}

	/** Ids of all modules of Node's lib. */
	get builtinIds(): string[] {
		return Object.keys(this.#pack).filter((id) => !id.startsWith('@'));
	}

	post(message: ProcessToKernel, transfer: Transferable[] = []): void {
		this.port.postMessage(message, transfer);
	}

	syscall<Op extends Syscall['op']>(call: Extract<Syscall, { op: Op }>): SyscallResult[Op] & { errno?: number } {
		if (this.isDead) blockForever();
		return this.#syscalls.call(call);
	}

	cwd(): string {
		return this.workingDirectory;
	}

	uvException(code: string | number, syscall: string, path?: string, dest?: string): NodeJS.ErrnoException {
		const name = typeof code === 'number' ? this.#nameOf(code) : code;
		const [errno, text] = this.#errors.get(name) ?? [typeof code === 'number' ? code : -5, 'unknown error'];
		let message = `${name}: ${text}, ${syscall}`;
		if (path !== undefined) message += ` '${path}'`;
		if (dest !== undefined) message += ` -> '${dest}'`;
		const error = new Error(message) as NodeJS.ErrnoException & { dest?: string };
		error.errno = errno;
		error.code = name;
		error.syscall = syscall;
		if (path !== undefined) error.path = path;
		if (dest !== undefined) error.dest = dest;
		return error;
	}

	#nameOf(errno: number): string {
		for (const [name, [number]] of this.#errors) if (number === errno) return name;
		return 'EIO';
	}

	openRing(index: number): Ring {
		return new Ring(this.#heap, index, this.memory.fenceWord);
	}

	closeRingEnd(index: number, end: RingEnd): void {
		if (this.memory.takeRingEnd(index, end)) dropRingEnd(this.#words, index, end);
	}

	writeDescriptor(fd: number, bytes: Uint8Array): void {
		if (this.isDead) blockForever();
		const open = this.fds.get(fd);
		if (!open) throw this.uvException('EBADF', 'write');
		if (open.kind === 'null') return;
		if (open.kind === 'file') {
			const isAppend = (open.flags & O_APPEND) !== 0;
			const written = this.fs.pwrite(open.inode, bytes, open.position, isAppend);
			if (written < 0) throw this.uvException(written, 'write');
			open.position += written;
			return;
		}
		if (!open.writeRing) return;
		if (this.openRing(open.writeRing).putSync(bytes) < 0) throw this.uvException('EPIPE', 'write');
	}

	exit(code: number): never {
		this.exitQuietly(code);
		throw EXIT;
	}

	/** As `exit`, for callers that are at the bottom of the stack already. */
	exitQuietly(code: number): void {
		if (this.isDead) blockForever();
		this.isDead = true;
		this.post({ type: 'exit', code: code & 255 });
	}

	compileBuiltin(id: string): BuiltinFunction {
		const found = this.#pack[id] || this.#loadCold()[id] || this.#loadTypes()[id];
		if (!found) throw new Error(`No such built-in module: ${id}`);
		return found;
	}

	/** Runs a bootstrap or main script of Node's lib. */
	runBuiltin(id: string, args: unknown[]): unknown {
		return this.compileBuiltin(`@${id}`)(...args);
	}

	runMain(id: string): void {
		this.runBuiltin(id, [this.process, this.require, this.internalBinding, this.primordials]);
	}

	loadExtra<Name extends keyof ExtraPacks>(name: Name): ExtraPacks[Name] {
		if (!this.#extras.has(name)) {
			const url = this.#extraUrls[name];
			if (!url) throw new Error(`The engine's ${name}.js is missing. Build the engine again.`);
			this.host.importScripts(url);
			const place = globalThis as unknown as Record<symbol, unknown>;
			this.#extras.set(name, place[EXTRA_KEY]);
			Reflect.deleteProperty(place, EXTRA_KEY);
		}
		return this.#extras.get(name) as ExtraPacks[Name];
	}

	/** Node's type stripper has a pack of its own. */
	#loadTypes(): Pack {
		const url = this.#extraUrls['types'];
		if (!url) return {};
		this.host.importScripts(url);
		return takePack();
	}

	#loadCold(): Pack {
		if (this.#coldPackUrl) {
			const url = this.#coldPackUrl;
			this.#coldPackUrl = null;
			this.host.importScripts(url);
			for (const [id, builtin] of Object.entries(takePack())) if (builtin) this.#pack[id] = builtin;
		}
		return this.#pack;
	}
}

/** `process.env`: values become strings, as in Node. */
function environment(): Record<string, string> {
	return new Proxy(Object.create(null) as Record<string, string>, {
		set(target, key, value) {
			if (typeof key === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
			target[key] = String(value);
			return true;
		},
		defineProperty(target, key, descriptor) {
			return Reflect.defineProperty(
				target,
				key,
				'value' in descriptor ? { ...descriptor, value: String(descriptor.value) } : descriptor
			);
		}
	});
}

function takePack(): Pack {
	const place = globalThis as unknown as Record<symbol, Pack>;
	const pack = place[LIB_KEY];
	if (!pack) throw new Error("A pack of Node's lib is missing. Build the engine again.");
	Reflect.deleteProperty(place, LIB_KEY);
	return pack;
}

function errorTable(shapes: Shapes): Map<string, [number, string]> {
	const table = new Map<string, [number, string]>();
	for (const [number, [name, message]] of fromShape(shapes.__extras.uvErrMap as Shape, 'uv', NO_BASES) as Map<
		number,
		[string, string]
	>)
		table.set(name, [number, message]);
	return table;
}
