/** A node of a graph that is labelled with the strongly connected component it lies in; 0 before. */
export interface ComponentNode {
	component: number;
	readonly dependencies: readonly ComponentNode[];
}

let lastComponent = 0;

/**
 * Labels all nodes reachable from `root` that have no label yet: two have the same one if and only if each reaches the other.
 * @source Tarjan, "Depth-first search and linear graph algorithms" (1972)
 */
export function labelComponents(root: ComponentNode): void {
	const order = new Map<ComponentNode, { index: number; low: number }>();
	const stack: ComponentNode[] = [];
	const visit = (node: ComponentNode): { index: number; low: number } => {
		const own = { index: order.size, low: order.size };
		order.set(node, own);
		stack.push(node);
		for (const next of node.dependencies) {
			// What has a label was finished: it cannot reach this node.
			if (next.component) continue;
			own.low = Math.min(own.low, order.get(next)?.index ?? visit(next).low);
		}
		if (own.low === own.index) {
			lastComponent++;
			for (let member = stack.pop(); member; member = stack.pop()) {
				member.component = lastComponent;
				if (member === node) break;
			}
		}
		return own;
	};
	if (!root.component) visit(root);
}
