import { coordCenter, coordSimplex, decrossTwoLayer, graphConnect, layeringSimplex, sugiyama } from 'd3-dag';
import type { GraphLayout, GraphNode } from '../../bus/contracts/graph-layout';
import { narrowLayers } from './graph-layers';
import { MIN_SCALE, NODE_HEIGHT, NODE_WIDTH, PAD } from './graph-size';

/** Lays out a task graph. Runs in a worker: see graph-layouts.ts. */

const GAP_LAYER = 48;
const GAP_ROW = 20;
const ROOT = '\0';

type Point = [number, number];

type Way = 'right' | 'down';
/** How many nodes may stand side by side where the calm drawing is too wide, the widest first. */
const NARROW = [5, 4, 3];

/**
 * Node and edge places for a `pane` (pixels): the calmest drawing that is readable there as a whole, else the one that shows largest.
 * Edges to ids that are not there are left out; a cycle is broken by leaving out the edge that closes it.
 */
export function layoutGraph(input: readonly GraphNode[], pane = { width: 1600, height: 900 }): GraphLayout {
	if (input.length === 0) return { nodes: [], edges: [], width: 0, height: 0 };
	const links = linksOf(input);
	const scaleOf = (layout: GraphLayout) =>
		Math.min(1, pane.width / (layout.width + 2 * PAD), pane.height / (layout.height + 2 * PAD));
	let best = place(input, links, 'right');
	const tries = [() => place(input, links, 'down'), ...NARROW.map((most) => () => place(input, links, 'down', most))];
	for (const next of tries) {
		if (scaleOf(best) >= MIN_SCALE) break;
		const layout = next();
		if (scaleOf(layout) > scaleOf(best)) best = layout;
	}
	return best;
}

/** @param most nodes side by side */
function place(input: readonly GraphNode[], links: [string, string][], way: Way, most = Infinity): GraphLayout {
	const isRight = way === 'right';
	const after = new Set(links.map(([, to]) => to));
	// All that comes first hangs on one hidden root: it then starts together, and lone nodes are placed too.
	const roots = input.filter((node) => !after.has(node.id)).map((node): [string, string] => [ROOT, node.id]);
	const graph = graphConnect()([...roots, ...links]);
	const isNarrow = most < Infinity;
	// Layers run along y in d3-dag; a drawing to the right swaps the axes.
	sugiyama()
		.layering(isNarrow ? narrowLayers(most) : layeringSimplex())
		.decross(decrossTwoLayer())
		.coord(isNarrow ? coordCenter() : coordSimplex())
		.nodeSize(isRight ? [NODE_HEIGHT, NODE_WIDTH] : [NODE_WIDTH, NODE_HEIGHT])
		.gap(isRight ? [GAP_ROW, GAP_LAYER] : [GAP_ROW, GAP_LAYER * 0.8])(graph);
	const turn = ([x, y]: readonly [number, number]): Point => (isRight ? [y, x] : [x, y]);
	const nodes = [...graph.nodes()]
		.filter((node) => node.data !== ROOT)
		.map((node) => ({ id: node.data, centre: turn([node.x, node.y]) }));
	const left = Math.min(...nodes.map((node) => node.centre[0])) - NODE_WIDTH / 2;
	const top = Math.min(...nodes.map((node) => node.centre[1])) - NODE_HEIGHT / 2;
	const placed = nodes.map(({ id, centre: [x, y] }) => ({ id, x: x - NODE_WIDTH / 2 - left, y: y - NODE_HEIGHT / 2 - top }));
	const edges = [...graph.links()]
		.filter((link) => link.source.data !== ROOT)
		.map((link) => {
			const points = link.points.map(turn).map(([x, y]): Point => [x - left, y - top]);
			return { from: link.source.data, to: link.target.data, path: curve(outside(points, way), way) };
		});
	return {
		nodes: placed,
		edges,
		width: Math.max(...placed.map((node) => node.x)) + NODE_WIDTH,
		height: Math.max(...placed.map((node) => node.y)) + NODE_HEIGHT
	};
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

/** Edges run from centre to centre; their ends move to the sides of the boxes. */
function outside(points: Point[], way: Way): Point[] {
	const [dx, dy] = way === 'right' ? [NODE_WIDTH / 2, 0] : [0, NODE_HEIGHT / 2];
	const signOf = (index: number) => (index === 0 ? 1 : index === points.length - 1 ? -1 : 0);
	return points.map(([x, y], index) => [x + dx * signOf(index), y + dy * signOf(index)]);
}

function curve(points: Point[], way: Way): string {
	const [first, ...rest] = points;
	if (!first) return '';
	let [x, y] = first;
	let path = `M${x} ${y}`;
	for (const [nextX, nextY] of rest) {
		const [midX, midY] = [(x + nextX) / 2, (y + nextY) / 2];
		path +=
			way === 'right' ? ` C${midX} ${y} ${midX} ${nextY} ${nextX} ${nextY}` : ` C${x} ${midY} ${nextX} ${midY} ${nextX} ${nextY}`;
		[x, y] = [nextX, nextY];
	}
	return path;
}
