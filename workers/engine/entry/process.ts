/**
 * A process worker. First message: `WorkerInit`. It boots a whole realm as a spare, tells the kernel that it is ready, and becomes a
 * program when `start` comes.
 */
import { BINDING_INSTALLERS } from '../bindings/index';
import { streamBases } from '../bindings/stream-bases';
import { installFunctionConstructor } from '../modules/function-constructor';
import type { KernelToProcess, WorkerInit } from '../protocol';
import { installContextGlobal } from '../process/async-context';
import { shareCompiledModules } from '../process/compiled-modules';
import { IdleWatch } from '../process/idle';
import { trackNativePromises } from '../process/pending-natives';
import { ProcessRuntime } from '../process/process-runtime';
import { bootRealm } from '../process/realm';
import { EXIT } from '../process/runtime';
import { scrubGlobals } from '../process/scrub';
import { startProgram } from '../process/start';

/** Kinds of `PromiseRejectCallback` (v8::PromiseRejectEvent). */
const REJECTED_WITHOUT_HANDLER = 0;
const HANDLER_ADDED_LATER = 1;

const { locks } = navigator;
const listen = addEventListener.bind(globalThis);

listen('message', function onInit(event: MessageEvent) {
	const init = event.data as WorkerInit;
	if (init?.type !== 'init') return;
	removeEventListener('message', onInit);
	try {
		boot(init);
	} catch (error) {
		init.port.postMessage({ type: 'log', text: `Cannot boot a process: ${(error as Error)?.stack ?? String(error)}` });
	}
});

function boot(init: WorkerInit): void {
	const runtime = new ProcessRuntime(init);
	const idle = new IdleWatch(runtime);
	listenForRejections(runtime);
	bootRealm(runtime, { installers: BINDING_INSTALLERS, bases: streamBases(runtime) });
	shareCompiledModules(runtime);
	trackNativePromises(runtime);
	scrubGlobals(runtime.shapes);
	installContextGlobal(runtime);
	installFunctionConstructor(runtime);

	runtime.port.onmessage = ({ data, ports }: MessageEvent) => {
		const message = data as KernelToProcess;
		if (runtime.isDead) return;
		if (message.type !== 'start') {
			runtime.onKernel.get(message.type)?.(message, ports);
			return;
		}
		try {
			startProgram(runtime, message, ports);
			idle.check();
		} catch (error) {
			if (error !== EXIT) runtime.fatal(error);
		}
	};
	// The kernel sees this worker's real death by the release of the lock.
	void locks.request(init.lock, () => {
		runtime.post({ type: 'ready' });
		return new Promise(() => {});
	});
}

function listenForRejections(runtime: ProcessRuntime): void {
	listen('unhandledrejection', (event) => {
		const { promiseRejectCallback } = runtime.hooks;
		if (!promiseRejectCallback) return;
		event.preventDefault();
		if (event.reason === EXIT) return;
		runtime.loop.makeCallback(() => promiseRejectCallback(REJECTED_WITHOUT_HANDLER, event.promise, event.reason));
		runtime.loop.hop();
	});
	listen('rejectionhandled', (event) => {
		runtime.hooks.promiseRejectCallback?.(HANDLER_ADDED_LATER, event.promise, undefined);
	});
}
