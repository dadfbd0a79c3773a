import type { LayoutReply, LayoutRequest } from '../../../workers/graph-layout';
import type { GraphLayout, GraphNode } from './graph-layout';

/** How long a worker without work is kept, in milliseconds: a plan changes in bursts. */
const IDLE_MS = 5000;
/** How many layouts are remembered; tabs and splitters go back and forth between a few. */
const REMEMBERED = 12;

/** Layouts of one task graph, made by a worker that lives only while there is work. */
export class GraphLayouts {
	#worker: Worker | undefined;
	#waiting = new Map<number, { resolve(layout: GraphLayout): void; reject(error: Error): void }>();
	#known = new Map<string, Promise<GraphLayout>>();
	#lastId = 0;
	#idle: ReturnType<typeof setTimeout> | undefined;

	/** `nodes` as JSON, so that an equal graph is known again; `pane` in pixels. @throws when the graph cannot be laid out */
	of(nodes: string, pane: { width: number; height: number }): Promise<GraphLayout> {
		const key = `${pane.width}x${pane.height} ${nodes}`;
		let layout = this.#known.get(key);
		if (layout) return layout;
		layout = this.#ask({ id: ++this.#lastId, nodes: JSON.parse(nodes) as GraphNode[], pane });
		this.#known.set(key, layout);
		layout.catch(() => this.#known.delete(key));
		const [oldest] = this.#known.keys();
		if (this.#known.size > REMEMBERED && oldest) this.#known.delete(oldest);
		return layout;
	}
	dispose(): void {
		this.#end(new Error('The graph was closed.'));
	}

	#ask(request: LayoutRequest): Promise<GraphLayout> {
		clearTimeout(this.#idle);
		return new Promise((resolve, reject) => {
			this.#waiting.set(request.id, { resolve, reject });
			this.#open().postMessage(request);
		});
	}
	#open(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL('../../../workers/graph-layout.ts', import.meta.url), {
			type: 'module',
			name: 'graph layout'
		});
		worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => this.#take(data);
		worker.onerror = (event) => this.#end(new Error(event.message || 'The layout worker could not be loaded.'));
		return (this.#worker = worker);
	}
	#take(reply: LayoutReply): void {
		const asker = this.#waiting.get(reply.id);
		this.#waiting.delete(reply.id);
		if ('layout' in reply) asker?.resolve(reply.layout);
		else asker?.reject(new Error(reply.error));
		if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.dispose(), IDLE_MS);
	}
	#end(error: Error): void {
		clearTimeout(this.#idle);
		this.#worker?.terminate();
		this.#worker = undefined;
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}
