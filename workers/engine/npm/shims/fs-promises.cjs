// A file system over state.files, a map of path to text; folders are implied by the paths in it.
const state = require('./state.cjs');

const failure = (path, code) => Object.assign(new Error(`${code}: ${path}`), { code, path });

function isFolder(path) {
	const prefix = path === '/' ? path : `${path}/`;
	return [...state.files.keys()].some((key) => key.startsWith(prefix));
}

async function stat(path) {
	const isFile = state.files.has(path);
	if (!isFile && !isFolder(path)) throw failure(path, 'ENOENT');
	return { isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false, mtime: new Date(0) };
}

module.exports = {
	stat,
	lstat: stat,
	async readFile(path) {
		const text = state.files.get(String(path));
		if (text === undefined) throw failure(path, 'ENOENT');
		return text;
	},
	writeFile: async (path, text) => void state.files.set(path, text),
	readdir: async () => [],
	async readlink(path) {
		throw failure(path, 'EINVAL');
	},
	rm: async (path) => void state.files.delete(path),
	mkdir: async () => {},
	realpath: async (path) => path,
	access: async () => {}
};
