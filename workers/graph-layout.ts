import { layoutGraph, type GraphLayout, type GraphNode } from '../src/lib/workspace/graph-layout';

/** Lays out task graphs off the page's thread: the solver takes longer than a frame. */

export interface LayoutRequest {
	id: number;
	nodes: GraphNode[];
	/** In pixels. */
	pane: { width: number; height: number };
}
export type LayoutReply = { id: number; layout: GraphLayout } | { id: number; error: string };

globalThis.onmessage = ({ data: { id, nodes, pane } }: MessageEvent<LayoutRequest>) => {
	try {
		postMessage({ id, layout: layoutGraph(nodes, pane) } satisfies LayoutReply);
	} catch (error) {
		postMessage({ id, error: String(error) } satisfies LayoutReply);
	}
};
