import type { KernelToProcess } from '../../protocol';
import type { BindingInstaller } from '../../process/runtime';
import { wrapPort } from '../serdes/message-ports';
import { callLater, HandleWrap } from '../streams/handle-wrap';

/** Thread ids stay unique in a process: each thread numbers its own from here. */
const IDS_PER_THREAD = 100;
const RESOURCE_LIMITS = 4;

/** `worker_threads`: the kernel starts a thread in a worker of its own and joins it to its parent by a message port. */
export const worker: BindingInstaller = (binding, runtime) => {
	let started = 0;
	const threads = new Map<number, Worker>();

	class Worker extends HandleWrap {
		readonly threadId: number;
		readonly threadName: string;
		readonly messagePort: object;
		onexit?: (code: number, error: unknown, reason: unknown) => void;
		readonly #env: Record<string, string> | null;
		readonly #execArgv: string[];
		readonly #childPort: MessagePort;
		#isRunning = false;
		#hasEnded = false;

		constructor(
			_url: unknown,
			env: unknown,
			execArgv: unknown,
			_limits: unknown,
			_trackFds: unknown,
			_isInternal: unknown,
			name: unknown
		) {
			super();
			// `messaging` makes the wrappers of ports.
			runtime.internalBinding('messaging');
			this.threadId = ++started + runtime.threadId * IDS_PER_THREAD;
			this.threadName = typeof name === 'string' ? name : '';
			this.#env = typeof env === 'object' && env !== null ? { ...(env as Record<string, string>) } : null;
			this.#execArgv = Array.isArray(execArgv) ? (execArgv as string[]) : runtime.execArgv;
			const { port1, port2 } = new runtime.host.MessageChannel();
			this.#childPort = port2;
			this.messagePort = wrapPort(port1);
		}

		override isActive(): boolean {
			return this.#isRunning;
		}

		startThread(): number {
			threads.set(this.threadId, this);
			this.#isRunning = true;
			runtime.post(
				{
					type: 'thread',
					threadId: this.threadId,
					env: this.#env ?? { ...runtime.env },
					execArgv: this.#execArgv,
					argv: runtime.process.argv.slice(0, 1),
					cwd: runtime.cwd(),
					parentPid: runtime.parentPid,
					processPid: runtime.pid
				},
				[this.#childPort]
			);
			return 0;
		}

		stopThread(): void {
			runtime.post({ type: 'killThread', threadId: this.threadId });
		}

		finish(code: number): void {
			if (this.#hasEnded) return;
			this.#hasEnded = true;
			this.#isRunning = false;
			runtime.handles.delete(this);
			callLater(this, () => this.onexit?.(code, null, null));
		}

		getResourceLimits(): Float64Array {
			return new Float64Array(RESOURCE_LIMITS);
		}

		loopIdleTime(): number {
			return 0;
		}

		loopStartTime(): number {
			return 0;
		}
	}

	for (const name of Object.getOwnPropertyNames((binding.Worker as { prototype: object }).prototype)) {
		if (!(name in Worker.prototype))
			(Worker.prototype as unknown as Record<string, unknown>)[name] = (binding.Worker.prototype as Record<string, unknown>)[
				name
			];
	}
	runtime.onKernel.set('threadExit', ({ threadId, code }: Extract<KernelToProcess, { type: 'threadExit' }>) => {
		const thread = threads.get(threadId);
		threads.delete(threadId);
		thread?.finish(code);
	});

	binding.Worker = Worker;
	binding.isMainThread = !runtime.isThread;
	binding.ownsProcessState = !runtime.isThread;
	binding.isInternalThread = false;
	binding.threadId = runtime.threadId;
	binding.threadName = '';
	binding.resourceLimits = new Float64Array(RESOURCE_LIMITS);
	let envPort: object | undefined;
	binding.getEnvMessagePort = () => {
		if (!envPort && runtime.hooks.threadPort) {
			runtime.internalBinding('messaging');
			envPort = wrapPort(runtime.hooks.threadPort);
		}
		return envPort;
	};
};
