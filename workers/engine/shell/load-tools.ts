import type { ToolsRuntime } from './tools-runtime';

let loaded: ToolsRuntime | undefined;

/** Loads the tools on first use: a shell that only starts a program never pays for them. */
export function loadTools(): ToolsRuntime {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- a CommonJS program that loads its other half lazily
	return (loaded ??= require('./sh-tools.cjs') as ToolsRuntime);
}
