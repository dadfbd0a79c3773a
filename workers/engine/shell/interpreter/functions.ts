import type { Function as FunctionNode } from 'unbash';
import type { Descriptors } from './descriptors';
import { Leave } from './leave';
import type { Shell } from './shell';

/** A defined function and the text that its positions index. */
export interface ShellFunction {
	node: FunctionNode;
	source: string;
}

/** Deeper calls end the script with a message, before the stack ends the process. */
const MAX_DEPTH = 1000;

export async function callFunction(
	shell: Shell,
	{ node, source }: ShellFunction,
	{ args, io }: { args: string[]; io: Descriptors }
): Promise<number> {
	if (shell.functionDepth >= MAX_DEPTH) throw new Leave('exit', await tooDeep(shell, node, io));
	const outer = { args: shell.args, source: shell.source, position: shell.position, loopDepth: shell.loopDepth };
	Object.assign(shell, { args, source, loopDepth: 0 });
	shell.functionDepth++;
	try {
		return await shell.variables.scoped(() => shell.runNode(node.body, io));
	} catch (error) {
		if (error instanceof Leave && error.kind === 'return') return error.count;
		throw error;
	} finally {
		shell.functionDepth--;
		Object.assign(shell, outer);
	}
}

async function tooDeep(shell: Shell, node: FunctionNode, io: Descriptors): Promise<number> {
	await new Promise<void>((resolve) => io.stderr.write(`${shell.prefix}${node.name.value}: maximum function nesting level exceeded (${MAX_DEPTH})\n`, () => resolve())); // prettier-ignore
	return 1;
}
