module.exports = {
	URL,
	URLSearchParams,
	fileURLToPath: (url) => new URL(url).pathname,
	pathToFileURL: (path) => new URL(`file://${path}`),
	parse: (url) => new URL(url)
};
