module.exports = { readdirScoped: async () => [] };
