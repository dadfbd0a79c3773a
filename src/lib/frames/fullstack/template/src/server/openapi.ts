import * as z from 'zod';
import { APP } from '../core/app';
import type { Endpoint } from '../core/contract';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 from the contract. Its schemas are JSON Schema 2020-12, which zod writes itself. */
export function openapi(endpoints: readonly Endpoint[]): Json {
	const schemas: Json = {
		Error: {
			type: 'object',
			required: ['error'],
			properties: {
				error: {
					type: 'object',
					required: ['code', 'message'],
					properties: {
						code: { type: 'string' },
						message: { type: 'string' },
						fields: { type: 'object', additionalProperties: { type: 'string' } }
					}
				}
			}
		}
	};
	const schema = (type: z.ZodType, io: 'input' | 'output'): Json => {
		const { $schema: _, $defs = {}, ...rest } = relink(z.toJSONSchema(type, { io, unrepresentable: 'any' })) as Json;
		for (const [name, def] of Object.entries($defs as Json)) schemas[name] ??= def;
		const name = rest['id'] as string | undefined;
		if (!name) return rest;
		schemas[name] ??= rest;
		return { $ref: `#/components/schemas/${name}` };
	};
	const inputs = (type: z.ZodObject | undefined, where: 'path' | 'query') => {
		if (!type) return [];
		const { properties = {}, required = [] } = schema(type, 'input') as { properties?: Json; required?: string[] };
		return Object.entries(properties).map(([name, s]) => ({
			name,
			in: where,
			required: where === 'path' || required.includes(name),
			schema: s
		}));
	};
	const failure = (description: string) => ({
		description,
		content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
	});

	const paths: Record<string, Json> = {};
	for (const e of endpoints) {
		(paths[e.path] ??= {})[e.method] = {
			operationId: e.id,
			tags: [e.tag],
			summary: e.summary,
			'x-roles': e.access,
			security: e.access === 'public' ? [] : [{ session: [] }],
			parameters: [...inputs(e.params, 'path'), ...inputs(e.query, 'query')],
			...(e.body && { requestBody: { required: true, content: { 'application/json': { schema: schema(e.body, 'input') } } } }),
			responses: {
				[e.status ?? 200]: { description: 'Done', content: { 'application/json': { schema: schema(e.response, 'output') } } },
				...((e.params || e.query || e.body) && { 422: failure('Input not valid') }),
				...(e.access !== 'public' && {
					401: failure('Not signed in'),
					403: failure(`For: ${typeof e.access === 'string' ? e.access : e.access.join(', ')}`)
				}),
				...(e.params && { 404: failure('Not found') }),
				...(e.body && {
					400: failure('No valid JSON'),
					409: failure('Something else stands against it'),
					413: failure('Too large'),
					415: failure('Not JSON')
				})
			}
		};
	}
	return {
		openapi: '3.1.0',
		info: { title: APP.title, version: '1.0.0' },
		paths,
		components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } }
	};
}

function relink(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(relink);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([k, v]) => [
			k,
			k === '$ref' && typeof v === 'string' ? v.replace('#/$defs/', '#/components/schemas/') : relink(v)
		])
	);
}
