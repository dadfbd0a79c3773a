import type { Graph, GraphNode, Layering } from 'd3-dag';

/**
 * Layers of at most `most` nodes, numbered from 0: in each, of those whose parents are all above, the ones with the longest way to go.
 * @source Coffman and Graham 1972, with list scheduling by critical path in place of their labels
 */
export function narrowLayers(most: number): Layering<unknown, unknown> {
	return <Node, Link>(graph: Graph<Node, Link>): number => {
		const nodes = [...graph.topological()];
		const ways = longestWays(nodes);
		const waiting = new Set(nodes);
		const done = new Set<GraphNode<Node, Link>>();
		let layers = 0;
		for (; waiting.size > 0; layers++) {
			const layer = [...waiting]
				.filter((node) => [...node.parents()].every((parent) => done.has(parent)))
				.sort((a, b) => (ways.get(b) ?? 0) - (ways.get(a) ?? 0))
				.slice(0, most);
			for (const node of layer) {
				node.y = layers;
				done.add(node);
				waiting.delete(node);
			}
		}
		return layers - 1;
	};
}

/** Nodes on the longest path from each to an end, itself included. @param nodes parents first */
function longestWays<Node, Link>(nodes: readonly GraphNode<Node, Link>[]): Map<GraphNode<Node, Link>, number> {
	const ways = new Map<GraphNode<Node, Link>, number>();
	for (const node of [...nodes].reverse())
		ways.set(node, 1 + Math.max(0, ...[...node.children()].map((child) => ways.get(child) ?? 0)));
	return ways;
}
