/**
 * What a source file offers, without how it does it: exports with their types and comments, the classes of a style sheet, the titles of
 * tests. It reads text as Prettier lays it out (declarations start and end in the first column) and needs no compiler.
 */

/** Files up to this length are no longer than their outline with its hint. */
const MIN_CHARS = 700;
/** An outline that saves less than this share is not worth a second question. */
const MAX_SHARE = 0.7;
/** Constants up to this length are shown whole: routes, limits, small tables. */
const MAX_CONST_CHARS = 160;

/** The outline of a file, or undefined where the whole of it is as short or nothing is known of its kind. */
export function outlineOf(path: string, text: string): string | undefined {
	if (text.length < MIN_CHARS) return undefined;
	const outline = outlineOfKind(path, text);
	return outline && outline.length < text.length * MAX_SHARE ? outline : undefined;
}

function outlineOfKind(path: string, text: string): string | undefined {
	if (/\.test\.tsx?$/.test(path)) return testTitles(text);
	if (/\.tsx?$/.test(path)) return declarations(text);
	return path.endsWith('.css') ? styleNames(text) : undefined;
}

function testTitles(text: string): string {
	const titles = text.matchAll(/^(\t*)(?:describe|test|it)(?:\.\w+)?\((?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`)/gm);
	return [...titles]
		.map(([, indent = '', ...quoted]) => `${indent}- ${quoted.find((title) => title !== undefined) ?? ''}`)
		.join('\n');
}

function styleNames(text: string): string {
	const rules = text.replace(/\/\*[\s\S]*?\*\//g, '');
	const unique = (pattern: RegExp) => [...new Set([...rules.matchAll(pattern)].map((match) => match[1] ?? ''))].join(' ');
	return [
		`classes: ${unique(/\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g)}`,
		`custom properties: ${unique(/(--[\w-]+)\s*:/g)}`,
		`media: ${unique(/@media ([^{]+?)\s*\{/g)}`
	].join('\n');
}

function declarations(text: string): string {
	return topLevel(text)
		.flatMap(({ comment, code }) => {
			const shown = signature(code);
			return shown ? [comment ? `${comment}\n${shown}` : shown] : [];
		})
		.join('\n');
}

/** The file's top-level statements, each with the comment above it. */
function topLevel(text: string): { comment: string; code: string }[] {
	const statements: { comment: string; code: string }[] = [];
	let comment: string[] = [];
	let code: string[] = [];
	const close = () => {
		if (code.length) statements.push({ comment: comment.join('\n'), code: code.join('\n') });
		if (code.length) comment = [];
		code = [];
	};
	for (const line of text.split('\n')) {
		const isComment = /^(\/\*\*|\/\/| \*)/.test(line);
		// A line that starts in the first column begins a statement, unless it closes one.
		if (/^[^\s})\]]/.test(line) && !isComment) close();
		if (isComment && /^(\/\*\*|\/\/)/.test(line)) {
			close();
			if (line.startsWith('/**')) comment = [];
		}
		if (isComment) comment.push(line);
		else if (line.trim() || code.length) code.push(line);
	}
	close();
	return statements;
}

/** An exported declaration without its body; undefined for what is not exported. */
function signature(code: string): string | undefined {
	const text = code.trimEnd();
	if (!text.startsWith('export ')) return /^(interface|type) /.test(text) ? text : undefined;
	if (/^export (interface|type|declare) /.test(text)) return text;
	if (/^export (default )?(async )?function/.test(text)) return functionHead(text);
	if (/^export (abstract )?class/.test(text)) return classMembers(text);
	if (text.length <= MAX_CONST_CHARS) return text;
	const arrow = bodyStart(text, '=>');
	if (arrow < text.length) return `${text.slice(0, arrow).trimEnd()} => ...;`;
	const [head = ''] = /^[^=]*/.exec(text) ?? [];
	return `${head.trimEnd()} = ...;`;
}

/** With what it returns at its end, where no type says it. */
function functionHead(text: string): string {
	const head = text.slice(0, bodyStart(text, '{')).trimEnd();
	const returned = head.endsWith(')') ? /^\t(return [^\n]*;)$/m.exec(text)?.[1] : undefined;
	return `${head};${returned ? ` // ${returned}` : ''}`;
}

/** Where a function's body begins: the first `mark` outside all parentheses, after the parameters. */
function bodyStart(text: string, mark: '{' | '=>'): number {
	let depth = 0;
	let hasParameters = false;
	for (let index = 0; index < text.length; index++) {
		const char = text[index] ?? '';
		if (char === '(') [depth, hasParameters] = [depth + 1, true];
		else if (char === ')') depth--;
		else if (depth === 0 && hasParameters && text.startsWith(mark, index)) {
			const isType = mark === '{' && /[:|&<,]\s*$/.test(text.slice(0, index));
			if (!isType) return index;
			index = text.indexOf('}', index);
			if (index < 0) return text.length;
		}
	}
	return text.length;
}

/** A class's first line and the signatures of its public members. */
function classMembers(text: string): string {
	const [head = '', ...lines] = text.split('\n');
	const members: string[] = [];
	for (const [index, line] of lines.entries()) {
		if (!/^\t[^\s}#)*/]/.test(line) || /^\t(private|override)\b/.test(line)) continue;
		let member = line;
		// Parameters on lines of their own belong to it.
		for (let next = index + 1; !/[{;]\s*$/.test(member) && next < lines.length; next++) member += `\n${lines[next] ?? ''}`;
		members.push(`${member.replace(/\s*\{\s*$/, '')};`.replace(/;;$/, ';'));
	}
	return [head, ...members, '}'].join('\n');
}
