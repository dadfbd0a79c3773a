import { CommandTokens } from './command-tokens';
import { closingIndex, closingSingle, expandBraces, wordEnd } from './quoting';

/** A line with grammar that only the script interpreter knows. */
export class BeyondLineGrammar extends Error {}

const CONTROL = /^(?:&&|\|\||\|&|[;|&()])/;
const REDIRECTION = /^(?:&>|\d?(?:>>|>&|>|<<<|<&|<))/;
const NAME = /^(?:[A-Za-z_]\w*|\d|[?$#@*!-])/;
const HOME = '"${HOME:-/}"';

/**
 * Writes a line or a script without control flow so that the line parser does with it what bash does: a variable that is not set is
 * empty, names end where they end, `~`, backticks, comments, braces and newlines mean what they should.
 * @throws BeyondLineGrammar
 */
export function rewriteLine(source: string): string {
	const tokens = new CommandTokens();
	for (let at = 0; at < source.length;) {
		const rest = source.slice(at);
		const skipped = /^(?:[ \t\r]|\\\n)+|^#.*/.exec(rest)?.[0];
		const redirection = REDIRECTION.exec(rest)?.[0];
		const control = CONTROL.exec(rest)?.[0];
		if (skipped) at += skipped.length;
		else if (rest.startsWith('\n')) {
			tokens.newline();
			at++;
		} else if (redirection) {
			tokens.redirection(redirection);
			at += redirection.length;
		} else if (control) {
			tokens.control(control);
			at += control.length;
		} else {
			const end = wordEnd(source, at);
			const word = source.slice(at, end);
			if (word === '!' && tokens.isCommandStart) throw new BeyondLineGrammar('!');
			for (const expanded of isAssignment(word) ? [word] : expandBraces(word)) tokens.word(rewriteWord(expanded));
			at = end;
		}
	}
	return tokens.toString();
}

const isAssignment = (word: string): boolean => /^[A-Za-z_]\w*=/.test(word);

function rewriteWord(word: string): string {
	if (word === '{' || word === '}') return word;
	let out = '';
	let hasGlob = false;
	for (let at = 0; at < word.length; at++) {
		const char = word.charAt(at);
		const start = at;
		if (char === '\\') out += word.slice(at, ++at + 1);
		else if (char === "'" || (char === '$' && word.charAt(at + 1) === "'")) {
			at = closingSingle(word, char === '$' ? at + 1 : at);
			out += word.slice(start, at + 1);
		} else if (char === '"') {
			at = closingIndex(word, at + 1, '"');
			// Left open, it stays so: the parser says what is wrong.
			out += `"${rewriteQuoted(word.slice(start + 1, at))}${word.charAt(at)}`;
		} else if (char === '$' || char === '`') {
			const { text, end } = substitution(word, at, false);
			// A pattern that reaches a substitution would be taken for text.
			out += hasGlob ? `""${text}` : text;
			at = end;
		} else if (char === '~' && /^(?:[A-Za-z_]\w*=)?$/.test(word.slice(0, at)) && /^(?:\/|$)/.test(word.slice(at + 1)))
			out += HOME;
		else if (char === '}') out += '\\}';
		else {
			hasGlob ||= /[*?\]]/.test(char);
			out += char;
		}
	}
	return out;
}

function rewriteQuoted(text: string): string {
	let out = '';
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === '\\') out += text.slice(at, ++at + 1);
		else if (char === '$' || char === '`') {
			const { text: written, end } = substitution(text, at, true);
			out += written;
			at = end;
		} else out += char;
	}
	return out;
}

/** What stands at a `$` or a backtick; `end` is its last index. */
function substitution(source: string, at: number, isQuoted: boolean): { text: string; end: number } {
	if (source.charAt(at) === '`') {
		const end = closingIndex(source, at + 1, '`');
		return { text: `$(${rewriteLine(source.slice(at + 1, end).replace(/\\([\\`$])/g, '$1'))} )`, end };
	}
	if (source.startsWith('$(', at)) {
		const end = closingIndex(source, at + 2, ')');
		const body = source.slice(at + 2, end);
		const isArithmetic = body.startsWith('(') && body.endsWith(')');
		return { text: isArithmetic ? `$((${arithmetic(body.slice(1, -1))}))` : `$(${rewriteLine(body)} )`, end };
	}
	if (source.startsWith('${', at)) {
		const end = closingIndex(source, at + 2, '}');
		return { text: expansion(source.slice(at + 2, end)), end };
	}
	const name = NAME.exec(source.slice(at + 1))?.[0];
	if (name === undefined) return { text: isQuoted ? '\\$' : "'$'", end: at };
	return { text: variable(name), end: at + name.length };
}

/** The inside of `${...}`. */
function expansion(body: string): string {
	const [, name, operator = '', word = ''] = /^([A-Za-z_]\w*|\d+|[?$#@*!-])(?:(:?[-+])([^]*))?$/.exec(body) ?? [];
	if (name === undefined) throw new BeyondLineGrammar(`\${${body}}`);
	if (operator === '') return variable(name);
	return `\${${name}:${operator.at(-1)}${rewriteLine(word)}}`;
}

function variable(name: string): string {
	if (name === '0') return 'sh';
	// The parser counts arguments from 0.
	if (/^\d+$/.test(name)) return `\${${Number(name) - 1}:-}`;
	return /^\w/.test(name) ? `\${${name}:-}` : `\${${name}}`;
}

function arithmetic(body: string): string {
	if (/[^\w\s$+*/(){}-]|\*\*|\+\+|--/.test(body)) throw new BeyondLineGrammar(`$((${body}))`);
	return body.replace(/\$?\{?\b([A-Za-z_]\w*)\b\}?/g, '${$1:-0}');
}
