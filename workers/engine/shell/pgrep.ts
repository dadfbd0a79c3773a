import { parseArgs } from 'node:util';
import { hasSent, signalNumber } from './kill';
import type { OwnTool, ToolContext } from './own-tool';
import { namesOf, processTable, type ProcessEntry } from './process-table';
import { write } from './tool-output';

const NONE_MATCHED = 1;
const USAGE_ERROR = 2;

const FLAG = { type: 'boolean' } as const;
const LIST = { type: 'string', multiple: true } as const;
/** @source pgrep(1) */
const OPTIONS = {
	full: { ...FLAG, short: 'f' },
	exact: { ...FLAG, short: 'x' },
	inverse: { ...FLAG, short: 'v' },
	'ignore-case': { ...FLAG, short: 'i' },
	newest: { ...FLAG, short: 'n' },
	oldest: { ...FLAG, short: 'o' },
	count: { ...FLAG, short: 'c' },
	'list-name': { ...FLAG, short: 'l' },
	'list-full': { ...FLAG, short: 'a' },
	echo: { ...FLAG, short: 'e' },
	parent: { ...LIST, short: 'P' },
	pgroup: { ...LIST, short: 'g' },
	session: { ...LIST, short: 's' },
	euid: { ...LIST, short: 'u' },
	uid: { ...LIST, short: 'U' },
	delimiter: { type: 'string', short: 'd' },
	signal: { type: 'string' }
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

class UsageError extends Error {}

/** `pgrep [OPTIONS] [PATTERN]`: pids whose name the pattern matches, of the parents, groups or sessions that are given. 1 when there is none. */
export const pgrep: OwnTool = (args, context) =>
	runTool('pgrep', context, async () => {
		const { values, matched } = find(args);
		if (values.count) await write(context.stdout, `${matched.length}\n`);
		else if (matched.length > 0)
			await write(context.stdout, `${matched.map((entry) => shown(entry, values)).join(values.delimiter ?? '\n')}\n`);
		return matched.length;
	});

/** `pkill [-SIGNAL] [OPTIONS] [PATTERN]`: signals what pgrep would list. */
export const pkill: OwnTool = (args, context) =>
	runTool('pkill', context, async () => {
		const given = args.findIndex((arg) => /^-([A-Z]{2,}[A-Z0-9+-]*|\d+)$/.test(arg));
		const others = args.filter((_, index) => index !== given);
		const { values, matched } = find(others);
		const name = args[given]?.slice(1) ?? values.signal ?? 'TERM';
		const signal = signalNumber(name);
		if (signal === null) throw new UsageError(`unknown signal '${name}'`);
		const sent = matched.filter(({ pid }) => hasSent(pid, signal));
		if (values.count) await write(context.stdout, `${sent.length}\n`);
		return sent.length;
	});

async function runTool(tool: string, { stderr }: ToolContext, run: () => Promise<number>): Promise<number> {
	try {
		return (await run()) > 0 ? 0 : NONE_MATCHED;
	} catch (error) {
		const isUsage = error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
		if (!isUsage && !(error instanceof SyntaxError)) throw error;
		stderr.write(`${tool}: ${(error as Error).message}\nTry \`${tool} --help' for more information.\n`);
		return USAGE_ERROR;
	}
}

/** Never the caller itself. */
function find(args: string[]): { values: Values; matched: ProcessEntry[] } {
	const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	const [pattern, ...more] = positionals;
	if (more.length > 0) throw new UsageError('only one pattern can be provided');
	const { parent, pgroup, session, euid, uid } = values;
	if (pattern === undefined && ![parent, pgroup, session, euid, uid].some(Boolean))
		throw new UsageError('no matching criteria specified');
	const isNamed = nameTest(pattern, values);
	const own = processTable().find(({ pid }) => pid === process.pid);
	const isWanted = (entry: ProcessEntry) =>
		isNamed(entry) &&
		isListed(parent, entry.parentPid) &&
		isListed(pgroup, entry.groupId, own?.groupId) &&
		isListed(session, entry.sessionId, own?.sessionId);
	const matched = processTable().filter((entry) => entry.pid !== process.pid && isWanted(entry) !== (values.inverse ?? false));
	return { values, matched: values.newest ? matched.slice(-1) : values.oldest ? matched.slice(0, 1) : matched };
}

function nameTest(
	pattern: string | undefined,
	{ full, exact, 'ignore-case': ignoresCase }: Values
): (entry: ProcessEntry) => boolean {
	if (pattern === undefined) return () => true;
	const expression = new RegExp(exact ? `^(?:${pattern})$` : pattern, ignoresCase ? 'i' : '');
	return (entry) => (full ? [entry.command.join(' ')] : namesOf(entry)).some((text) => expression.test(text));
}

/** `own` is what 0 stands for. */
function isListed(lists: string[] | undefined, value: number, own = 0): boolean {
	if (!lists) return true;
	return lists.flatMap((list) => list.split(',')).some((number) => (Number(number) === 0 ? own : Number(number)) === value);
}

function shown(entry: ProcessEntry, { 'list-full': isFull, 'list-name': isNamed }: Values): string {
	if (isFull) return `${entry.pid} ${entry.command.join(' ')}`;
	return isNamed ? `${entry.pid} ${namesOf(entry)[0] ?? ''}` : String(entry.pid);
}
