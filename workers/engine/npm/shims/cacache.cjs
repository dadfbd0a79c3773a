// A folder in state.files for as long as Arborist looks into a package.
const state = require('./state.cjs');

let count = 0;

module.exports = {
	tmp: {
		async withTmp(cache, options, use) {
			const folder = `/.tmp/${++count}`;
			try {
				return await use(folder);
			} finally {
				for (const path of [...state.files.keys()]) if (path.startsWith(`${folder}/`)) state.files.delete(path);
			}
		}
	}
};
