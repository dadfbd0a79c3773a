import { parse } from 'acorn';
import type { AnyNode } from './ast';
import { AwaitEdits } from './await-edits';
import { SourceEdits } from './source-edits';

/** A file longer than this is left alone unless it names async contexts itself: parsing it would take longer than compiling it. */
const MAX_PARSED_LENGTH = 1 << 20;

/** Stands at the start of programs whose awaits the build has edited: every process would do it again, or take the hash of them. */
export const EDITED_MARK = '/* awaits edited */';
/** The mark may follow the line that names the interpreter. */
const MARK_WITHIN = 80;

/** True when a script may lose its async context over a wait. */
export function needsAwaitRewrite(source: string): boolean {
	if (source.slice(0, MARK_WITHIN).includes(EDITED_MARK)) return false;
	if (!/\bawait\b/.test(source)) return false;
	return source.length <= MAX_PARSED_LENGTH || /\bAsyncLocalStorage\b/.test(source);
}

/** Edits the awaits of a script or CommonJS module, see `AwaitEdits`. The same text when there are none, or when it does not parse. */
export function rewriteAwaits(source: string): string {
	let program: AnyNode;
	try {
		program = parse(source, {
			ecmaVersion: 'latest',
			sourceType: 'script',
			allowReturnOutsideFunction: true
		}) as unknown as AnyNode;
	} catch {
		return source;
	}
	const edits = new SourceEdits(source);
	const awaits = new AwaitEdits(edits);
	visit(program, awaits);
	return awaits.count ? edits.apply() : source;
}

function visit(node: AnyNode, awaits: AwaitEdits): void {
	switch (node.type) {
		case 'AwaitExpression':
			return awaits.await(node, () => visit(node.argument, awaits));
		case 'TryStatement':
			return awaits.try(node, (part) => visit(part, awaits));
		case 'ForOfStatement':
			if (node.await) return awaits.forAwait(node, () => visitChildren(node, awaits));
			return visitChildren(node, awaits);
		case 'FunctionDeclaration':
		case 'FunctionExpression':
		case 'ArrowFunctionExpression':
		case 'PropertyDefinition':
		case 'StaticBlock':
			return awaits.inFunction(() => visitChildren(node, awaits));
		default:
			return visitChildren(node, awaits);
	}
}

function visitChildren(node: AnyNode, awaits: AwaitEdits): void {
	for (const key in node) {
		const value: unknown = node[key];
		if (!value || typeof value !== 'object') continue;
		if (Array.isArray(value)) {
			for (const item of value as (AnyNode | null)[]) {
				if (typeof item?.type !== 'string') continue;
				visit(item, awaits);
				awaits.afterStatement(item);
			}
		} else if (typeof (value as AnyNode).type === 'string') visit(value as AnyNode, awaits);
	}
}
