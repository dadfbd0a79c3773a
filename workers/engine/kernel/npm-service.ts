import { ProcessSlot } from '../fs/slot';
import { NPM_PORT, type NpmAnswer, type NpmQuestion, type NpmRequest, type NpmResponse } from '../npm/protocol';
import type { KernelHeap } from './kernel-heap';
import type { LoopbackConnection, LoopbackNetwork } from './loopback-network';
import { NPM_SLOT } from './worker-pool';

const NPM_PID = 2;

export interface NpmServiceOptions {
	heap: KernelHeap;
	network: LoopbackNetwork;
	/** Addresses of the npm worker, of its lazily loaded resolver, and of the registry (no slash at the end). */
	workerUrl: string;
	resolverUrl: string;
	registry: string;
	/** npm has done what it was asked in that folder. */
	onDone(folder: string): void;
}

/** Answers the npm program with the npm worker. */
export class NpmService {
	#worker: Worker | null = null;
	#lastId = 0;
	#isStopped = false;
	readonly #asked = new Map<number, { connection: LoopbackConnection; folder: string }>();
	readonly #encoder = new TextEncoder();

	constructor(private readonly options: NpmServiceOptions) {
		options.network.serve(NPM_PORT, (connection) => void this.#serve(connection));
	}

	/** Starts the worker ahead of the first install. */
	warm(): void {
		if (!this.#isStopped) this.#worker ??= this.#start();
	}

	stop(): void {
		this.#isStopped = true;
		this.#worker?.terminate();
		this.#worker = null;
	}

	async #serve(connection: LoopbackConnection): Promise<void> {
		const decoder = new TextDecoder();
		let text = '';
		let id = 0;
		await connection.read((bytes) => {
			text += decoder.decode(bytes, { stream: true });
			if (id || !text.includes('\n')) return;
			id = ++this.#lastId;
			const question = JSON.parse(text) as NpmQuestion;
			this.#asked.set(id, { connection, folder: question.cwd });
			this.#post({ type: 'ask', id, ...question });
		});
		// The program hangs up when it has its answer, or dies before.
		if (this.#asked.has(id)) this.#post({ type: 'cancel', id });
		if (!id) connection.end();
	}

	#post(request: NpmRequest): void {
		this.#worker ??= this.#start();
		this.#worker.postMessage(request);
	}

	#start(): Worker {
		const { heap, workerUrl, resolverUrl, registry } = this.options;
		const worker = new Worker(workerUrl);
		worker.onmessage = ({ data }: MessageEvent<NpmResponse>) => void this.#respond(data);
		worker.onerror = (event) => {
			worker.terminate();
			this.#worker = null;
			for (const id of [...this.#asked.keys()]) {
				void this.#respond({ type: 'output', id, stream: 'stderr', text: `npm error The installer failed: ${event.message}\n` });
				void this.#respond({ type: 'done', id, exitCode: 1, report: null });
			}
		};
		new ProcessSlot(heap.buffer, NPM_SLOT).reuse(NPM_PID);
		const init: NpmRequest = { type: 'init', heap: heap.buffer, pid: NPM_PID, slot: NPM_SLOT, registry, resolverUrl };
		worker.postMessage(init);
		return worker;
	}

	async #respond(response: NpmResponse): Promise<void> {
		if (response.type === 'ready') return;
		const asked = this.#asked.get(response.id);
		if (!asked) return;
		const { connection, folder } = asked;
		if (response.type === 'done') {
			this.#asked.delete(response.id);
			this.options.onDone(folder);
		}
		const line: NpmAnswer = response.type === 'done' ? { type: 'done', exitCode: response.exitCode } : response;
		await connection.write(this.#encoder.encode(`${JSON.stringify(line)}\n`));
		if (response.type === 'done') connection.end();
	}
}
