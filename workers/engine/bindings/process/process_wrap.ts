import type { KernelToProcess } from '../../protocol';
import type { BindingInstaller } from '../../process/runtime';
import { argumentsOf, environmentOf, stdioRequests, type NodeStdio } from '../streams/child-stdio';
import { callLater, HandleWrap } from '../streams/handle-wrap';
import { RingStream } from '../streams/ring-stream';

/** `kProcessFlagDetached`. */
const FLAG_DETACHED = 1;

/** Child processes: the kernel starts them (only it may create workers) and reports their exit. */
export const process_wrap: BindingInstaller = (binding, runtime) => {
	const children = new Map<number, Process>();

	class Process extends HandleWrap {
		pid = 0;
		onexit?: (code: number, signal: string) => void;
		#isRunning = false;

		override isActive(): boolean {
			return this.#isRunning;
		}

		spawn(
			file: string,
			args: string[] | undefined,
			cwd: string | undefined,
			envPairs: string[] | undefined,
			stdio: NodeStdio[] | undefined,
			flags = 0
		): number {
			const result = runtime.syscall<'spawn'>({
				op: 'spawn',
				file,
				args: argumentsOf(file, args),
				cwd: cwd || runtime.cwd(),
				env: environmentOf(envPairs),
				stdio: stdioRequests(runtime, stdio),
				isDetached: (flags & FLAG_DETACHED) !== 0
			});
			if (result.errno) {
				runtime.handles.delete(this);
				return result.errno;
			}
			this.pid = result.pid;
			this.#isRunning = true;
			children.set(result.pid, this);
			stdio?.forEach(({ handle }, index) => {
				const ends = result.parentEnds[index];
				if (ends && handle instanceof RingStream) handle.attach(ends.readRing ?? 0, ends.writeRing ?? 0);
			});
			return 0;
		}

		kill(signal: number): number {
			if (!this.#isRunning) return runtime.uv.UV_ESRCH ?? -3;
			return runtime.syscall<'kill'>({ op: 'kill', pid: this.pid, signal }).result;
		}

		finish(code: number, signal: string): void {
			this.#isRunning = false;
			runtime.handles.delete(this);
			this.onexit?.(code, signal);
		}
	}

	runtime.onKernel.set('childExit', ({ pid, code, signal }: Extract<KernelToProcess, { type: 'childExit' }>) => {
		const child = children.get(pid);
		children.delete(pid);
		if (child) callLater(child, () => child.finish(code, signal));
	});
	binding.Process = Process;
};
