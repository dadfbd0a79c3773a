/** Mounts a tree of any size: the browser's driver breaks on messages of many megabytes, so it goes over in pieces. */

/** Text per message, in characters. */
const PIECE = 4 << 20;

/**
 * @param {import('playwright').Page} page with a booted `globalThis.container`
 * @param {Record<string, any>} tree the client's format; binary contents as `{ base64 }`, as `treeOf` gives them
 */
export async function mountInPieces(page, tree) {
	let piece = {};
	let size = 0;
	const flush = async () => {
		if (size > 0) await page.evaluate(mountPiece, piece);
		piece = {};
		size = 0;
	};
	for (const [path, entry] of entriesOf(tree, [])) {
		const text = entry.file?.contents ?? entry.file?.base64 ?? '';
		if (text.length > PIECE) {
			await sendLarge(page, path, entry.file);
			continue;
		}
		if (size + text.length > PIECE) await flush();
		put(piece, path, entry);
		// Names count as well: a folder of empty files is no empty message.
		size += text.length + path.join('/').length;
	}
	await flush();
}

/** Files and empty folders with the names that lead to them. */
function* entriesOf(tree, names) {
	for (const [name, entry] of Object.entries(tree)) {
		const path = [...names, name];
		const isFolder = entry.directory && Object.keys(entry.directory).length > 0;
		if (isFolder) yield* entriesOf(entry.directory, path);
		else yield [path, entry];
	}
}

function put(tree, path, entry) {
	let folder = tree;
	for (const name of path.slice(0, -1)) folder = (folder[name] ??= { directory: {} }).directory;
	folder[path.at(-1)] = entry;
}

/** Runs in the page. */
async function mountPiece(packed) {
	const decode = (node) => {
		for (const entry of Object.values(node)) {
			if (entry.directory) decode(entry.directory);
			else if (entry.file?.base64 !== undefined)
				entry.file = { contents: Uint8Array.from(atob(entry.file.base64), (char) => char.charCodeAt(0)) };
		}
		return node;
	};
	await globalThis.container.mount(decode(packed));
}

/** One file in slices, put together in the page and written at once. */
async function sendLarge(page, path, file) {
	// base64 may only be cut where its groups of four end.
	const bytes = file.contents === undefined ? file.base64 : Buffer.from(file.contents).toString('base64');
	for (let start = 0; start < bytes.length; start += PIECE) {
		await page.evaluate(
			(slice) => void (globalThis.slices ??= []).push(Uint8Array.from(atob(slice), (char) => char.charCodeAt(0))),
			bytes.slice(start, start + PIECE)
		);
	}
	await page.evaluate(async (names) => {
		const whole = new Uint8Array(await new Blob(globalThis.slices).arrayBuffer());
		globalThis.slices = [];
		if (names.length > 1) await globalThis.container.fs.mkdir(names.slice(0, -1).join('/'), { recursive: true });
		await globalThis.container.fs.writeFile(names.join('/'), whole);
	}, path);
}
