/** Turns flat paths into the visible rows of a tree: folders before files, names in order. */

export interface TreeRow {
	/** Project-relative, without a trailing slash. */
	path: string;
	name: string;
	/** 0 at the root. */
	depth: number;
	isFolder: boolean;
	isOpen: boolean;
}

interface Folder {
	folders: Map<string, Folder>;
	files: string[];
}

/** The rows to show when the folders in `closed` are shut. */
export function treeRows(paths: readonly string[], closed: ReadonlySet<string>): TreeRow[] {
	const root: Folder = { folders: new Map(), files: [] };
	for (const path of paths) {
		const parts = path.split('/').filter(Boolean);
		const file = parts.pop();
		if (file) folderAt(root, parts).files.push(file);
	}
	return rowsOf(root, '', closed);
}

function folderAt(root: Folder, parts: string[]): Folder {
	let at = root;
	for (const part of parts) {
		let next = at.folders.get(part);
		if (!next) at.folders.set(part, (next = { folders: new Map(), files: [] }));
		at = next;
	}
	return at;
}

function rowsOf(folder: Folder, prefix: string, closed: ReadonlySet<string>): TreeRow[] {
	const depth = prefix.split('/').length - 1;
	const folders = [...folder.folders].toSorted(([a], [b]) => a.localeCompare(b));
	return [
		...folders.flatMap(([name, child]) => {
			const path = prefix + name;
			const isOpen = !closed.has(path);
			const row = { path, name, depth, isFolder: true, isOpen };
			return isOpen ? [row, ...rowsOf(child, `${path}/`, closed)] : [row];
		}),
		...folder.files
			.toSorted((a, b) => a.localeCompare(b))
			.map((name) => ({ path: prefix + name, name, depth, isFolder: false, isOpen: false }))
	];
}
