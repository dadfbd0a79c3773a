import { ShellFault } from '../interpreter/leave';
import { readLine, type LineRead } from '../interpreter/read-line';
import { interruptible } from '../interruptible';
import type { Builtin, BuiltinContext } from './builtin';

const NEWLINE = 0x0a;
const TIMED_OUT = 142;

interface Options {
	isRaw: boolean;
	array?: string;
	delimiter: number;
	count?: number;
	fd: number;
	timeoutMs?: number;
	names: string[];
}

/** `read [-r] [-a ARRAY] [-d DELIM] [-n COUNT] [-p PROMPT] [-s] [-t SECONDS] [-u FD] [NAME...]`: 1 at the end of the input. */
export const read: Builtin = async (shell, args, context) => {
	const options = parse(args, context);
	let result: LineRead | null = null;
	const exitCode = await interruptible(async (signal) => {
		const timer = new AbortController();
		const timeout = options.timeoutMs === undefined ? undefined : setTimeout(() => timer.abort(), options.timeoutMs);
		try {
			result = await wholeLine(options, context, AbortSignal.any([signal, timer.signal]));
			return timer.signal.aborted ? TIMED_OUT : result.isEnd ? 1 : 0;
		} finally {
			clearTimeout(timeout);
		}
	});
	const { text } = result ?? { text: '' };
	const { variables } = shell;
	const separators = variables.text('IFS') ?? ' \t\n';
	const { names, array, isRaw } = options;
	if (array !== undefined)
		variables.set(
			array,
			new Map(split(text, separators, { limit: Infinity, isRaw }).map((word, index) => [String(index), word]))
		);
	else if (names.length === 0) variables.set('REPLY', isRaw ? text : unescaped(text));
	else {
		const words = split(text, separators, { limit: names.length, isRaw });
		for (const [index, name] of names.entries()) variables.set(name, words[index] ?? '');
	}
	return exitCode;
};

function parse(args: string[], { io }: BuiltinContext): Options {
	const options: Options = { isRaw: false, delimiter: NEWLINE, fd: 0, names: [] };
	const rest = [...args];
	for (; /^-./.test(rest[0] ?? '');) {
		const word = rest.shift() ?? '';
		if (word === '--') break;
		for (let at = 1; at < word.length; at++) {
			const letter = word.charAt(at);
			if (letter === 'r') options.isRaw = true;
			if ('rse'.includes(letter)) continue;
			if (!'adnNptui'.includes(letter)) throw new ShellFault(`-${letter}: invalid option`, 2);
			const value = word.slice(at + 1) || (rest.shift() ?? '');
			if (letter === 'a') options.array = value;
			if (letter === 'd') options.delimiter = Buffer.from(value)[0] ?? 0;
			if (letter === 'n' || letter === 'N') options.count = Number(value);
			if (letter === 'N') options.delimiter = -1;
			if (letter === 'p') io.stderr.write(value);
			if (letter === 't') options.timeoutMs = Number(value) * 1000;
			if (letter === 'u') options.fd = Number(value);
			break;
		}
	}
	return { ...options, names: rest };
}

/** A backslash at its end continues a line, unless -r was given. */
async function wholeLine(
	{ isRaw, delimiter, count, fd }: Options,
	{ io }: BuiltinContext,
	signal: AbortSignal
): Promise<LineRead> {
	let text = '';
	for (;;) {
		const line = await readLine(io, { fd, delimiter, signal, ...(count === undefined ? {} : { count }) });
		text += line.text;
		if (isRaw || line.isEnd || count !== undefined || !/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return { text, isEnd: line.isEnd };
		text = text.slice(0, -1);
	}
}

const unescaped = (text: string): string => text.replace(/\\([^])/g, '$1');

/** Words between separators; the last one takes the rest. */
function split(text: string, separators: string, { limit, isRaw }: { limit: number; isRaw: boolean }): string[] {
	const isBlank = (char: string) => separators.includes(char) && /\s/.test(char);
	const chars = isRaw ? [...text].map((char) => ({ char, isPlain: false })) : escapesOf(text);
	const words: string[] = [];
	let at = 0;
	const skipBlanks = () => {
		while (at < chars.length && !chars[at]?.isPlain && isBlank(chars[at]?.char ?? '')) at++;
	};
	skipBlanks();
	while (at < chars.length) {
		if (words.length + 1 === limit) {
			words.push(lastOf(chars.slice(at), separators, isBlank));
			break;
		}
		let word = '';
		for (; at < chars.length; at++) {
			const { char = '', isPlain = false } = chars[at] ?? {};
			if (!isPlain && separators.includes(char)) break;
			word += char;
		}
		words.push(word);
		skipBlanks();
		const { char = '', isPlain = true } = chars[at] ?? {};
		if (!isPlain && separators.includes(char) && char !== '') {
			at++;
			skipBlanks();
		}
	}
	return words;
}

interface Char {
	char: string;
	/** A backslash stood before it: it separates nothing. */
	isPlain: boolean;
}

const escapesOf = (text: string): Char[] => [...text.matchAll(/\\([^])|([^])/g)].map(([, escaped, char]) => ({ char: escaped ?? char ?? '', isPlain: escaped !== undefined })); // prettier-ignore

/** The rest of the line, without blanks at its end, and without a separator that ends its only word. */
function lastOf(chars: Char[], separators: string, isBlank: (char: string) => boolean): string {
	const rest = [...chars];
	const isSeparating = ({ char, isPlain }: Char) => !isPlain && separators.includes(char);
	while (rest.length > 0 && !rest.at(-1)?.isPlain && isBlank(rest.at(-1)?.char ?? '')) rest.pop();
	const last = rest.at(-1);
	if (last && isSeparating(last) && !rest.slice(0, -1).some(isSeparating)) rest.pop();
	return rest.map(({ char }) => char).join('');
}

/** `mapfile [-t] [-d DELIM] [NAME]`: all lines as an array. */
export const mapfile: Builtin = async (shell, args, { io }) => {
	const isTrimmed = args.includes('-t');
	const at = args.indexOf('-d');
	const delimiter = at < 0 ? NEWLINE : (Buffer.from(args[at + 1] ?? '')[0] ?? 0);
	const name = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-d') ?? 'MAPFILE';
	const lines = new Map<string, string>();
	const end = delimiter === 0 ? '' : String.fromCharCode(delimiter);
	for (;;) {
		const { text, isEnd } = await readLine(io, { delimiter });
		if (!isEnd || text !== '') lines.set(String(lines.size), isTrimmed || isEnd ? text : text + end);
		if (isEnd) break;
	}
	shell.variables.set(name, lines);
	return 0;
};
