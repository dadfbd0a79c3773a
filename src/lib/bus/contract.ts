import { z } from '../domain/zod';

/**
 * What one realm offers another: the methods, what goes in, what comes out, and how long an answer may take.
 * Client, server and the checks at both ends are made from it, so that nothing is listed twice (rpc.ts).
 */
export interface Method {
	/** The arguments, in order; the last ones may be optional. A `MessagePort` among them moves to the other side. */
	readonly input: readonly z.ZodType[];
	readonly output: z.ZodType;
	/** How long an answer may take, in milliseconds; 0 is as long as it takes, 30,000 when not said. */
	readonly timeoutMs?: number;
}
export type Contract = Readonly<Record<string, Method>>;

/** Names a contract's methods and keeps their types. */
export function contract<const C extends Contract>(methods: C): C {
	return methods;
}

/** The methods as the caller has them: each answers later, and may fail with RPC_TIMEOUT or RPC_DEAD besides its own errors. */
export type Client<C extends Contract> = {
	readonly [K in keyof C]: (...args: Sent<C[K]['input']>) => Promise<z.output<C[K]['output']>>;
};

/** The methods as the other side implements them; their input has been checked. */
export type Service<C extends Contract> = {
	readonly [K in keyof C]: (...args: Taken<C[K]['input']>) => Promise<z.input<C[K]['output']>> | z.input<C[K]['output']>;
};

type Sent<I extends readonly z.ZodType[]> = I extends readonly [infer First extends z.ZodType, ...infer Rest extends z.ZodType[]]
	? undefined extends z.input<First>
		? [first?: z.input<First>, ...rest: Sent<Rest>]
		: [first: z.input<First>, ...rest: Sent<Rest>]
	: [];
type Taken<I extends readonly z.ZodType[]> = I extends readonly [infer First extends z.ZodType, ...infer Rest extends z.ZodType[]]
	? undefined extends z.output<First>
		? [first?: z.output<First>, ...rest: Taken<Rest>]
		: [first: z.output<First>, ...rest: Taken<Rest>]
	: [];

/** No result. */
export const nothing = z.void();
export const port = z.instanceof(MessagePort);
