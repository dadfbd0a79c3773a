/** The size of a task's box in the graph, in the drawing's units. Apart, so that drawing needs no layout library. */
export const NODE_WIDTH = 164;
export const NODE_HEIGHT = 48;
/** Room around the drawing. */
export const PAD = 24;
/** Below this, text is too small to read: the pane scrolls instead. */
export const MIN_SCALE = 0.7;
