declare module 'virtual:drawings' {
	/** Bodies of SVG on 32 by 32, by name: scripts/drawings.mjs. */
	export const drawings: Readonly<Record<string, string>>;
}
