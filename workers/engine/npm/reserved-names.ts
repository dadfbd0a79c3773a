/** Names that a package's program cannot take: in npm scripts `.bin` comes before the system's folders, and these are the system. */
import { SHELL_TOOLS } from '../shell/tool-names';

const PROGRAMS = new Set(['node', 'nodejs', 'npm', 'npx', 'sh', 'bash', 'jsh', 'dash', 'zsh', 'git', 'code', 'xdg-open', 'kill']);

export function isReserved(bin: string): boolean {
	return PROGRAMS.has(bin) || SHELL_TOOLS.has(bin);
}
