/** Options that a tool knows, each by its letter. */
export interface OptionNames {
	/** Letters without a value. */
	flags: string;
	/** Letters with a value. */
	values: string;
	/** Long names to letters. */
	long: Readonly<Record<string, string>>;
	/** The letter that `-12` gives a value to. */
	digits?: string;
}

export interface Options {
	flags: ReadonlySet<string>;
	/** In the order given. */
	values: ReadonlyMap<string, readonly string[]>;
	operands: readonly string[];
}

/** Arguments as getopt reads them. Null when an option is unknown or lacks its value. @source POSIX, Utility Syntax Guidelines */
export function parseOptions(args: readonly string[], names: OptionNames): Options | null {
	const flags = new Set<string>();
	const values = new Map<string, string[]>();
	const operands: string[] = [];
	const give = (letter: string, value: string) => values.set(letter, [...(values.get(letter) ?? []), value]);
	for (let index = 0; index < args.length; index++) {
		const arg = args[index] ?? '';
		if (arg === '--') {
			operands.push(...args.slice(index + 1));
			break;
		}
		if (names.digits && /^-\d+$/.test(arg)) give(names.digits, arg.slice(1));
		else if (arg.startsWith('--')) {
			const [, name = '', value] = /^--([^=]*)(?:=([^]*))?$/.exec(arg) ?? [];
			const letter = names.long[name];
			if (letter === undefined) return null;
			if (names.flags.includes(letter) && value === undefined) flags.add(letter);
			else if (names.values.includes(letter)) {
				const given = value ?? args[++index];
				if (given === undefined) return null;
				give(letter, given);
			} else return null;
		} else if (/^-./.test(arg)) {
			for (let at = 1; at < arg.length; at++) {
				const letter = arg.charAt(at);
				if (names.values.includes(letter)) {
					const given = at + 1 < arg.length ? arg.slice(at + 1) : args[++index];
					if (given === undefined) return null;
					give(letter, given);
					break;
				}
				if (!names.flags.includes(letter)) return null;
				flags.add(letter);
			}
		} else operands.push(arg);
	}
	return { flags, values, operands };
}
