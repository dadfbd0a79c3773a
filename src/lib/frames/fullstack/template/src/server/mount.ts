import type { Context as HonoContext, Hono } from 'hono';
import type * as z from 'zod';
import { allows, type Endpoint, type Parsed } from '../core/contract';
import type { User } from '../features/users/contract';
import type { Context } from './context';
import { BrokenContract } from './broken-contract';
import { AppError, forbidden } from './errors';

export type Env = { Variables: { user: User | undefined; token: string | undefined } };
export type App = Hono<Env>;
export type Call<E extends Endpoint> = Parsed<E> & { ctx: Context; user: User; http: HonoContext<Env> };

/** A contract's path as the router writes it: '/api/notes/{id}' is '/api/notes/:id'. */
export const routeOf = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** Binds a handler to its contract: role, validation in, shape out. */
export function mount<const E extends Endpoint>(
	app: App,
	ctx: Context,
	spec: E,
	handle: (call: Call<E>) => Promise<z.input<E['response']>>
): void {
	app.on(spec.method.toUpperCase(), routeOf(spec.path), async (http) => {
		const user = http.get('user');
		if (spec.access !== 'public' && !user) throw new AppError(401, 'signed_out', 'Sign in to continue');
		if (!allows(user?.role, spec.access)) throw forbidden();
		const call = {
			ctx,
			user,
			http,
			params: check(spec.params, http.req.param()),
			query: check(spec.query, http.req.query()),
			body: spec.body && check(spec.body, await readJson(http))
		};
		const result = await handle(call as never);
		// Parsing the answer keeps undeclared columns (password hashes, say) on the server.
		const answer = spec.response.safeParse(result);
		if (!answer.success) throw new BrokenContract(spec, { sent: call, result, issues: answer.error.issues });
		return http.json(answer.data as never, spec.status ?? 200);
	});
}

/** The body as JSON; its size was limited before. */
async function readJson(http: HonoContext): Promise<unknown> {
	if (!/^application\/([\w.-]+\+)?json\b/i.test(http.req.header('content-type') ?? '')) {
		throw new AppError(415, 'not_json', 'Send JSON, with the content type application/json');
	}
	const text = await http.req.text();
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new AppError(400, 'bad_json', 'The body is no valid JSON');
	}
}

function check(schema: z.ZodObject | undefined, value: unknown) {
	if (!schema) return undefined;
	const result = schema.safeParse(value);
	const fields: Record<string, string> = {};
	for (const issue of result.error?.issues ?? []) fields[issue.path.join('.') || '_'] ??= issue.message;
	for (const path of unstorable(result.data)) fields[path] ??= 'Contains a character that cannot be stored';
	if (Object.keys(fields).length) throw new AppError(422, 'invalid', 'Check the marked fields', fields);
	return result.data;
}

/** Paths of texts with a NUL: PostgreSQL has none in text. */
function unstorable(value: unknown, path: string[] = []): string[] {
	if (typeof value === 'string') return value.includes('\0') ? [path.join('.')] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]) => unstorable(one, [...path, name]));
}
