/** The heavy half of the shell, in a file of its own: the tools' interpreter on this process's file system. */
import { Bash, getCommandNames, type ExecResult } from 'just-bash/browser';
import { NodeFileSystem } from './node-file-system';
import { OWN_TOOLS } from './own-tools';

export interface ToolsRuntime {
	/** Runs one tool with literal arguments. */
	runTool(
		name: string,
		args: string[],
		context: { cwd: string; env: Record<string, string>; stdin: Buffer }
	): Promise<ExecResult>;
}

const fileSystem = new NodeFileSystem(new Set([...(getCommandNames() as string[]), ...OWN_TOOLS.keys()]));

const runtime: ToolsRuntime = {
	runTool(name, args, { cwd, env, stdin }) {
		// Text would be made bytes within: sort took 830 MB of memory for 16 MB so, and takes 320 MB.
		const input = { stdin: stdin.toString('latin1'), stdinKind: 'bytes' } as const;
		return new Bash({ fs: fileSystem, cwd, env }).exec(name, { args, ...input, cwd, env });
	}
};

module.exports = runtime;
