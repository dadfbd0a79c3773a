import type { Context as HonoContext, Hono } from 'hono';
import type * as z from 'zod';
import type { User } from '../core/contract';
import { AppError } from './errors';

export type Env = { Variables: { user: User | undefined; token: string | undefined; visitor: string | undefined } };
export type App = Hono<Env>;

/** The body as JSON that fits a schema; its size was limited before. @throws AppError 400, 415 or 422 */
export async function readBody<T>(c: HonoContext, schema: z.ZodType<T>): Promise<T> {
	if (!/^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? ''))
		throw new AppError(415, 'not_json', 'Send JSON, with the content type application/json');
	const text = await c.req.text();
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new AppError(400, 'bad_json', 'The body is no valid JSON');
	}
	const result = schema.safeParse(value);
	if (result.success && !text.includes('\\u0000')) return result.data;
	const fields: Record<string, string> = {};
	for (const issue of result.error?.issues ?? []) fields[issue.path.join('.') || '_'] ??= issue.message;
	throw new AppError(422, 'invalid', 'Check the marked fields', fields);
}
