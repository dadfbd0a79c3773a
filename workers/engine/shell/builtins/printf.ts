import { ShellFault } from '../interpreter/leave';
import { write } from '../tool-output';
import type { Builtin } from './builtin';
import { unescapeBytes } from './escapes';

const SPECIFIER = /%([-+ 0#']*)(\*|\d+)?(?:\.(\*|\d*))?(?:hh|h|ll|l|q|j|z|t|L)?([%diouxXeEfFgGaAcsbq])|%\(([^)]*)\)T/g;

/** `printf [-v name] format word...`: the format is used again while words are left. */
export const printf: Builtin = async (shell, args, { io }) => {
	const words = [...args];
	let target: string | undefined;
	if (words[0] === '-v') [, target] = words.splice(0, 2);
	if (words[0] === '--') words.shift();
	const format = words.shift();
	if (format === undefined) throw new ShellFault('usage: printf [-v var] format [arguments]', 2);
	const faults: string[] = [];
	const bytes = formatted(format, words, faults);
	for (const fault of faults) io.stderr.write(`${shell.prefix}printf: ${fault}\n`);
	if (target === undefined) await write(io.stdout, bytes);
	else shell.variables.set(target, bytes.toString());
	return faults.length > 0 ? 1 : 0;
};

function formatted(format: string, words: string[], faults: string[]): Buffer {
	const parts: Buffer[] = [];
	do {
		const left = words.length;
		let at = 0;
		for (const match of format.matchAll(SPECIFIER)) {
			parts.push(unescapeBytes(format.slice(at, match.index), 'plain').bytes);
			at = match.index + match[0].length;
			const { bytes, hasEnded } = conversion(match, words, faults);
			parts.push(bytes);
			if (hasEnded) return Buffer.concat(parts);
		}
		parts.push(unescapeBytes(format.slice(at), 'plain').bytes);
		if (words.length === left) break;
	} while (words.length > 0);
	return Buffer.concat(parts);
}

function conversion(match: RegExpMatchArray, words: string[], faults: string[]): { bytes: Buffer; hasEnded: boolean } {
	const kind = match[4] ?? 's';
	let [, flags = '', width = '', precision] = match;
	if (kind === '%') return text('%');
	if (width === '*') width = String(numberOf(words.shift() ?? '0', faults));
	if (width.startsWith('-')) [flags, width] = [`${flags}-`, width.slice(1)];
	if (precision === '*') precision = String(numberOf(words.shift() ?? '0', faults));
	const options = { flags, width: Number(width), precision: precision === undefined ? undefined : Number(precision) };
	const word = words.shift();
	if (kind === 'b') {
		const { bytes, hasEnded } = unescapeBytes(word ?? '', 'with zero');
		return { bytes: Buffer.from(padded(bytes.toString('latin1'), options), 'latin1'), hasEnded };
	}
	if (kind === 's') return text(padded((word ?? '').slice(0, options.precision), options));
	if (kind === 'c') return text(padded((word ?? '').slice(0, 1), options));
	if (kind === 'q') return text(padded(shellQuoted(word ?? ''), options));
	if (match[5] !== undefined) return text(new Date(word && word !== '-1' ? Number(word) * 1000 : Date.now()).toISOString());
	if (/[diouxX]/.test(kind)) return text(integer(kind, numberOf(word ?? '0', faults), options));
	return text(float(kind, floatOf(word ?? '0', faults), options));
}

const text = (value: string) => ({ bytes: Buffer.from(value), hasEnded: false });
const shellQuoted = (word: string): string => (word === '' ? "''" : word.replace(/[^\w@%+=:,./-]/g, '\\$&'));

interface Options {
	flags: string;
	width: number;
	precision: number | undefined;
}

function padded(value: string, { flags, width }: Options): string {
	return flags.includes('-') ? value.padEnd(width) : value.padStart(width);
}

/** Zeros go between the sign and the digits. */
function signed(digits: string, isNegative: boolean, options: Options & { areZerosAllowed: boolean }): string {
	const sign = isNegative ? '-' : options.flags.includes('+') ? '+' : options.flags.includes(' ') ? ' ' : '';
	if (!options.flags.includes('0') || options.flags.includes('-') || !options.areZerosAllowed)
		return padded(sign + digits, options);
	return sign + digits.padStart(options.width - sign.length, '0');
}

function integer(kind: string, value: bigint, options: Options): string {
	const isDecimal = kind === 'd' || kind === 'i';
	const isNegative = isDecimal && value < 0n;
	const absolute = isNegative ? -value : isDecimal ? value : BigInt.asUintN(64, value);
	const base = kind === 'o' ? 8 : kind === 'x' || kind === 'X' ? 16 : 10;
	let digits = absolute.toString(base).padStart(options.precision ?? 1, '0');
	if (options.flags.includes('#') && absolute !== 0n) digits = (base === 8 ? '0' : base === 16 ? '0x' : '') + digits;
	return signed(kind === 'X' ? digits.toUpperCase() : digits, isNegative, {
		...options,
		areZerosAllowed: options.precision === undefined
	});
}

function float(kind: string, value: number, options: Options): string {
	const { precision = 6 } = options;
	const absolute = Math.abs(value);
	const exponent = (digits: string) => digits.replace(/e([+-])(\d)$/, 'e$10$2');
	let digits: string;
	if (!Number.isFinite(absolute)) digits = Number.isNaN(absolute) ? 'nan' : 'inf';
	else if (/[fF]/.test(kind)) digits = absolute.toFixed(precision);
	else if (/[eE]/.test(kind)) digits = exponent(absolute.toExponential(precision));
	else digits = general(absolute, precision || 1, exponent);
	const isNegative = value < 0 || Object.is(value, -0);
	return signed(/[EGA]/.test(kind) ? digits.toUpperCase() : digits, isNegative, {
		...options,
		areZerosAllowed: Number.isFinite(absolute)
	});
}

function general(value: number, precision: number, exponent: (digits: string) => string): string {
	const power = value === 0 ? 0 : Number(value.toExponential(precision - 1).split('e')[1]);
	if (power < -4 || power >= precision) return exponent(value.toExponential(precision - 1).replace(/\.?0+e/, 'e'));
	return value.toFixed(precision - 1 - power).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''); // prettier-ignore
}

function numberOf(word: string, faults: string[]): bigint {
	if (/^["']/.test(word)) return BigInt(word.codePointAt(1) ?? 0);
	const trimmed = word.trim();
	const [, sign = '', digits] = /^([+-]?)(0[xX][\da-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(trimmed) ?? [];
	const found = `${sign}${digits ?? ''}`;
	if (digits === undefined || found !== trimmed) if (trimmed !== '' || word !== '') faults.push(`${word}: invalid number`);
	if (digits === undefined) return 0n;
	const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
	return BigInt.asIntN(64, sign === '-' ? -value : value);
}

function floatOf(word: string, faults: string[]): number {
	if (/^["']/.test(word)) return word.codePointAt(1) ?? 0;
	const value = Number(word);
	if (!Number.isNaN(value)) return value;
	const infinite = /^([+-]?)inf(?:inity)?$/i.exec(word.trim());
	if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
	if (/^[+-]?nan$/i.test(word.trim())) return NaN;
	faults.push(`${word}: invalid number`);
	return Number.parseFloat(word) || 0;
}
