/** The size of a task's box in the graph, in the drawing's units. Apart, so that drawing needs no layout library. */
export const NODE_WIDTH = 164;
export const NODE_HEIGHT = 48;
