import type { ArithmeticFor, Case, CompoundCommand, CompoundList, For, If, Select, While } from 'unbash';
import { isConditionTrue } from './conditions';
import type { Descriptors } from './descriptors';
import { Leave } from './leave';
import { matches } from './patterns';
import { readLine } from './read-line';
import type { Shell } from './shell';

/** `if`, loops, `case`, groups, `[[ ]]` and `(( ))`. */
export async function runCompound(shell: Shell, node: CompoundCommand, io: Descriptors): Promise<number> {
	switch (node.type) {
		case 'If':
			return runIf(shell, node, io);
		case 'For':
			return runFor(shell, node, io);
		case 'ArithmeticFor':
			return runArithmeticFor(shell, node, io);
		case 'While':
			return runWhile(shell, node, io);
		case 'Select':
			return runSelect(shell, node, io);
		case 'Case':
			return runCase(shell, node, io);
		case 'BraceGroup':
			return shell.runNode(node.body, io);
		case 'Subshell': {
			const copy = shell.copy();
			return copy.subshell(() => copy.runNode(node.body, io.with()), io);
		}
		case 'TestCommand':
			return (await isConditionTrue(shell, node.expression, io)) ? 0 : 1;
		case 'ArithmeticCommand':
			return node.expression && (await shell.evaluate(node.expression, io)) !== 0n ? 0 : 1;
	}
}

async function runIf(shell: Shell, node: If, io: Descriptors): Promise<number> {
	for (const { clause, then } of [node, ...node.elif]) if (await shell.isTrue(clause, io)) return shell.runNode(then, io);
	return node.else ? shell.runNode(node.else, io) : 0;
}

async function runFor(shell: Shell, node: For, io: Descriptors): Promise<number> {
	const items = node.wordlist ? await shell.expandWords(node.wordlist, io) : shell.args;
	const rest = [...items];
	return loop(shell, node.body, {
		io,
		advance: async () => {
			const item = rest.shift();
			if (item === undefined) return false;
			shell.variables.set(node.name.value, item);
			return true;
		}
	});
}

async function runArithmeticFor(shell: Shell, node: ArithmeticFor, io: Descriptors): Promise<number> {
	const evaluated = (expression: ArithmeticFor['test']) => (expression ? shell.evaluate(expression, io) : Promise.resolve(1n));
	await evaluated(node.initialize);
	let isFirst = true;
	return loop(shell, node.body, {
		io,
		advance: async () => {
			if (!isFirst) await evaluated(node.update);
			isFirst = false;
			return (await evaluated(node.test)) !== 0n;
		}
	});
}

function runWhile(shell: Shell, node: While, io: Descriptors): Promise<number> {
	return loop(shell, node.body, { io, advance: async () => (await shell.isTrue(node.clause, io)) === (node.kind === 'while') });
}

async function runSelect(shell: Shell, node: Select, io: Descriptors): Promise<number> {
	const items = node.wordlist ? await shell.expandWords(node.wordlist, io) : shell.args;
	const menu = items.map((item, index) => `${index + 1}) ${item}\n`).join('');
	let isMenuDue = true;
	let hasEnded = false;
	const exitCode = await loop(shell, node.body, {
		io,
		advance: async () => {
			for (;;) {
				io.stderr.write(`${isMenuDue ? menu : ''}${shell.variables.text('PS3') ?? '#? '}`);
				const { text, isEnd } = await readLine(io, {});
				if (isEnd) {
					io.stdout.write('\n');
					hasEnded = true;
					return false;
				}
				isMenuDue = text.trim() === '';
				if (isMenuDue) continue;
				shell.variables.set('REPLY', text);
				shell.variables.set(node.name.value, items[Number(text.trim()) - 1] ?? '');
				return true;
			}
		}
	});
	return hasEnded ? 1 : exitCode;
}

/** Runs the body while `advance` says so; `break` and `continue` of the body are heard here. */
async function loop(
	shell: Shell,
	body: CompoundList,
	{ io, advance }: { io: Descriptors; advance: () => Promise<boolean> }
): Promise<number> {
	let exitCode = 0;
	shell.loopDepth++;
	try {
		for (;;) {
			try {
				if (!(await advance())) return exitCode;
				exitCode = await shell.runNode(body, io);
			} catch (error) {
				if (!(error instanceof Leave) || (error.kind !== 'break' && error.kind !== 'continue')) throw error;
				exitCode = shell.lastExitCode = 0;
				if (error.count > 1) throw new Leave(error.kind, error.count - 1);
				if (error.kind === 'break') return 0;
			}
			// A loop of builtins alone must let signals be heard.
			await breathe();
		}
	} finally {
		shell.loopDepth--;
	}
}

let turns = 0;
const TURNS_PER_BREATH = 256;

function breathe(): Promise<void> | undefined {
	if (++turns % TURNS_PER_BREATH !== 0) return undefined;
	return new Promise((resolve) => setImmediate(resolve));
}

async function runCase(shell: Shell, node: Case, io: Descriptors): Promise<number> {
	const text = await shell.expandText(node.word, io);
	let exitCode = 0;
	let fallsThrough = false;
	for (const { pattern, body, terminator } of node.items) {
		if (!fallsThrough && !(await isOneOf(shell, text, { patterns: pattern, io }))) continue;
		exitCode = await shell.runNode(body, io);
		if (terminator !== ';&' && terminator !== ';;&') return exitCode;
		fallsThrough = terminator === ';&';
	}
	return exitCode;
}

async function isOneOf(
	shell: Shell,
	text: string,
	{ patterns, io }: { patterns: Case['items'][number]['pattern']; io: Descriptors }
): Promise<boolean> {
	for (const pattern of patterns) if (matches(text, await shell.expandPattern(pattern, io))) return true;
	return false;
}
