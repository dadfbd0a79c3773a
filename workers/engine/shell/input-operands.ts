/** Tells from its arguments whether a tool reads standard input. */

/** Letters whose value is the next argument when it does not follow at once. */
const VALUE_LETTERS: Readonly<Record<string, string>> = {
	head: 'nc',
	tail: 'nc',
	sort: 'ktoST',
	uniq: 'fsw',
	cut: 'dfcb',
	fold: 'w',
	expand: 't',
	unexpand: 't',
	nl: 'bfhilnsvw',
	base64: 'w',
	paste: 'd',
	column: 'cos',
	od: 'AtNjw',
	strings: 'nte',
	grep: 'efmABC',
	egrep: 'efmABC',
	fgrep: 'efmABC',
	rg: 'efmABCgtT',
	sed: 'efl',
	awk: 'Fvf'
};
/** Tools that read standard input when no file is named. */
const READERS = new Set([
	'cat',
	'head',
	'tail',
	'wc',
	'sort',
	'uniq',
	'cut',
	'base64',
	'md5sum',
	'sha1sum',
	'sha256sum',
	'rev',
	'tac',
	'nl',
	'fold',
	'expand',
	'unexpand',
	'strings',
	'paste',
	'column',
	'od',
	'xxd'
]);
/** Tools whose operands are never input files. */
const ALWAYS_READ = new Set(['tr', 'xargs', 'tee']);
/** Readers whose first operand is a pattern or program, unless one of these letters gives it. */
const PROGRAM_LETTERS: Readonly<Record<string, string>> = {
	grep: 'ef',
	egrep: 'ef',
	fgrep: 'ef',
	rg: 'ef',
	sed: 'ef',
	awk: 'f',
	jq: 'f'
};
const RECURSIVE = /^(?:-[a-zA-Z]*[rR]|--recursive$)/;

export function readsStandardInput(name: string, args: readonly string[]): boolean {
	if (args.includes('-') || ALWAYS_READ.has(name)) return true;
	const { operands, letters } = parse(args, VALUE_LETTERS[name] ?? '');
	if (READERS.has(name)) return operands === 0;
	const programLetters = PROGRAM_LETTERS[name];
	if (programLetters === undefined) return false;
	if (name.endsWith('grep') && args.some((arg) => RECURSIVE.test(arg))) return false;
	const isProgramGiven = [...programLetters].some((letter) => letters.has(letter));
	return operands <= (isProgramGiven ? 0 : 1);
}

/** How many operands there are, and which letters take a value. */
function parse(args: readonly string[], valueLetters: string): { operands: number; letters: Set<string> } {
	const letters = new Set<string>();
	let operands = 0;
	for (let index = 0; index < args.length; index++) {
		const arg = args[index] ?? '';
		if (arg === '--') return { operands: operands + args.length - index - 1, letters };
		if (!arg.startsWith('-')) operands++;
		// jq's variables: a name and a value.
		else if (/^--(?:arg|argjson|slurpfile|rawfile)$/.test(arg)) index += 2;
		else if (!arg.startsWith('--')) {
			const at = [...arg].findIndex((letter, position) => position > 0 && valueLetters.includes(letter));
			if (at < 0) continue;
			letters.add(arg.charAt(at));
			if (at === arg.length - 1) index++;
		}
	}
	return { operands, letters };
}
