module.exports = { isNodeGypPackage: async () => false, defaultGypInstallScript: 'node-gyp rebuild' };
