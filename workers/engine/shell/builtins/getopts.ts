import { ShellFault } from '../interpreter/leave';
import type { Builtin } from './builtin';

/** `getopts LETTERS NAME [ARGS]`: the next option; `OPTIND` and `OPTARG` tell where and with what. @source POSIX, getopts */
export const getopts: Builtin = (shell, [letters, name, ...given], { io }) => {
	if (letters === undefined || name === undefined) throw new ShellFault('usage: getopts optstring name [arg ...]', 2);
	const { variables } = shell;
	const args = given.length > 0 ? given : shell.args;
	const isQuiet = letters.startsWith(':');
	let index = Number(variables.text('OPTIND') ?? '1');
	// Within a word of several letters; OPTIND does not tell.
	const [seenIndex, seenAt] = shell.optionPosition;
	let at = seenIndex === index ? seenAt : 1;
	const word = args[index - 1];
	const end = (position: number) => {
		variables.set('OPTIND', String(position));
		variables.set(name, '?');
		return 1;
	};
	if (word === undefined || !/^-./.test(word)) return end(index);
	if (word === '--') return end(index + 1);
	const letter = word.charAt(at);
	const found = letter === ':' ? -1 : letters.indexOf(letter, isQuiet ? 1 : 0);
	const next = () => {
		at++;
		if (at >= word.length) [index, at] = [index + 1, 1];
	};
	variables.unset('OPTARG');
	if (found < 0) {
		variables.set(name, '?');
		if (isQuiet) variables.set('OPTARG', letter);
		else io.stderr.write(`${shell.name}: illegal option -- ${letter}\n`);
		next();
	} else if (letters.charAt(found + 1) === ':') {
		const value = at + 1 < word.length ? word.slice(at + 1) : args[index];
		index += at + 1 < word.length ? 1 : 2;
		at = 1;
		variables.set(name, value === undefined ? (isQuiet ? ':' : '?') : letter);
		if (value !== undefined) variables.set('OPTARG', value);
		else if (isQuiet) variables.set('OPTARG', letter);
		else io.stderr.write(`${shell.name}: option requires an argument -- ${letter}\n`);
		if (value === undefined) index--;
	} else {
		variables.set(name, letter);
		next();
	}
	shell.optionPosition = [index, at];
	variables.set('OPTIND', String(index));
	return 0;
};
