import { z } from './zod';

/** Which commands agents may run: at once, after the person has agreed, or never. */

export const commandRuleSchema = z.enum(['auto', 'ask', 'deny']);
export type CommandRule = z.infer<typeof commandRuleSchema>;

/** A command as words; there is no shell, so nothing is expanded, piped or redirected. */
export type CommandWords = readonly [program: string, ...args: string[]];

/** First words of commands that only look; checked in full length, so `npm test` is not `npm testing`. */
const AUTO: readonly string[][] = [
	['npm', 'test'],
	['npm', 'run', 'test'],
	['npm', 'run', 'typecheck'],
	['npm', 'run', 'build'],
	['npm', 'ls'],
	['npm', 'view'],
	['npx', 'vitest', 'run'],
	['npx', 'tsc', '--noEmit'],
	['node', '--check'],
	['node', '--version'],
	['ls'],
	['cat'],
	['head'],
	['tail'],
	['wc'],
	['grep'],
	['find']
];
/** What leaves the project, or throws work away. */
const DENY: readonly string[][] = [
	['rm'],
	['git'],
	['curl'],
	['wget'],
	['sh'],
	['bash'],
	['eval'],
	['npm', 'publish'],
	['npm', 'login'],
	['npm', 'config'],
	['npm', 'token'],
	['npm', 'exec'],
	['kill']
];
/** Arguments with which programs that look would write, run something else, or leave the project. */
const UNSAFE = /^(-exec(dir)?|-ok(dir)?|-delete|-fprint.*|-fls)$|^\/|(^|\/)\.\.(\/|$)/;

/** What a command may do; `other` is for what no list names. */
export function ruleOf(words: CommandWords, other: CommandRule = 'ask'): CommandRule {
	const begins = (start: readonly string[]) => start.every((word, index) => words[index] === word);
	if (DENY.some(begins)) return 'deny';
	if (AUTO.some(begins)) return words.slice(1).some((word) => UNSAFE.test(word)) ? other : 'auto';
	return other;
}

/** Words of a command line, quotes taken off; undefined when it needs a shell, or is empty. */
export function wordsOf(line: string): CommandWords | undefined {
	const words: string[] = [];
	let rest = line.trim();
	while (rest) {
		const [all, double, single, plain] = /^(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)\s*/.exec(rest) ?? [];
		if (all === undefined) return undefined;
		if (plain !== undefined && /[;&|<>`$(){}]/.test(plain)) return undefined;
		if (double !== undefined && /[`$]/.test(double)) return undefined;
		words.push(double ?? single ?? plain ?? '');
		rest = rest.slice(all.length);
	}
	const [program, ...args] = words;
	return program ? [program, ...args] : undefined;
}
