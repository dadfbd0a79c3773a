import type { z } from '../domain/zod';
import { AppError, messageOf } from '../domain/app-error';

/** Reads the arguments of a tool call: as written, or after the repairs that models commonly need. */

/** @throws AppError MODEL_BAD_TOOL_ARGUMENTS whose message tells the model what is wrong. */
export function parseToolArguments<T>(tool: string, text: string, schema: z.ZodType<T>): T {
	const value = parseLoosely(text);
	if (value === undefined)
		throw new AppError(
			'MODEL_BAD_TOOL_ARGUMENTS',
			`The arguments of ${tool} are not valid JSON (${whyNot(text)}). Nothing was done. Call it again with one JSON object; inside of strings, quotes, backslashes and line breaks are escaped.`,
			{ data: { tool } }
		);
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.slice(0, 8).map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.message}`);
	throw new AppError('MODEL_BAD_TOOL_ARGUMENTS', `The arguments of ${tool} do not fit: ${issues.join('; ')}. Call it again.`, {
		data: { tool, issues }
	});
}

/** The object that a text holds, as written or repaired; undefined when there is none. */
export function looseObject(text: string): Record<string, unknown> | undefined {
	const value = parseLoosely(text);
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

/** What the parser says of it, and the passage, for the model to see what it wrote. */
function whyNot(text: string): string {
	try {
		JSON.parse(text);
		return 'no object';
	} catch (error) {
		const said = messageOf(error);
		const at = Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
		return `${said.replace(/ in JSON.*$|, .*is not valid JSON$/s, '')} near ${JSON.stringify(text.slice(Math.max(0, at - 40), at + 20))}`;
	}
}

function parseLoosely(text: string): unknown {
	const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1];
	for (const candidate of [text, fenced, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
		if (!candidate?.trim()) continue;
		for (const variant of [candidate, repair(candidate)]) {
			try {
				const value: unknown = JSON.parse(variant);
				return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
			} catch {
				// The next variant may parse; the caller reports when none does.
			}
		}
	}
	return text.trim() === '' ? {} : undefined;
}

/**
 * Escapes raw line breaks inside strings and drops commas before a closing bracket: what cannot change the meaning. Libraries that
 * repair JSON go further: jsonrepair completes a call that was cut off, and half a file would be written as a whole one.
 */
function repair(text: string): string {
	let isString = false;
	let result = '';
	for (let index = 0; index < text.length; index++) {
		const char = text[index] ?? '';
		if (isString && char === '\\') {
			result += char + (text[++index] ?? '');
			continue;
		}
		if (char === '"') isString = !isString;
		if (isString && char === '\n') result += '\\n';
		else if (isString && char === '\t') result += '\\t';
		else if (isString && char === '\r') result += '\\r';
		else result += char;
	}
	return result.replace(/,(\s*[}\]])/g, '$1');
}
