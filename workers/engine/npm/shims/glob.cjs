// Workspace patterns only: no workspaces are read yet, so nothing matches.
module.exports = { glob: async () => [] };
