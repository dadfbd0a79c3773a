import { graphLayoutContract, type GraphLayout, type GraphNode, type PaneSize } from '../../bus/contracts/graph-layout';
import { connectWorker } from '../../bus/rpc';

/** How long a worker without work is kept, in milliseconds: a plan changes in bursts. */
const IDLE_MS = 5000;
/** How many layouts are remembered; tabs and splitters go back and forth between a few. */
const REMEMBERED = 12;

type LayoutWorker = ReturnType<typeof connectWorker<typeof graphLayoutContract>>;

/** Layouts of one task graph, made by a worker that lives only while there is work. */
export class GraphLayouts {
	#worker: LayoutWorker | undefined;
	#underWay = 0;
	#known = new Map<string, Promise<GraphLayout>>();
	#idle: ReturnType<typeof setTimeout> | undefined;

	/** `nodes` as JSON, so that an equal graph is known again. @throws when the graph cannot be laid out */
	of(nodes: string, pane: PaneSize): Promise<GraphLayout> {
		const key = `${pane.width}x${pane.height} ${nodes}`;
		const known = this.#known.get(key);
		if (known) return known;
		const layout = this.#lay(JSON.parse(nodes) as GraphNode[], pane);
		this.#known.set(key, layout);
		layout.catch(() => this.#known.delete(key));
		const [oldest] = this.#known.keys();
		if (this.#known.size > REMEMBERED && oldest) this.#known.delete(oldest);
		return layout;
	}
	dispose(): void {
		clearTimeout(this.#idle);
		this.#worker?.dispose();
		this.#worker = undefined;
	}

	async #lay(nodes: GraphNode[], pane: PaneSize): Promise<GraphLayout> {
		clearTimeout(this.#idle);
		this.#underWay++;
		try {
			return await this.#open().client.lay(nodes, pane);
		} finally {
			this.#underWay--;
			if (this.#underWay === 0) this.#idle = setTimeout(() => this.dispose(), IDLE_MS);
		}
	}
	#open(): LayoutWorker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL('../../../../workers/graph-layout.ts', import.meta.url), {
			type: 'module',
			name: 'graph layout'
		});
		return (this.#worker = connectWorker(worker, graphLayoutContract, {
			name: 'The layout worker',
			onDeath: () => this.dispose()
		}));
	}
}
