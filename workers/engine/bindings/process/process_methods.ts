import type { BindingInstaller, Runtime } from '../../process/runtime';
import { noop } from '../misc/noop';
import { utf8Bytes } from '../streams/text-bytes';

const UMASK = 0o022;
/** A tab cannot measure its memory; these are what a small Node process has. */
const RSS_BYTES = 50_000_000;
const HEAP_TOTAL_BYTES = 30_000_000;
const HEAP_USED_BYTES = 20_000_000;
const EXTERNAL_BYTES = 1_000_000;
const AVAILABLE_BYTES = 2_000_000_000;
const TWO_POW_32 = 0x1_0000_0000;

/** What hangs on `process`: directory, clocks, usage, exit. */
export const process_methods: BindingInstaller = (binding, runtime) => {
	const clock = runtime.host.performance;
	binding.cwd = () => runtime.cwd();
	binding.chdir = (directory: string) => changeDirectory(runtime, directory);
	let umask = UMASK;
	binding.umask = (mask?: number) => {
		const previous = umask;
		if (mask !== undefined) umask = runtime.fs.umask = mask & 0o777;
		return previous;
	};
	installClocks(binding, () => clock.timeOrigin + clock.now());
	binding.uptime = () => clock.now() / 1000;
	binding.memoryUsage = (values: Float64Array) =>
		values.set([RSS_BYTES, HEAP_TOTAL_BYTES, HEAP_USED_BYTES, EXTERNAL_BYTES, EXTERNAL_BYTES]);
	binding.rss = () => RSS_BYTES;
	binding.constrainedMemory = () => 0;
	binding.availableMemory = () => AVAILABLE_BYTES;
	binding.cpuUsage = binding.threadCpuUsage = (values: Float64Array) => values.set([clock.now() * 1000, 0]);
	binding.resourceUsage = (values: Float64Array) => values.fill(0);
	binding.setEmitWarningSync = noop;
	// `inspector.close()`: nothing was opened.
	binding._debugEnd = noop;
	binding._getActiveRequests = () => [];
	binding._getActiveHandles = () => [...runtime.handles];
	binding.getActiveResourcesInfo = () =>
		[...runtime.handles].filter((handle) => handle.hasRef() && handle.isActive?.()).map((handle) => handle.constructor.name);
	binding._kill = (pid: number, signal: number) => {
		const { errno, result } = runtime.syscall({ op: 'kill', pid, signal });
		return errno ?? result;
	};
	binding._rawDebug = (text: string) => runtime.writeDescriptor(2, utf8Bytes(`${text}\n`));
	binding.reallyExit = (code: number) => runtime.exit(code || 0);
	binding.patchProcessObject = (process: Record<string, unknown>) => {
		Object.assign(process, {
			title: 'node',
			argv: runtime.argv.slice(),
			execArgv: runtime.execArgv.slice(),
			versions: Object.freeze({ ...runtime.shapes.__extras.versions }),
			pid: runtime.pid,
			ppid: runtime.parentPid,
			execPath: '/usr/local/bin/node',
			debugPort: 9229,
			env: runtime.env
		});
	};
};

function changeDirectory(runtime: Runtime, directory: string): void {
	const target = directory.startsWith('/') ? directory : `${runtime.cwd()}/${directory}`;
	const inode = runtime.fs.walk(target);
	if (inode < 0 || !runtime.fs.isDir(inode))
		throw runtime.uvException(inode < 0 ? inode : 'ENOTDIR', 'chdir', runtime.cwd(), directory);
	(runtime as unknown as { workingDirectory: string }).workingDirectory = runtime.fs.dirPath(inode) || '/';
}

function installClocks(binding: Parameters<BindingInstaller>[0], nowMs: () => number): void {
	const words = binding.hrtimeBuffer as Uint32Array;
	const nanoseconds = new BigInt64Array(words.buffer, 0, 1);
	binding.hrtime = () => {
		const now = nowMs();
		const seconds = Math.floor(now / 1000);
		words[0] = seconds / TWO_POW_32;
		words[1] = seconds >>> 0;
		words[2] = (now % 1000) * 1e6;
	};
	binding.hrtimeBigInt = () => {
		nanoseconds[0] = BigInt(Math.round(nowMs() * 1e6));
	};
}
