// Names in a folder of state.files, `@scope/name` for those in a scope.
const state = require('./state.cjs');

module.exports = {
	async readdirScoped(folder) {
		const names = new Set();
		for (const path of state.files.keys()) {
			if (!path.startsWith(`${folder}/`)) continue;
			const [first, second] = path.slice(folder.length + 1).split('/');
			if (second !== undefined) names.add(first.startsWith('@') ? `${first}/${second}` : first);
		}
		return [...names];
	}
};
