import { CONTEXT_GLOBAL } from '../process/context-global';
import type { AnyNode } from './ast';
import type { SourceEdits } from './source-edits';

/**
 * The helper that edited sources call: `frame`, `restore`, `enter`. A global (see process/async-context.ts), so that functions that
 * are printed and compiled again elsewhere in Node keep working.
 */
/**
 * Makes a native `await` keep the async context: the frame is taken before each wait and put back after it, in catch and finally
 * blocks, and in each turn of a `for await`. Only inserts text, never a line break.
 */
export class AwaitEdits {
	count = 0;
	readonly #edits: SourceEdits;
	/** Variable of the `try` block around, in this function: it tells its handlers which frame was current. */
	#guard: string | null = null;
	readonly #loops = new Map<AnyNode, string>();

	constructor(edits: SourceEdits) {
		this.#edits = edits;
	}

	/** Runs `visit` for what lies in another function: its awaits are not this function's. */
	inFunction(visit: () => void): void {
		const outer = this.#guard;
		this.#guard = null;
		visit();
		this.#guard = outer;
	}

	await(node: AnyNode, visitArgument: () => void): void {
		this.count++;
		// Arguments are evaluated in order: the frame is taken before the wait and put back after it.
		const keep = this.#guard ? `${this.#guard}=` : '';
		this.#edits.insert(node.start, `${CONTEXT_GLOBAL}.restore(${keep}${CONTEXT_GLOBAL}.frame(),`);
		visitArgument();
		this.#edits.insert(node.end, ')');
	}

	/** `visit` visits one block. */
	try(node: AnyNode, visit: (part: AnyNode) => void): void {
		const name = containsAwait(node.block) ? this.#newName() : null;
		const outer = this.#guard;
		if (name) {
			this.#guard = name;
			this.#edits.insert(node.block.start + 1, `var ${name}=${CONTEXT_GLOBAL}.frame();`);
		}
		visit(node.block);
		this.#guard = outer;
		for (const handler of [node.handler, node.finalizer] as (AnyNode | null)[]) {
			if (!handler) continue;
			if (name) this.#edits.insert((handler.body?.start ?? handler.start) + 1, `${CONTEXT_GLOBAL}.enter(${name});`);
			visit(handler);
		}
	}

	/** `visit` visits head and body. */
	forAwait(node: AnyNode, visit: () => void): void {
		const name = this.#newName();
		this.#edits.insert(node.right.start, `(${name}=${CONTEXT_GLOBAL}.frame(),`);
		const body = node.body as AnyNode;
		const isBlock = body.type === 'BlockStatement';
		this.#edits.insert(body.start + (isBlock ? 1 : 0), `${isBlock ? '' : '{'}var ${name};${CONTEXT_GLOBAL}.enter(${name});`);
		// The end of the head comes after what is inserted within it.
		const end = body.end;
		visit();
		this.#edits.insert(node.right.end, ')');
		if (!isBlock) this.#edits.insert(end, '}');
		this.#loops.set(node, name);
	}

	/** To be called after each statement of a list was visited: the last wait of a loop is its end. */
	afterStatement(statement: AnyNode): void {
		let loop = statement;
		while (loop.type === 'LabeledStatement') loop = loop.body as AnyNode;
		const name = this.#loops.get(loop);
		if (name) this.#edits.insert(statement.end, `;${CONTEXT_GLOBAL}.enter(${name});`);
	}

	#newName(): string {
		return `__frame${++this.count}`;
	}
}

/** True when a block waits in its own function. */
export function containsAwait(node: unknown): boolean {
	if (!node || typeof node !== 'object') return false;
	if (Array.isArray(node)) return node.some(containsAwait);
	const current = node as AnyNode;
	if (current.type === 'AwaitExpression' || (current.type === 'ForOfStatement' && current.await)) return true;
	if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|PropertyDefinition|StaticBlock)$/.test(current.type))
		return false;
	for (const key in current) if (containsAwait(current[key])) return true;
	return false;
}
