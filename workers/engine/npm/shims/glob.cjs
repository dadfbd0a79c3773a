// Workspace patterns only, matched with the folders whose package.json the resolver was given.
const { minimatch } = require('minimatch');
const state = require('./state.cjs');

module.exports = {
	async glob(patterns, { cwd, ignore = [] }) {
		const folders = [...state.files.keys()]
			.filter((path) => path.startsWith(`${cwd}/`) && path.endsWith('/package.json'))
			.map((path) => path.slice(cwd.length + 1, -'/package.json'.length));
		const matches = (folder, pattern) => minimatch(folder, pattern.replace(/\/+$/, ''));
		return folders.filter(
			(folder) => patterns.some((pattern) => matches(folder, pattern)) && !ignore.some((pattern) => matches(folder, pattern))
		);
	}
};
