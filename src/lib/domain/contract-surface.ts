import { z } from './zod';

/** What a contract promises, as its source says it. */

/** Fields and what stands behind them, as source text without layout; the name is empty where there are no fields to tell apart. */
const fieldsSchema = z.record(z.string(), z.string());
export type Fields = z.infer<typeof fieldsSchema>;

const endpointSurfaceSchema = z.object({
	id: z.string(),
	method: z.string(),
	/** OpenAPI style: /api/books/{id} */
	path: z.string(),
	/** As it is written; empty where the source does not say. */
	access: z.string(),
	/** Of params, query, body and response, those that are there. */
	parts: z.record(z.string(), fieldsSchema)
});
export type EndpointSurface = z.infer<typeof endpointSurfaceSchema>;

export const contractSurfaceSchema = z.object({
	endpoints: z.array(endpointSurfaceSchema),
	/** Schemas that have a name in the file. */
	shapes: z.record(z.string(), fieldsSchema)
});
export type ContractSurface = z.infer<typeof contractSurfaceSchema>;

/** One version of a published contract. */
export const contractVersionSchema = z.object({
	/** 1, 2, 3 ... */
	version: z.number().int().positive(),
	/** Against the version before, in words. */
	changes: z.array(z.string()),
	/** Whether what was built on the version before may not work any more. */
	isBreaking: z.boolean(),
	surface: contractSurfaceSchema
});
export type ContractVersion = z.infer<typeof contractVersionSchema>;
