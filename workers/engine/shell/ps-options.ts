import type { ProcessEntry } from './process-table';
import { columnOf, type PsColumn } from './ps-columns';

/** What a command line of `ps` asks for. */
export interface PsRequest {
	/** A process is listed when one of them holds; without any, those of the caller's own terminal are. */
	selections: ((entry: ProcessEntry, own: ProcessEntry | undefined) => boolean)[];
	isInverse: boolean;
	columns: PsColumn[];
	hasHeader: boolean;
	sortKeys: { column: PsColumn; isDescending: boolean }[];
}

/** What `ps` prints before its usage. */
export class PsUsageError extends Error {}

type Selection = PsRequest['selections'][number];

const FORMATS = {
	standard: 'pid,tty,time,ucmd',
	full: 'user:UID,pid,ppid,c,stime,tty,time,cmd',
	long: 'f,s,uid,pid,ppid,c,pri,ni,addr,sz,wchan,tty,time,ucmd',
	jobs: 'pid,pgid,sid,tty,time,ucmd',
	bsd: 'pid,tty,stat,bsdtime,args',
	bsdUser: 'user,pid,pcpu,pmem,vsz,rss,tty,stat,bsdstart:START,bsdtime,args',
	bsdLong: 'f,uid,pid,ppid,pri,ni,vsz,rss,wchan,stat,tty,bsdtime,args',
	bsdJobs: 'ppid,pid,pgid,sid,tty,tpgid,stat,uid,bsdtime,args'
};

const isAll: Selection = () => true;
const hasTerminal: Selection = ({ terminal }) => terminal !== 0;
const isNoLeader: Selection = ({ pid, sessionId }) => pid !== sessionId;

/** Long options with a value, and the short one that means the same. */
const LONG_VALUES: Readonly<Record<string, string>> = {
	pid: 'p',
	ppid: 'P',
	sid: 's',
	format: 'o',
	sort: 'k',
	user: 'u',
	User: 'u',
	tty: 't',
	group: 'G',
	Group: 'G', // prettier-ignore
	columns: 'w',
	cols: 'w',
	width: 'w',
	rows: 'w',
	lines: 'w' // prettier-ignore
};
const NO_HEADER = new Set(['no-headers', 'no-heading', 'no-headings', 'noheader', 'noheaders', 'noheading', 'noheadings']);
const NO_EFFECT = new Set(['headers', 'heading', 'headings', 'forest', 'cumulative']);

/** Reads options in the three styles of `ps`: `-ef`, `aux`, `--ppid 1`. @source ps(1) @throws PsUsageError */
export function parsePsOptions(args: readonly string[]): PsRequest {
	return new PsOptions(args).read();
}

class PsOptions {
	readonly #queue: string[];
	readonly #request: PsRequest = { selections: [], isInverse: false, columns: [], hasHeader: true, sortKeys: [] };
	#format = FORMATS.standard;
	#bsd = { isUsed: false, hasEveryTerminal: false, hasNoTerminal: false };

	constructor(args: readonly string[]) {
		this.#queue = [...args];
	}

	read(): PsRequest {
		for (let arg = this.#queue.shift(); arg !== undefined; arg = this.#queue.shift()) this.#option(arg);
		if (this.#bsd.isUsed) this.#selectBsd();
		if (this.#request.columns.length === 0) this.#addColumns(this.#format);
		return this.#request;
	}

	#option(arg: string): void {
		if (/^\d+(,\d+)*$/.test(arg)) return this.#select('p', arg);
		if (arg.startsWith('--')) return this.#long(arg.slice(2));
		if (/^-\d+$/.test(arg)) return this.#select('s', arg.slice(1));
		const isUnix = arg.startsWith('-');
		const letters = isUnix ? arg.slice(1) : arg;
		for (let index = 0; index < letters.length; index++) {
			const letter = letters[index] ?? '';
			const rest = letters.slice(index + 1);
			if (isUnix ? this.#unix(letter) : this.#bsdLetter(letter)) continue;
			return this.#withValue(isUnix ? letter : letter === 'U' ? 'u' : letter, rest || this.#next(arg));
		}
		if (letters === '') throw new PsUsageError(isUnix ? 'unsupported SysV option' : 'garbage option');
	}

	#long(option: string): void {
		const [name = '', inline] = option.split(/=(.*)/s);
		if (NO_HEADER.has(name)) this.#request.hasHeader = false;
		else if (name === 'deselect') this.#request.isInverse = true;
		else if (!NO_EFFECT.has(name)) {
			const letter = Object.hasOwn(LONG_VALUES, name) ? LONG_VALUES[name] : undefined;
			if (letter === undefined) throw new PsUsageError('unknown gnu long option');
			this.#withValue(letter, inline ?? this.#next(`--${name}`));
		}
	}

	/** True when the letter takes no value. @throws for a letter that `ps` does not have */
	#unix(letter: string): boolean {
		const { selections } = this.#request;
		if (letter === 'A' || letter === 'e') selections.push(isAll);
		else if (letter === 'a') selections.push((entry) => hasTerminal(entry, undefined) && isNoLeader(entry, undefined));
		else if (letter === 'd') selections.push(isNoLeader);
		else if (letter === 'N') this.#request.isInverse = true;
		else if (letter === 'f' || letter === 'F') this.#format = FORMATS.full;
		else if (letter === 'l') this.#format = FORMATS.long;
		else if (letter === 'j') this.#format = FORMATS.jobs;
		else if ('pqogsutCGUk'.includes(letter)) return false;
		else if (!'wHycLTmM'.includes(letter)) throw new PsUsageError('unsupported SysV option');
		return true;
	}

	#bsdLetter(letter: string): boolean {
		if ('poktU'.includes(letter)) return false;
		if (letter === 'a') this.#bsd.hasEveryTerminal = true;
		else if (letter === 'x') this.#bsd.hasNoTerminal = true;
		else if (letter === 'h') this.#request.hasHeader = false;
		else if (letter === 'u') this.#format = FORMATS.bsdUser;
		else if (letter === 'l') this.#format = FORMATS.bsdLong;
		else if (letter === 'j') this.#format = FORMATS.bsdJobs;
		else if (!'wefrgcSTmn'.includes(letter)) throw new PsUsageError('unsupported option (BSD syntax)');
		this.#bsd.isUsed = true;
		if (this.#format === FORMATS.standard) this.#format = FORMATS.bsd;
		return true;
	}

	/** Everybody here is the same user: `a` adds the other terminals, `x` what has none. */
	#selectBsd(): void {
		const { hasEveryTerminal, hasNoTerminal } = this.#bsd;
		const { selections } = this.#request;
		if (selections.length > 0 && !hasEveryTerminal && !hasNoTerminal) return;
		if (hasNoTerminal) selections.push(isAll);
		else
			selections.push(
				hasEveryTerminal ? hasTerminal : (entry, own) => hasTerminal(entry, own) && entry.terminal === own?.terminal
			);
	}

	#next(option: string): string {
		const value = this.#queue.shift();
		if (value === undefined) throw new PsUsageError(missing(option));
		return value;
	}

	#withValue(letter: string, value: string): void {
		if (letter === 'o') this.#addColumns(value);
		else if (letter === 'k') this.#addSortKeys(value);
		else if (letter !== 'w') this.#select(letter, value);
	}

	#select(letter: string, value: string): void {
		const words = value.split(/[\s,]+/).filter(Boolean);
		const { selections } = this.#request;
		if (letter === 'C') selections.push(({ command: [name = ''] }) => words.includes(name.slice(name.lastIndexOf('/') + 1)));
		else if (letter === 't')
			selections.push(({ terminal }) => words.some((word) => terminal !== 0 && word.endsWith(`${terminal & 255}`)));
		// One user and one group own everything.
		else if ('uUG'.includes(letter)) selections.push(isAll);
		else selections.push(byNumber(letter, words));
	}

	/** `pid,ppid`, `pid=` (no header), `comm=NAME` (to the end), `args:40` (a width). */
	#addColumns(list: string): void {
		const [names = '', header] = list.split(/=(.*)/s);
		const words = names.split(/[\s,]+/).filter(Boolean);
		if (words.length === 0) throw new PsUsageError('format specification must follow -o');
		words.forEach((word, index) => {
			const [name = '', form = ''] = word.split(':');
			const column = known(name);
			const isLast = index === words.length - 1;
			const own = isLast && header !== undefined ? { header } : /^\D/.test(form) ? { header: form } : {};
			this.#request.columns.push({ ...column, ...own, ...(/^\d+$/.test(form) ? { width: Number(form) } : {}) });
		});
	}

	#addSortKeys(list: string): void {
		for (const word of list.split(',').filter(Boolean))
			this.#request.sortKeys.push({ column: known(word.replace(/^[+-]/, '')), isDescending: word.startsWith('-') });
	}
}

function byNumber(letter: string, words: string[]): Selection {
	if (words.length === 0 || !words.every((word) => /^\d+$/.test(word))) throw new PsUsageError('process ID list syntax error');
	const numbers = new Set(words.map(Number));
	if (letter === 'P') return ({ parentPid }) => numbers.has(parentPid);
	if (letter === 's' || letter === 'g') return ({ sessionId }) => numbers.has(sessionId);
	return ({ pid }) => numbers.has(pid);
}

function known(name: string): PsColumn {
	const column = columnOf(name.toLowerCase());
	if (!column) throw new PsUsageError(`unknown user-defined format specifier "${name}"`);
	return column;
}

function missing(option: string): string {
	if (option.startsWith('-') && option.endsWith('o')) return 'format specification must follow -o';
	return `list of process IDs must follow ${option}`;
}
