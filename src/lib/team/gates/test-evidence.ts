import { stripAnsi } from '../../container/container';

/** What a fixer needs to see of a failed test: short enough to read, and none of what repeats. */

const MAX_MESSAGE = 1200;
const MAX_DIFF = 2000;
const MAX_SOURCE = 3000;
const MAX_ROLES = 40;

/** A test's message without the dumps of Testing Library: what was looked for, then what there was instead, by role and name. */
export function shortMessage(message: string): string {
	const plain = stripAnsi(message);
	const dump = plain.search(/\n\s*(?:Here are the (?:accessible )?roles|Ignored nodes:|<body\b|<html\b)/);
	if (dump < 0) return plain.slice(0, MAX_MESSAGE);
	const roles = rolesIn(plain.slice(dump));
	const found = roles.length
		? `\nOn the page: ${roles.join(', ')}.`
		: `\nOn the page: ${textIn(plain.slice(dump)).slice(0, 600)}`;
	return (plain.slice(0, dump).trim().slice(0, MAX_MESSAGE) + found).slice(0, MAX_MESSAGE * 2);
}

/** `heading "Meetings"` and the like, each once. */
function rolesIn(dump: string): string[] {
	const found = new Set<string>();
	let role = '';
	for (const line of dump.split('\n')) {
		role = /^\s*([a-z]+):\s*$/.exec(line)?.[1] ?? role;
		const name = /^\s*Name "(.*)":\s*$/.exec(line)?.[1];
		if (role && name) found.add(`${role} "${name}"`);
	}
	return [...found].slice(0, MAX_ROLES);
}

function textIn(dump: string): string {
	const body = dump.slice(Math.max(0, dump.indexOf('<body')));
	return body
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** vitest's diff, plain: lines that start with `-` were expected, those with `+` came. */
export function shortDiff(diff: string | undefined): string | undefined {
	const plain = diff && stripAnsi(diff).trim();
	return plain ? plain.slice(0, MAX_DIFF) : undefined;
}

/**
 * The test around a line of its file, or the one with a title.
 * @param lineNumber 1-based; where the test failed
 */
export function testSource(text: string, at: { lineNumber?: number | undefined; title: string }): string | undefined {
	const lines = text.split('\n');
	const isStart = (line: string) => /^\s*(?:test|it)\b/.test(line);
	let start = -1;
	if (at.lineNumber && at.lineNumber <= lines.length)
		start = lines.slice(0, at.lineNumber).findLastIndex((line) => isStart(line));
	if (start < 0) start = lines.findIndex((line) => isStart(line) && at.title.endsWith(titleIn(line)));
	if (start < 0) return undefined;
	const indent = /^\s*/.exec(lines[start] ?? '')?.[0] ?? '';
	const length = lines.slice(start + 1).findIndex((line) => line.startsWith(`${indent}}`));
	return lines
		.slice(start, length < 0 ? start + 60 : start + length + 2)
		.join('\n')
		.slice(0, MAX_SOURCE);
}

function titleIn(line: string): string {
	return /(['"`])(.*)\1/.exec(line)?.[2] ?? '\0';
}
