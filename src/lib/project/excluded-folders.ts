/** Folders that are no part of a project: they can be made again, or are a tool's or the running app's own. */
const EXCLUDED = new Set([
	...['node_modules', 'dist', 'coverage', '.git', '.tabsmith', '.data'],
	// What frameworks and build tools make beside `dist`.
	...['.svelte-kit', '.next', '.nuxt', '.output', '.turbo', '.vite', '.parcel-cache']
]);

export function isExcludedFolder(name: string): boolean {
	return EXCLUDED.has(name);
}

/** The first folder above a file that is no part of the project; undefined when it belongs to it. @param path relative, with slashes */
export function excludedFolderOf(path: string): string | undefined {
	return path.split('/').slice(0, -1).find(isExcludedFolder);
}
