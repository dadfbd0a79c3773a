import { coordSimplex, decrossTwoLayer, graphConnect, layeringLongestPath, sugiyama } from 'd3-dag';

/** Lays out a task graph from left to right. Loaded by a dynamic import: only the graph needs it. */

export interface GraphNode {
	id: string;
	/** Ids of the nodes it comes after. */
	needs: string[];
}
export interface PlacedNode {
	id: string;
	/** Top left corner, in the drawing's units. */
	x: number;
	y: number;
}
export interface PlacedEdge {
	from: string;
	to: string;
	/** An SVG path. */
	path: string;
}
export interface GraphLayout {
	nodes: PlacedNode[];
	edges: PlacedEdge[];
	width: number;
	height: number;
}

export const NODE_WIDTH = 164;
export const NODE_HEIGHT = 48;
/** Height first: the drawing is turned, see below. */
const NODE_SIZE = [NODE_HEIGHT, NODE_WIDTH] as const;
const GAP_X = 48;
const GAP_Y = 20;
const ALONE = '\0';

/** Node and edge places. Edges to ids that are not there are left out; a cycle is broken by leaving out the edge that closes it. */
export function layoutGraph(input: readonly GraphNode[]): GraphLayout {
	if (input.length === 0) return { nodes: [], edges: [], width: 0, height: 0 };
	const links = linksOf(input);
	const linked = new Set(links.flat());
	// A node without edges hangs on a hidden root, or d3-dag would not know it.
	const alone = input.filter((node) => !linked.has(node.id)).map((node): [string, string] => [ALONE, node.id]);
	const graph = graphConnect()([...links, ...alone]);
	// Layers run along y in d3-dag; the drawing turns them to run along x.
	const layout = sugiyama()
		.layering(layeringLongestPath())
		.decross(decrossTwoLayer())
		.coord(coordSimplex())
		.nodeSize(NODE_SIZE)
		.gap([GAP_Y, GAP_X]);
	const { width, height } = layout(graph);
	const places = new Map(
		[...graph.nodes()].map((node) => [node.data, { x: node.y - NODE_WIDTH / 2, y: node.x - NODE_HEIGHT / 2 }])
	);
	places.delete(ALONE);
	const edges = [...graph.links()]
		.filter((link) => link.source.data !== ALONE)
		.map((link) => ({ from: link.source.data, to: link.target.data, path: curve(outside(link.points.map(([x, y]) => [y, x]))) }));
	return { nodes: [...places].map(([id, place]) => ({ id, ...place })), edges, width: height, height: width };
}

function linksOf(input: readonly GraphNode[]): [string, string][] {
	const known = new Map(input.map((node) => [node.id, node]));
	const links: [string, string][] = [];
	const after = new Map<string, Set<string>>();
	const reaches = (from: string, to: string): boolean =>
		from === to || [...(after.get(from) ?? [])].some((next) => reaches(next, to));
	for (const node of input) {
		for (const need of node.needs) {
			if (!known.has(need) || reaches(node.id, need)) continue;
			links.push([need, node.id]);
			after.set(need, (after.get(need) ?? new Set()).add(node.id));
		}
	}
	return links.filter(([from, to]) => !isImplied(from, to, after));
}
/** True when another path says the same: leaving the edge out keeps the drawing calm. */
function isImplied(from: string, to: string, after: ReadonlyMap<string, Set<string>>): boolean {
	const seen = new Set<string>();
	const queue = [...(after.get(from) ?? [])].filter((next) => next !== to);
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		if (next === to) return true;
		if (seen.has(next)) continue;
		seen.add(next);
		queue.push(...(after.get(next) ?? []));
	}
	return false;
}

/** Edges run from centre to centre; the ends move to the right and left sides of the boxes. */
function outside(points: [number, number][]): [number, number][] {
	return points.map(([x, y], index) => [
		index === 0 ? x + NODE_WIDTH / 2 : index === points.length - 1 ? x - NODE_WIDTH / 2 : x,
		y
	]);
}

function curve(points: [number, number][]): string {
	const [first, ...rest] = points;
	if (!first) return '';
	let [x, y] = first;
	let path = `M${x} ${y}`;
	for (const [nextX, nextY] of rest) {
		const middle = (x + nextX) / 2;
		path += ` C${middle} ${y} ${middle} ${nextY} ${nextX} ${nextY}`;
		[x, y] = [nextX, nextY];
	}
	return path;
}
