// Of `@npmcli/map-workspaces` what `@npmcli/config` asks, without its glob: the folders of a root's workspaces.
const { workspaceFolders } = require('../cli-project');
module.exports = async ({ cwd }) => new Map(workspaceFolders(cwd).map((folder) => [folder, folder]));
