/**
 * Markdown as a tree, never as HTML: what is in a text can only ever become one of these parts, so that no script or handler gets through.
 * @source CommonMark, its common part, with tables and task lists of GitHub
 */

export type Inline =
	| { kind: 'text' | 'code'; text: string }
	| { kind: 'strong' | 'em' | 'del'; parts: Inline[] }
	| { kind: 'link'; href: string; parts: Inline[] }
	| { kind: 'image'; src: string; alt: string }
	| { kind: 'break' };

export interface Item {
	/** Of a task list; undefined for a plain item. */
	isDone: boolean | undefined;
	blocks: Block[];
}

export type Block =
	| { kind: 'heading'; level: number; parts: Inline[] }
	| { kind: 'paragraph'; parts: Inline[] }
	| { kind: 'code'; text: string; language: string }
	| { kind: 'quote'; blocks: Block[] }
	| { kind: 'list'; isOrdered: boolean; start: number; items: Item[] }
	| { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
	| { kind: 'rule' };

/** The blocks of a text. */
export function parseMarkdown(text: string): Block[] {
	return blocksOf(text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'));
}

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/;
const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*?))?\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?: +|$)/;
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

function blocksOf(lines: readonly string[]): Block[] {
	const blocks: Block[] = [];
	let at = 0;
	while (at < lines.length) {
		const line = lines[at] ?? '';
		if (!line.trim()) {
			at++;
			continue;
		}
		const [block, next] =
			fence(lines, at) ?? simple(line, at) ?? quote(lines, at) ?? list(lines, at) ?? table(lines, at) ?? paragraph(lines, at);
		blocks.push(block);
		at = next;
	}
	return blocks;
}

/** A block and the line after it. */
type Found = [block: Block, next: number];

function fence(lines: readonly string[], at: number): Found | undefined {
	const open = FENCE.exec(lines[at] ?? '');
	if (!open) return undefined;
	const [, mark = '```', language = ''] = open;
	let end = at + 1;
	while (end < lines.length && !(lines[end] ?? '').trim().startsWith(mark)) end++;
	return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n'), language }, end + 1];
}

function simple(line: string, at: number): Found | undefined {
	if (RULE.test(line)) return [{ kind: 'rule' }, at + 1];
	const heading = HEADING.exec(line);
	return heading
		? [{ kind: 'heading', level: heading[1]?.length ?? 1, parts: parseInline(heading[2] ?? '') }, at + 1]
		: undefined;
}

function quote(lines: readonly string[], at: number): Found | undefined {
	if (!QUOTE.test(lines[at] ?? '')) return undefined;
	let end = at;
	while (end < lines.length && (lines[end] ?? '').trim() && (QUOTE.test(lines[end] ?? '') || end > at)) end++;
	return [{ kind: 'quote', blocks: blocksOf(lines.slice(at, end).map((line) => line.replace(QUOTE, ''))) }, end];
}

function list(lines: readonly string[], at: number): Found | undefined {
	const first = ITEM.exec(lines[at] ?? '');
	if (!first) return undefined;
	const isOrdered = /\d/.test(first[2] ?? '');
	const items: Item[] = [];
	let end = at;
	while (end < lines.length) {
		const open = ITEM.exec(lines[end] ?? '');
		if (!open || /\d/.test(open[2] ?? '') !== isOrdered || RULE.test(lines[end] ?? '')) break;
		const indent = open[0].length;
		const own = [(lines[end] ?? '').slice(indent)];
		end++;
		// What is indented below an item is its own; a blank line ends it unless more of that follows.
		while (end < lines.length) {
			const line = lines[end] ?? '';
			const isOwn = /^ {2,}\S/.test(line) || (!line.trim() && /^ {2,}\S/.test(lines[end + 1] ?? ''));
			const isLazy = line.trim() !== '' && !ITEM.test(line) && own.at(-1)?.trim() !== '' && !startsBlock(line);
			if (!isOwn && !isLazy) break;
			own.push(line.replace(new RegExp(`^ {0,${Math.max(2, indent)}}`), ''));
			end++;
		}
		items.push(itemOf(own));
		if (!(lines[end] ?? '').trim() && ITEM.test(lines[end + 1] ?? '')) end++;
	}
	return [{ kind: 'list', isOrdered, start: isOrdered ? Number.parseInt(first[2] ?? '1', 10) : 1, items }, end];
}

const startsBlock = (line: string) => FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line);

function itemOf(lines: readonly string[]): Item {
	const task = /^\[([ xX])\] /.exec(lines[0] ?? '');
	const own = task ? [(lines[0] ?? '').slice(4), ...lines.slice(1)] : lines;
	return { isDone: task ? task[1] !== ' ' : undefined, blocks: blocksOf(own) };
}

function table(lines: readonly string[], at: number): Found | undefined {
	const head = lines[at] ?? '';
	if (!head.includes('|') || !DELIMITER.test(lines[at + 1] ?? '')) return undefined;
	const columns = cellsOf(head);
	let end = at + 2;
	while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
	const rows = lines.slice(at + 2, end).map((line) => {
		const cells = cellsOf(line);
		return columns.map((_, index) => parseInline(cells[index] ?? ''));
	});
	return [{ kind: 'table', head: columns.map(parseInline), rows }, end];
}

const cellsOf = (line: string) =>
	line
		.trim()
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => cell.trim());

function paragraph(lines: readonly string[], at: number): Found {
	let end = at + 1;
	while (end < lines.length && (lines[end] ?? '').trim() && !startsBlock(lines[end] ?? '') && !ITEM.test(lines[end] ?? '')) end++;
	return [{ kind: 'paragraph', parts: parseInline(lines.slice(at, end).join('\n')) }, end];
}

/** What an address may begin with: anything else, as javascript:, is left as it was written. */
const SAFE = /^(https?:\/\/|mailto:|tel:|#|\/(?!\/)|\.\.?\/)/i;

const RULES: readonly [pattern: RegExp, part: (found: RegExpExecArray) => Inline | undefined][] = [
	[/^\\([\\`*_{}[\]()#+\-.!|~>])/, ([, text = '']) => ({ kind: 'text', text })],
	[/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/, ([, , text = '']) => ({ kind: 'code', text: text.trim() || text })],
	[
		/^!\[([^\]]*)\]\(([^\s)]+)(?:\s+"[^"]*")?\)/,
		([, alt = '', src = '']) => (SAFE.test(src) ? { kind: 'image', src, alt } : undefined)
	],
	[
		/^\[([^\]]+)\]\(([^\s)]+)(?:\s+"[^"]*")?\)/,
		([, text = '', href = '']) => (SAFE.test(href) ? { kind: 'link', href, parts: parseInline(text) } : undefined)
	],
	[/^<(https?:\/\/[^\s>]+)>/, ([, href = '']) => ({ kind: 'link', href, parts: [{ kind: 'text', text: href }] })],
	[/^(\*\*|__)(?=\S)([\s\S]*?\S)\1(?!\*)/, ([, , text = '']) => ({ kind: 'strong', parts: parseInline(text) })],
	[/^~~(?=\S)([\s\S]*?\S)~~/, ([, text = '']) => ({ kind: 'del', parts: parseInline(text) })],
	[/^\*(?=\S)([\s\S]*?\S)\*(?!\*)/, ([, text = '']) => ({ kind: 'em', parts: parseInline(text) })],
	[/^_(?=\S)([\s\S]*?\S)_(?![\p{L}\p{N}])/u, ([, text = '']) => ({ kind: 'em', parts: parseInline(text) })],
	[/^( {2,}|\\)\n/, () => ({ kind: 'break' })]
];

/** What stands within a line. */
export function parseInline(text: string): Inline[] {
	const parts: Inline[] = [];
	let plain = '';
	let rest = text;
	while (rest) {
		const found = firstRule(rest, plain.at(-1));
		if (found) {
			if (plain) parts.push({ kind: 'text', text: plain });
			plain = '';
			parts.push(found.part);
			rest = rest.slice(found.length);
		} else {
			plain += rest[0];
			rest = rest.slice(1);
		}
	}
	if (plain) parts.push({ kind: 'text', text: plain });
	return parts;
}

function firstRule(rest: string, before: string | undefined): { part: Inline; length: number } | undefined {
	// An underscore within a word, as in snake_case, marks nothing.
	if (rest.startsWith('_') && before && /[\p{L}\p{N}]/u.test(before)) return undefined;
	for (const [pattern, partOf] of RULES) {
		const found = pattern.exec(rest);
		const part = found && partOf(found);
		if (part) return { part, length: found[0].length };
	}
	return undefined;
}
