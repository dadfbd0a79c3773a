/**
 * The contract: one object per endpoint, used by the server (validation, roles),
 * the browser (typed calls, form validation) and /openapi.json.
 */
import type * as z from 'zod';
import { ROLES } from './roles';

export { ROLES };
export type Role = (typeof ROLES)[number];
/** Who may call: everybody, everybody who is signed in, or some roles. Administrators always may. */
export type Access = 'public' | 'member' | readonly Role[];
/** Table names announced by the database when rows change. */
export type Topic = string;

export interface Endpoint {
	id: string;
	method: 'get' | 'post' | 'patch' | 'delete';
	/** OpenAPI style: /api/customers/{id} */
	path: string;
	tag: string;
	summary: string;
	access: Access;
	params?: z.ZodObject;
	query?: z.ZodObject;
	body?: z.ZodObject;
	response: z.ZodType;
	status?: 200 | 201;
	/** Changes that make an earlier answer stale. Pages reload it by themselves. */
	topics?: readonly Topic[];
}

/** Declares an endpoint and keeps its exact types. */
export const endpoint = <const E extends Endpoint>(e: E): E => e;

type Part<E, K extends string, T> = E extends Record<K, z.ZodType> ? { [P in K]: T } : unknown;
/** What a caller sends. */
export type Input<E extends Endpoint> = Part<E, 'params', z.input<NonNullable<E['params']>>> &
	Part<E, 'query', z.input<NonNullable<E['query']>>> &
	Part<E, 'body', z.input<NonNullable<E['body']>>>;
/** What a handler gets after validation. */
export type Parsed<E extends Endpoint> = Part<E, 'params', z.output<NonNullable<E['params']>>> &
	Part<E, 'query', z.output<NonNullable<E['query']>>> &
	Part<E, 'body', z.output<NonNullable<E['body']>>>;
export type Output<E extends Endpoint> = z.output<E['response']>;

export const allows = (have: Role | undefined, need: Access): boolean =>
	need === 'public' || (have !== undefined && (need === 'member' || have === 'admin' || need.includes(have)));

/** Body of every error answer. */
export interface ErrorBody {
	error: { code: string; message: string; fields?: Record<string, string> };
}
