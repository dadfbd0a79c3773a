import { EXIT, type BindingInstaller, type Runtime } from '../../process/runtime';
import { Descriptors } from '../fs/fs-descriptors';
import { PathArguments } from '../fs/fs-paths';
import { WASI, WasiError, wasiErrno } from './wasi-abi';
import { WasiDescriptors } from './wasi-descriptors';
import { descriptorCalls, type WasiCalls, type WasiParts } from './wasi-files';
import { WasiMemory } from './wasi-memory';
import { pathCalls } from './wasi-paths';
import { clockNs, pollCalls, yieldCall } from './wasi-poll';

const LAST_CLOCK = 3;
const CLOCK_RESOLUTION_NS = 1000n;
/** What the host fills at most in one call. */
const MAX_RANDOM_BYTES = 65536;

const encoder = new TextEncoder();

/** `internalBinding('wasi')`: wasi_snapshot_preview1 on the process's own descriptors and the shared file system. */
export const wasi: BindingInstaller = (binding, runtime) => {
	binding.WASI = class WASI {
		/** The functions are the instance's own and enumerable: Node's lib binds and passes on what it finds by `for...in`. */
		constructor(args: string[], env: string[], preopens: string[], stdio: number[]) {
			const memory = new WasiMemory();
			const descriptors = new Descriptors(runtime, new PathArguments(runtime));
			const table = new WasiDescriptors(runtime, descriptors, { preopens, stdio });
			const parts: WasiParts = { runtime, memory, table, descriptors };
			const calls: WasiCalls = {
				...textCalls(memory, 'args', args),
				...textCalls(memory, 'environ', env),
				...processCalls(parts),
				...descriptorCalls(parts),
				...pathCalls(parts),
				...pollCalls(parts),
				...socketCalls(parts)
			};
			for (const [name, call] of Object.entries(calls)) Object.assign(this, { [name]: guarded(runtime, memory, call) });
			Object.assign(this, { _setMemory: (value: unknown) => setMemory(memory, value) });
		}
	};
};

function setMemory(memory: WasiMemory, value: unknown): void {
	if (value instanceof WebAssembly.Memory) return memory.set(value);
	throw Object.assign(new TypeError('"instance.exports.memory" property must be a WebAssembly.Memory object'), {
		code: 'ERR_INVALID_ARG_TYPE'
	});
}

/** Errors become WASI's numbers; the end of the process unwinds. */
function guarded(runtime: Runtime, memory: WasiMemory, call: (...args: never[]) => number | void): (...args: never[]) => number {
	return (...args) => {
		if (!memory.isSet) throw Object.assign(new Error('wasi.start() has not been called'), { code: 'ERR_WASI_NOT_STARTED' });
		try {
			return call(...args) ?? WASI.SUCCESS;
		} catch (error) {
			if (error === EXIT || runtime.isDead) throw error;
			if (error instanceof WasiError) return error.errno;
			const errno = (error as { errno?: unknown }).errno;
			if (typeof errno === 'number') return wasiErrno(errno);
			if (error instanceof RangeError) return WASI.INVAL; // A pointer outside the memory.
			throw error;
		}
	};
}

/** `args_*` or `environ_*`: zero-terminated strings, and pointers to them. */
function textCalls(memory: WasiMemory, name: 'args' | 'environ', list: readonly string[]): WasiCalls {
	const texts = list.map((text) => encoder.encode(`${text}\0`));
	return {
		[`${name}_sizes_get`]: (count: number, size: number) => {
			memory.setUint32(count, texts.length);
			memory.setUint32(
				size,
				texts.reduce((total, text) => total + text.length, 0)
			);
		},
		[`${name}_get`]: (pointers: number, target: number) => {
			let at = target >>> 0;
			texts.forEach((text, index) => {
				memory.setUint32(pointers + index * 4, at);
				memory.slice(at, text.length).set(text);
				at += text.length;
			});
		}
	};
}

function processCalls({ runtime, memory }: WasiParts): WasiCalls {
	const checkClock = (clock: number): void => {
		if (clock < 0 || clock > LAST_CLOCK) throw new WasiError(WASI.INVAL);
	};
	return {
		clock_res_get: (clock: number, result: number) => {
			checkClock(clock);
			memory.setUint64(result, CLOCK_RESOLUTION_NS);
		},
		clock_time_get: (clock: number, _precision: bigint, result: number) => {
			checkClock(clock);
			memory.setUint64(result, clockNs());
		},
		random_get: (target: number, length: number) => {
			const out = memory.slice(target, length);
			for (let offset = 0; offset < out.length; offset += MAX_RANDOM_BYTES) {
				// The host does not fill shared memory.
				const part = new Uint8Array(Math.min(MAX_RANDOM_BYTES, out.length - offset));
				out.set(runtime.host.crypto.getRandomValues(part), offset);
			}
		},
		sched_yield: yieldCall(),
		proc_exit: (code: number) => runtime.exit(code),
		proc_raise: (): number => WASI.NOSYS
	};
}

/** Preview 1 has no way to make a socket. */
function socketCalls({ table }: WasiParts): WasiCalls {
	const refuse = (fd: number): number => {
		table.get(fd);
		return WASI.NOTSOCK;
	};
	return { sock_accept: refuse, sock_recv: refuse, sock_send: refuse, sock_shutdown: refuse };
}
