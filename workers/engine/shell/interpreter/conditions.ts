import type { TestExpression, Word } from 'unbash';
import type { Descriptors } from './descriptors';
import { compareText, testBinary, testUnary } from './file-tests';
import { ShellFault } from './leave';
import { matches } from './patterns';
import type { Shell } from './shell';

/** The expression of `[[ ... ]]`. */
export async function isConditionTrue(shell: Shell, node: TestExpression, io: Descriptors): Promise<boolean> {
	switch (node.type) {
		case 'TestGroup':
			return isConditionTrue(shell, node.expression, io);
		case 'TestNot':
			return (await isConditionTrue(shell, node.operand, io)) === (node.negations.length % 2 === 0);
		case 'TestLogical':
			for (const operand of node.operands)
				if ((await isConditionTrue(shell, operand, io)) !== (node.operator === '&&')) return node.operator !== '&&';
			return node.operator === '&&';
		case 'TestUnary':
			return testUnary(shell, node.operator, await shell.expandText(node.operand, io));
		case 'TestBinary':
			return isComparisonTrue(shell, node, io);
	}
}

async function isComparisonTrue(
	shell: Shell,
	{ operator, left, right }: Extract<TestExpression, { type: 'TestBinary' }>,
	io: Descriptors
): Promise<boolean> {
	const text = await shell.expandText(left, io);
	switch (operator) {
		case '=':
		case '==':
		case '!=':
			return (
				matches(text, await shell.expandPattern(right, io), { isCaseIgnored: shell.options.has('nocasematch') }) ===
				(operator !== '!=')
			);
		case '=~':
			return matchesExpression(shell, text, await regularExpression(shell, right, io));
		case '<':
		case '>':
			return compareText(text, operator, await shell.expandText(right, io));
		case '-eq':
		case '-ne':
		case '-lt':
		case '-le':
		case '-gt':
		case '-ge': {
			const [a, b] = [await shell.evaluateText(text, io), await shell.evaluateText(await shell.expandText(right, io), io)];
			return testBinary(shell, String(a), { operator, right: String(b) });
		}
		default:
			return testBinary(shell, text, { operator, right: await shell.expandText(right, io) });
	}
}

/** Quoted text stands for itself in it. */
async function regularExpression(shell: Shell, word: Word, io: Descriptors): Promise<string> {
	return word.parts ? shell.expandPattern(word, io) : word.text;
}

function matchesExpression(shell: Shell, text: string, source: string): boolean {
	let expression: RegExp;
	try {
		expression = new RegExp(
			source.replace(/\[\[:(\w+):\]\]/g, (_, name: string) => CLASSES[name] ?? ''),
			shell.options.has('nocasematch') ? 'si' : 's'
		);
	} catch {
		throw new ShellFault(`[[: invalid regular expression \`${source}'`, 2);
	}
	const found = expression.exec(text);
	shell.variables.set('BASH_REMATCH', new Map((found ?? []).map((group, index) => [String(index), group ?? ''])));
	return found !== null;
}

const CLASSES: Readonly<Record<string, string>> = {
	alpha: '[a-zA-Z]',
	digit: '[0-9]',
	alnum: '[a-zA-Z0-9]',
	space: '\\s',
	upper: '[A-Z]',
	lower: '[a-z]',
	blank: '[ \\t]',
	xdigit: '[0-9a-fA-F]'
};
