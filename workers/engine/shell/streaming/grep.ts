import type { ExecResult } from 'just-bash/browser';
import { parseOptions, type OptionNames } from './options';
import type { StreamingContext, StreamingTool, StreamingToolOf } from './streaming-tool';
import { linesOf } from './text';

const NAMES: OptionNames = {
	flags: 'EFGPivnchoqswxlU',
	values: 'em',
	long: {
		'extended-regexp': 'E',
		'fixed-strings': 'F',
		'basic-regexp': 'G',
		'perl-regexp': 'P',
		'ignore-case': 'i',
		'invert-match': 'v',
		'line-number': 'n',
		count: 'c',
		'no-filename': 'h',
		'only-matching': 'o',
		quiet: 'q',
		silent: 'q',
		'no-messages': 's',
		'word-regexp': 'w',
		'line-regexp': 'x',
		'files-with-matches': 'l',
		'line-buffered': 'U',
		regexp: 'e',
		'max-count': 'm'
	}
};
/** Flags that say what matches and what of it is printed. */
const MATCHING = 'EFPivwxo';
/** There is none in a pipe. */
const COLOUR = /^--colou?r(?:=(?:auto|never))?$/;
const FAILED = 2;

/** What to print. */
type Answer = 'lines' | 'count' | 'name' | 'nothing';

interface Search {
	/** For the library: pattern and matching flags. */
	args: string[];
	answer: Answer;
	isNumbered: boolean;
	maxCount: number;
}

/** `grep` on standard input. The library decides what matches; numbers and counts go on over all lines. Context lines are the library's. */
export const grep: StreamingToolOf = (args) => searchOf(args, []);
export const egrep: StreamingToolOf = (args) => searchOf(args, ['-E']);
export const fgrep: StreamingToolOf = (args) => searchOf(args, ['-F']);

function searchOf(args: string[], always: string[]): StreamingTool | null {
	const options = parseOptions(
		args.filter((arg) => !COLOUR.test(arg)),
		NAMES
	);
	const maxCount = options?.values.get('m')?.at(-1);
	if (!options || (maxCount !== undefined && !/^\d+$/.test(maxCount))) return null;
	const { flags, values, operands } = options;
	const patterns = values.get('e') ?? operands.slice(0, 1);
	if (patterns.length === 0) return null;
	const matching = [...flags].filter((flag) => MATCHING.includes(flag)).map((flag) => `-${flag}`);
	const separator =
		flags.has('F') || always.includes('-F') ? '\n' : flags.has('E') || flags.has('P') || always.includes('-E') ? '|' : '\\|';
	return searching({
		args: [...always, ...matching, '-e', patterns.join(separator)],
		answer: flags.has('q') ? 'nothing' : flags.has('l') ? 'name' : flags.has('c') ? 'count' : 'lines',
		isNumbered: flags.has('n'),
		maxCount: maxCount === undefined ? Infinity : Number(maxCount)
	});
}

function searching(search: Search): StreamingTool {
	return async function* (input, context) {
		const { answer, maxCount } = search;
		let matched = 0;
		let lineCount = 0;
		let hasMatched = false;
		// An expression can be wrong without any input.
		const { exitCode, stderr } = await context.library(search.args, '');
		if (exitCode >= FAILED) return complain(context, stderr, exitCode);
		for await (const lines of maxCount > 0 ? linesOf(input) : []) {
			const result = await find(lines, maxCount - matched, search, context);
			if (result.exitCode >= FAILED) return complain(context, result.stderr, result.exitCode);
			hasMatched ||= result.exitCode === 0;
			if (answer === 'lines') yield search.isNumbered ? renumbered(result.stdout, lineCount) : result.stdout;
			if (hasMatched && answer === 'name') yield '(standard input)\n';
			if (hasMatched && (answer === 'name' || answer === 'nothing')) return 0;
			if (answer === 'count') matched += Number(result.stdout);
			else if (maxCount < Infinity) matched += await countIn(lines, maxCount - matched, search, context);
			if (matched >= maxCount) break;
			lineCount += lines.split('\n').length - 1;
		}
		if (answer === 'count') yield `${matched}\n`;
		return hasMatched ? 0 : 1;
	};
}

function find(
	lines: string,
	limit: number,
	{ args, answer, isNumbered }: Search,
	context: StreamingContext
): Promise<ExecResult> {
	const more = [...(answer === 'count' ? ['-c'] : isNumbered ? ['-n'] : []), ...(limit < Infinity ? ['-m', String(limit)] : [])];
	return context.library([...more, ...args], lines);
}

async function countIn(lines: string, limit: number, { args }: Search, context: StreamingContext): Promise<number> {
	return Number((await context.library(['-c', '-m', String(limit), ...args], lines)).stdout);
}

/** `N:...` with the lines before counted in. */
function renumbered(output: string, before: number): string {
	return before === 0 ? output : output.replace(/^\d+(?=:)/gm, (number) => String(Number(number) + before));
}

function complain({ stderr }: StreamingContext, message: string, exitCode: number): number {
	stderr.write(message);
	return exitCode;
}
