const inspect = (value) => String(value);
inspect.custom = Symbol.for('nodejs.util.inspect.custom');
module.exports = {
	inspect,
	format: (...parts) => parts.join(' '),
	promisify:
		(call) =>
		(...args) =>
			new Promise((resolve, reject) => call(...args, (error, value) => (error ? reject(error) : resolve(value)))),
	debuglog: () => () => {},
	inherits() {}
};
