// Of `@npmcli/package-json` what `@npmcli/config` asks: the content of a package.json.
const { readPackage } = require('../cli-project');
module.exports = { normalize: async (folder) => ({ content: readPackage(folder) ?? {} }) };
