import {
	parse,
	type ArithmeticExpression,
	type DoubleQuotedChild,
	type HereDocBody,
	type ParsedScript,
	type Word,
	type WordPart
} from 'unbash';
import { evaluate } from './arithmetic';
import { expandBraces } from './braces';
import { Collector, type Descriptors } from './descriptors';
import { Fields, patternOf, textOf, type Piece } from './fields';
import { Leave, ShellFault } from './leave';
import { expandParameter, type Expansion } from './parameters';
import { pathsMatching } from './pathnames';
import { isPattern } from './patterns';
import type { Shell } from './shell';
import { processSubstitution } from './process-substitution';

/** Where an expansion happens. */
export interface Place {
	shell: Shell;
	io: Descriptors;
	fields: Fields;
	isQuoted: boolean;
	/** Adds what a word within expands to. */
	expand(place: Place, word: Word): Promise<void>;
}

const DEFAULT_SEPARATORS = ' \t\n';

/** The fields of a word: braces, expansions, splitting, file names. */
export async function expandWord(shell: Shell, word: Word, io: Descriptors): Promise<string[]> {
	// Most words are plain.
	if (!word.parts && word.text === word.value && !word.text.includes('~')) return [word.text];
	const fields: string[] = [];
	for (const alternative of bracesOf(word)) {
		const place = {
			shell,
			io,
			fields: new Fields(shell.variables.text('IFS') ?? DEFAULT_SEPARATORS),
			isQuoted: false,
			expand: expandInto
		};
		await expandInto(place, alternative);
		for (const pieces of place.fields.all()) fields.push(...pathnamesOf(shell, pieces));
	}
	return fields;
}

export async function expandWords(shell: Shell, words: readonly Word[], io: Descriptors): Promise<string[]> {
	const fields: string[] = [];
	for (const word of words) fields.push(...(await expandWord(shell, word, io)));
	return fields;
}

/** One text, neither split nor taken for a pattern: values of assignments, `case` words, here-strings. */
export async function expandText(shell: Shell, word: Word, io: Descriptors, isAssignment = false): Promise<string> {
	return textOf(await piecesOf(shell, word, { io, isAssignment }));
}

/** A pattern in which what was quoted stands for itself. */
export async function expandPattern(shell: Shell, word: Word, io: Descriptors): Promise<string> {
	return patternOf(await piecesOf(shell, word, { io, isAssignment: false }));
}

async function piecesOf(
	shell: Shell,
	word: Word,
	{ io, isAssignment }: { io: Descriptors; isAssignment: boolean }
): Promise<Piece[]> {
	const fields = new Fields(null);
	await expandInto({ shell, io, fields, isQuoted: false, expand: expandInto }, word, isAssignment);
	return fields.all().flatMap((pieces, index) => (index > 0 ? [{ text: ' ', isQuoted: true }, ...pieces] : pieces));
}

export async function expandHereDocument(
	shell: Shell,
	body: HereDocBody,
	{ io, strip }: { io: Descriptors; strip: (text: string) => string }
): Promise<string> {
	const fields = new Fields(null);
	const place = { shell, io, fields, isQuoted: true, expand: expandInto };
	if (!body.parts) return strip(unescapedIn(body.text));
	// Tabs at the beginning of lines are of the document, not of what is put into it.
	for (const part of body.parts) {
		if (part.type === 'Literal') fields.quoted(strip(part.value));
		else await expandPart(place, part);
	}
	return fields.all().map(textOf).join(' ');
}

const unescapedIn = (text: string): string => text.replace(/\\([\\$`\n])/g, (_, char: string) => (char === '\n' ? '' : char));

/** Adds what the word expands to. Inside of quotes nothing is split. */
export async function expandInto(place: Place, word: Word, isAssignment = false): Promise<void> {
	if (!word.parts) return literal(place, word.text, { isFirst: true, isAssignment });
	for (const [index, part] of word.parts.entries()) {
		if (part.type === 'Literal') literal(place, part.text, { isFirst: index === 0, isAssignment });
		else await expandPart(place, part);
	}
}

async function expandPart(place: Place, part: WordPart): Promise<void> {
	const { fields } = place;
	switch (part.type) {
		case 'Literal':
			return place.isQuoted ? fields.quoted(part.value) : literal(place, part.text, { isFirst: false, isAssignment: false });
		case 'SingleQuoted':
		case 'AnsiCQuoted':
			return fields.quoted(part.value);
		case 'DoubleQuoted':
		case 'LocaleString':
			return expandQuoted(place, part.parts);
		case 'Glob':
			if (part.parts) return expandBracket(place, part.parts);
			return fields.literal(part.text);
		case 'ExtendedGlob':
			return fields.literal(part.text);
		case 'BraceExpansion':
			return place.isQuoted ? fields.quoted(part.text) : fields.literal(part.text);
		case 'SimpleExpansion':
		case 'ParameterExpansion':
			return addExpansion(place, await expandParameter(place, part));
		case 'CommandExpansion':
			return addText(place, await substitute(place, part.script));
		case 'ArithmeticExpansion':
			return addText(place, part.expression ? String(await evaluateIn(place, part.expression)) : '0');
		case 'ProcessSubstitution':
			return fields.quoted(await processSubstitution(place.shell, part, place.io));
	}
}

/** `[$a]`: a pattern with expansions within. */
async function expandBracket(place: Place, parts: readonly WordPart[]): Promise<void> {
	place.fields.literal('[');
	for (const part of parts) await expandPart(place, part);
	place.fields.literal(']');
}

async function expandQuoted(place: Place, parts: readonly DoubleQuotedChild[]): Promise<void> {
	const inner = { ...place, isQuoted: true };
	// `""` is an empty field, `"$@"` without arguments is none.
	if (!parts.some(isList)) place.fields.quoted('');
	for (const part of parts) await expandPart(inner, part);
}

const isList = (part: DoubleQuotedChild): boolean =>
	part.type === 'SimpleExpansion'
		? part.text === '$@'
		: part.type === 'ParameterExpansion' && (part.parameter === '@' || part.index?.text === '@');

function addText({ fields, isQuoted }: Place, text: string): void {
	if (isQuoted) fields.quoted(text);
	else fields.value(text);
}

function addExpansion(place: Place, expansion: Expansion): void {
	const { fields, isQuoted, shell } = place;
	if (expansion.kind === 'done') return;
	if (expansion.kind === 'text') return addText(place, expansion.text);
	const { items, isJoined } = expansion;
	if (isJoined && isQuoted) return fields.quoted(items.join((shell.variables.text('IFS') ?? ' ').slice(0, 1)));
	for (const [index, item] of items.entries()) {
		if (index > 0) fields.end();
		addText(place, item);
	}
}

export function evaluateIn({ shell, io }: Pick<Place, 'shell' | 'io'>, expression: ArithmeticExpression): Promise<bigint> {
	return evaluate(expression, {
		variables: shell.variables,
		isUnsetFault: shell.options.has('nounset'),
		expand: async (parts) => {
			const fields = new Fields(null);
			for (const part of parts) await expandPart({ shell, io, fields, isQuoted: true, expand: expandInto }, part);
			return fields.all().map(textOf).join(' ');
		},
		substitute: (script) => substitute({ shell, io }, script)
	});
}

/** Output of a command; its exit code becomes the shell's last one. */
async function substitute({ shell, io }: Pick<Place, 'shell' | 'io'>, script: ParsedScript | undefined): Promise<string> {
	if (!script) return '';
	const output = new Collector();
	const release = output.hold();
	const inner = shell.copy();
	if (script.errors?.[0]) throw new ShellFault(`syntax error: ${script.errors[0].message}`, 2);
	try {
		shell.lastExitCode = shell.substitutionExitCode = await inner.runAsSubshell(script, io.with([1, output]), script.source);
	} catch (error) {
		if (error instanceof Leave && error.kind === 'interrupted') shell.shared.isInterrupted = true;
		throw error;
	} finally {
		release();
	}
	return output.text();
}

/** Text as it was written: a backslash quotes what follows it. */
function literal(
	{ fields, isQuoted, shell }: Place,
	source: string,
	{ isFirst, isAssignment }: { isFirst: boolean; isAssignment: boolean }
): void {
	let text = source;
	const home = shell.variables.text('HOME');
	if (!isQuoted && home !== undefined) {
		if (isFirst && /^~(?:[/:]|$)/.test(text)) {
			fields.quoted(home);
			text = text.slice(1);
		}
		const [, assigned] = /^([A-Za-z_]\w*=)~(?=[/:]|$)/.exec(text) ?? [];
		if (isFirst && assigned !== undefined) {
			fields.literal(assigned);
			fields.quoted(home);
			text = text.slice(assigned.length + 1).replace(/:~(?=[/:]|$)/g, `:${home}`);
		}
		if (isAssignment) text = text.replace(/:~(?=[/:]|$)/g, `:${home}`);
	}
	for (const [, escaped, plain] of text.matchAll(/\\([^])|((?:[^\\]|\\$)+)/g)) {
		if (plain !== undefined) (isQuoted ? fields.quoted : fields.literal).call(fields, plain);
		else if (escaped !== undefined && escaped !== '\n') fields.quoted(escaped);
	}
}

function bracesOf(word: Word): Word[] {
	if (!word.parts?.some(({ type }) => type === 'BraceExpansion')) return [word];
	return expandBraces(word.text).flatMap((text) => wordOf(text) ?? []);
}

/** A word parsed from its text alone; null for an empty one. */
export function wordOf(text: string): Word | null {
	const statement = parse(`: ${text}`).commands[0];
	const argument = statement?.command.type === 'Command' ? statement.command.args[0] : undefined;
	return argument?.type === 'Word' ? argument : null;
}

function pathnamesOf(shell: Shell, pieces: readonly Piece[]): string[] {
	const isPlain = shell.options.has('noglob') || !pieces.some(({ text, isQuoted }) => !isQuoted && /[*?[(]/.test(text));
	if (isPlain) return [textOf(pieces)];
	const pattern = patternOf(pieces);
	if (!isPattern(pattern)) return [textOf(pieces)];
	const found = pathsMatching(pattern, shell.cwd);
	if (found.length > 0) return found;
	return shell.options.has('nullglob') ? [] : [textOf(pieces)];
}
