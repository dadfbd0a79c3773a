import type { CommandArgument } from 'unbash';
import type { Descriptors } from '../interpreter/descriptors';
import type { Started } from '../interpreter/programs';
import type { Shell } from '../interpreter/shell';

/** What a builtin runs with beside its arguments. */
export interface BuiltinContext {
	io: Descriptors;
	/** The name that it was called by. */
	name: string;
	/** Of builtins that declare variables: the arguments as they stand in the script. */
	declared: readonly CommandArgument[];
	/** Runs a command, functions aside. */
	runNamed(words: string[]): Promise<number>;
	/** Starts a command as a process of its own. */
	start(words: string[]): Started;
	/** `exec`: the program takes the shell's place. */
	replaceWith(words: string[]): Promise<never>;
}

/** Resolves with the exit code. @throws ShellFault, Leave */
export type Builtin = (shell: Shell, args: string[], context: BuiltinContext) => Promise<number> | number;
