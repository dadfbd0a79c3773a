module.exports = { getPaths: () => [] };
