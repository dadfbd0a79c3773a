const promises = require('./fs-promises.cjs');
module.exports = {
	promises,
	constants: {},
	existsSync: () => false,
	readFileSync(path) {
		throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
	}
};
