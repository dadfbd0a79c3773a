import type { z } from '../domain/zod';
import { AppError } from '../domain/app-error';

/** Reads the arguments of a tool call: as written, or after the repairs that models commonly need. */

/** @throws AppError MODEL_BAD_TOOL_ARGUMENTS whose message tells the model what is wrong. */
export function parseToolArguments<T>(tool: string, text: string, schema: z.ZodType<T>): T {
	const value = parseLoosely(text);
	if (value === undefined)
		throw new AppError(
			'MODEL_BAD_TOOL_ARGUMENTS',
			`The arguments of ${tool} are not valid JSON. Call it again with one JSON object.`,
			{ data: { tool } }
		);
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.slice(0, 8).map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.message}`);
	throw new AppError('MODEL_BAD_TOOL_ARGUMENTS', `The arguments of ${tool} do not fit: ${issues.join('; ')}. Call it again.`, {
		data: { tool, issues }
	});
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
