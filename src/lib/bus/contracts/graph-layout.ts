import { z } from '../../domain/zod';
import { contract } from '../contract';

const graphNodeSchema = z.object({
	id: z.string(),
	/** Ids of the nodes it comes after. */
	needs: z.array(z.string())
});
const placedNodeSchema = z.object({
	id: z.string(),
	/** Top left corner, in the drawing's units. */
	x: z.number(),
	y: z.number()
});
const placedEdgeSchema = z.object({
	from: z.string(),
	to: z.string(),
	/** An SVG path. */
	path: z.string()
});
const graphLayoutSchema = z.object({
	nodes: z.array(placedNodeSchema),
	edges: z.array(placedEdgeSchema),
	width: z.number(),
	height: z.number()
});
const paneSizeSchema = z.object({
	/** In pixels. */
	width: z.number(),
	height: z.number()
});

export type GraphNode = z.infer<typeof graphNodeSchema>;
export type GraphLayout = z.infer<typeof graphLayoutSchema>;
export type PaneSize = z.infer<typeof paneSizeSchema>;

/** What workers/graph-layout.ts offers. */
export const graphLayoutContract = contract({
	lay: { input: [z.array(graphNodeSchema), paneSizeSchema], output: graphLayoutSchema }
});
