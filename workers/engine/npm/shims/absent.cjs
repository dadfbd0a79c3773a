// Stands for what resolution never calls; a call names itself.
const absent = (name) => () => {
	throw Object.assign(new Error(`'${String(name)}' is not part of the resolver.`), {
		code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM'
	});
};
module.exports = new Proxy(function () {}, {
	get: (target, name) => (name === '__esModule' ? undefined : name === 'prototype' ? target.prototype : absent(name))
});
